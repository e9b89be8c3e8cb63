/** What the packages share; not exported. */
@NullMarked
package io.github.nimbleapi.control.internal;

import org.jspecify.annotations.NullMarked;
