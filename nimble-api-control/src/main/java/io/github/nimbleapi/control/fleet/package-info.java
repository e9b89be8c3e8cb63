/** Many servers as one. */
@NullMarked
package io.github.nimbleapi.control.fleet;

import org.jspecify.annotations.NullMarked;
