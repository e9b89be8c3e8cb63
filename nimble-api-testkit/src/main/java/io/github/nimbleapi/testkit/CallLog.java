package io.github.nimbleapi.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest calls, or what they said: a fake may run for days in somebody's test environment. */
final class CallLog<C> {
    private static final int MOST = 10_000;

    private final Deque<C> calls = new ArrayDeque<>();

    synchronized void add(C call) {
        if (calls.size() == MOST) {
            calls.removeFirst();
        }
        calls.addLast(call);
    }

    synchronized List<C> all() {
        return List.copyOf(calls);
    }
}
