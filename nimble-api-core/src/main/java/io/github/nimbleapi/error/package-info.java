/**
 * What goes wrong in a call, as unchecked exceptions under {@link io.github.nimbleapi.error.NimbleException}.
 *
 * <p>No answer: {@link io.github.nimbleapi.error.NimbleConnectionException},
 * {@link io.github.nimbleapi.error.NimbleTimeoutException} and
 * {@link io.github.nimbleapi.error.NimbleInterruptedException}. An answer that says no:
 * {@link io.github.nimbleapi.error.NimbleResponseException} and those below it. An answer that can't be read:
 * {@link io.github.nimbleapi.error.NimbleDataException}. None of them holds a token, a salt or a hash.
 */
@NullMarked
package io.github.nimbleapi.error;

import org.jspecify.annotations.NullMarked;
