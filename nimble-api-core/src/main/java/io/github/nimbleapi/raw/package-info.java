/**
 * The way out: any path of the management API, typed or not, by {@link io.github.nimbleapi.raw.RawCalls}; and
 * {@link io.github.nimbleapi.raw.JsonDocument}, which is what comes where nobody knows more.
 */
@NullMarked
package io.github.nimbleapi.raw;

import org.jspecify.annotations.NullMarked;
