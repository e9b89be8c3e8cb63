/** What goes wrong in a call, as unchecked exceptions under {@link io.github.nimbleapi.error.NimbleException}. */
@NullMarked
package io.github.nimbleapi.error;

import org.jspecify.annotations.NullMarked;
