/**
 * Who must not watch, and what ends them: a {@link io.github.nimbleapi.control.guard.Blocklist},
 * {@link io.github.nimbleapi.control.guard.SessionRules}, and the
 * {@link io.github.nimbleapi.control.guard.SessionGuard} that enforces both.
 */
@NullMarked
package io.github.nimbleapi.control.guard;

import org.jspecify.annotations.NullMarked;
