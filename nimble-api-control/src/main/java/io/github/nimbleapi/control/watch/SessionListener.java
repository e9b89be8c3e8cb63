package io.github.nimbleapi.control.watch;

import static java.lang.System.Logger.Level.WARNING;

import io.github.nimbleapi.error.NimbleException;

/**
 * Is told what a {@link SessionWatcher} has seen: one call at a time, in the thread that polls, so a slow listener delays
 * the next poll. What it throws is logged; other listeners and the watcher go on.
 */
@FunctionalInterface
public interface SessionListener {
    /**
     * A session started, progressed or ended.
     *
     * @param event what happened
     */
    void onEvent(SessionEvent event);

    /**
     * A poll failed. No session has ended by that; what went on meanwhile is told after the next poll that succeeds.
     * Unless overridden, logs a warning.
     *
     * @param failure why
     */
    default void onFailure(NimbleException failure) {
        System.getLogger("io.github.nimbleapi").log(WARNING, "a poll failed", failure);
    }
}
