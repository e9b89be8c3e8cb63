/** Who must not watch, and what ends them. */
@NullMarked
package io.github.nimbleapi.control.guard;

import org.jspecify.annotations.NullMarked;
