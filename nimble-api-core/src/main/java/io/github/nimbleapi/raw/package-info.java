/** The way out: any path of the management API, typed or not. */
@NullMarked
package io.github.nimbleapi.raw;

import org.jspecify.annotations.NullMarked;
