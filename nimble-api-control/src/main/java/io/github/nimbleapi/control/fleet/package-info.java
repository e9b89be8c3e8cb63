/** Many servers as one: {@link io.github.nimbleapi.control.fleet.NimbleFleet}. */
@NullMarked
package io.github.nimbleapi.control.fleet;

import org.jspecify.annotations.NullMarked;
