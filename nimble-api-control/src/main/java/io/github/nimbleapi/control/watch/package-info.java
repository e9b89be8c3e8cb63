/**
 * Polling turned into events, by {@link io.github.nimbleapi.control.watch.SessionWatcher}, and into usage, by
 * {@link io.github.nimbleapi.control.watch.UsageMeter}.
 */
@NullMarked
package io.github.nimbleapi.control.watch;

import org.jspecify.annotations.NullMarked;
