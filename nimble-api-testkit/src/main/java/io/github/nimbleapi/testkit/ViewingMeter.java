package io.github.nimbleapi.testkit;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what viewers watch between reports; what nobody was told yet is never lost. Thread-safe. */
final class ViewingMeter {
    private final FakeSessions sessions;
    private final Clock clock;
    private final Map<FakeSession, Instant> ended = new LinkedHashMap<>();
    private final Map<FakeSession, Watched> told = new HashMap<>();
    private boolean on;

    ViewingMeter(FakeSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
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
        List<FakeSession> running = sessions.running();
        Instant now = clock.instant();
        synchronized (this) {
            Set<FakeSession> all = new LinkedHashSet<>(ended.keySet());
            running.stream().filter(ViewingMeter::isWatched).forEach(all::add);
            return all.stream().map(session -> read(session, now)).collect(Collectors.toList());
        }
    }

    private Watched read(FakeSession session, Instant now) {
        Watched before = told.containsKey(session) ? told.get(session) : Watched.nothing(session);
        return before.upTo(ended.getOrDefault(session, now), ended.containsKey(session));
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
