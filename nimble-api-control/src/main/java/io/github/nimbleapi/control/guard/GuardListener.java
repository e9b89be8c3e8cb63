package io.github.nimbleapi.control.guard;

import static java.lang.System.Logger.Level.WARNING;

import io.github.nimbleapi.error.NimbleException;

/**
 * Is told what a {@link SessionGuard} does, such as to write a journal: by the thread of the pass, one thing at a time.
 * What it throws is logged.
 */
@FunctionalInterface
public interface GuardListener {
    /**
     * A session was ended, or would have been in a dry run. Told of each session at most once in a pass.
     *
     * @param session the session and the reason
     */
    void onEnded(EndedSession session);

    /**
     * A server could not be asked for its sessions or be told to end some. Unless implemented, it is logged.
     *
     * @param server the name of the server in the fleet; for a guard of one client the client's URL
     * @param failure what went wrong
     */
    default void onFailure(String server, NimbleException failure) {
        System.getLogger("io.github.nimbleapi").log(WARNING, "guarding " + server + " failed", failure);
    }

    /**
     * A rule threw, so that none of its sessions are ended in this pass; by one of {@link SessionRules#endIf} only those
     * are spared on which it threw. Told of each rule at most once in a pass. Unless implemented, it is logged.
     *
     * @param rule the rule
     * @param failure what it threw
     */
    default void onRuleFailure(SessionRule rule, Throwable failure) {
        System.getLogger("io.github.nimbleapi").log(WARNING, "a SessionRule failed: " + rule.reason(), failure);
    }
}
