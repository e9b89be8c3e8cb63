package io.github.nimbleapi.testkit;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what viewers watch between reports; what nobody was told yet is never lost. Thread-safe. */
final class ViewingMeter {
    private final FakeSessions sessions;
    private final Map<FakeSession, Instant> ended = new LinkedHashMap<>();
    private final Map<FakeSession, Watched> told = new HashMap<>();
    private boolean on;

    ViewingMeter(FakeSessions sessions) {
        this.sessions = sessions;
        sessions.onEnd(this::ended);
    }

    /** From now on sessions that have ended are remembered until they are told. */
    synchronized void turnOn() {
        on = true;
    }

    private synchronized void ended(FakeSession session) {
        if (on && isWatched(session)) {
            ended.put(session, session.ended());
        }
    }

    /** Sessions with a viewer: those that run, and those that have ended since. */
    List<Watched> read() {
        Map<FakeSession, Instant> running = sessions.watchedUntil();
        running.keySet().removeIf(session -> !isWatched(session));
        synchronized (this) {
            Map<FakeSession, Instant> all = new LinkedHashMap<>(ended);
            running.forEach(all::putIfAbsent);
            return all.entrySet().stream()
                    .map(one -> read(one.getKey(), one.getValue()))
                    .collect(Collectors.toList());
        }
    }

    private Watched read(FakeSession session, Instant until) {
        Watched before = told.containsKey(session) ? told.get(session) : Watched.nothing(session);
        return before.upTo(until, ended.containsKey(session));
    }

    /** Somebody was told. */
    synchronized void settle(List<Watched> report) {
        for (Watched watched : report) {
            if (watched.last) {
                ended.remove(watched.session);
                told.remove(watched.session);
            } else {
                told.put(watched.session, watched);
            }
        }
    }

    private static boolean isWatched(FakeSession session) {
        return !session.viewerId().isEmpty();
    }
}
