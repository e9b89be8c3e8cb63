package io.github.nimbleapi.control.guard;

import io.github.nimbleapi.error.NimbleException;
import java.util.ArrayList;
import java.util.List;

/** What a guard tells. */
final class GuardJournal implements GuardListener {
    final List<String> ended = new ArrayList<>();
    final List<EndedSession> sessions = new ArrayList<>();
    final List<String> failed = new ArrayList<>();
    final List<NimbleException> failures = new ArrayList<>();
    final List<String> brokenRules = new ArrayList<>();
    boolean throwing;

    @Override
    public void onEnded(EndedSession session) {
        sessions.add(session);
        ended.add(session.server() + " " + session.session().id() + " " + session.reason());
        mayThrow();
    }

    @Override
    public void onFailure(String server, NimbleException failure) {
        failed.add(server);
        failures.add(failure);
        mayThrow();
    }

    @Override
    public void onRuleFailure(SessionRule rule, Throwable failure) {
        brokenRules.add(rule.reason());
        mayThrow();
    }

    private void mayThrow() {
        if (throwing) {
            throw new IllegalStateException("by the listener");
        }
    }
}
