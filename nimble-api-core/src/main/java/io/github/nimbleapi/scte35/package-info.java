/** SCTE-35 markers: where ad breaks begin and end. */
@NullMarked
package io.github.nimbleapi.scte35;

import org.jspecify.annotations.NullMarked;
