/**
 * The client of one Nimble Streamer and the settings of its calls.
 *
 * <p>{@link io.github.nimbleapi.NimbleClient} is where everything begins. {@link io.github.nimbleapi.CallOptions} says how
 * long a call may take and what is repeated ({@link io.github.nimbleapi.RetryPolicy}); a
 * {@link io.github.nimbleapi.CallListener} is told what goes over the wire.
 */
@NullMarked
package io.github.nimbleapi;

import org.jspecify.annotations.NullMarked;
