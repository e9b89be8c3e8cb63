package io.github.nimbleapi.examples;

import io.github.nimbleapi.control.watch.SessionEvent;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was seen since the last save, as rows of tables: the latest of each session, the sum of each viewer. */
final class UnsavedEvents {
    private final Map<List<Long>, List<Object>> sessions = new LinkedHashMap<>();
    private final Map<String, List<Object>> usage = new LinkedHashMap<>();
    private final String server;

    UnsavedEvents(String server) {
        this.server = server;
    }

    void add(Collection<SessionEvent> events, Instant seen) {
        for (SessionEvent event : events) {
            PlaybackSession session = event.session();
            long created = session.created().map(Instant::getEpochSecond).orElse(0L);
            sessions.put(List.of(session.id(), created), row(event, created, seen));
            session.viewerId()
                    .ifPresent(viewer -> usage.merge(
                            viewer,
                            List.of(event.watched().toMillis(), event.bytesSent(), viewer),
                            UnsavedEvents::sum));
        }
    }

    private List<Object> row(SessionEvent event, long created, Instant seen) {
        PlaybackSession session = event.session();
        return List.of(
                session.app(),
                session.stream(),
                session.type().value(),
                session.viewerId().orElse(""),
                session.clientIp(),
                session.userAgent(),
                session.bytesSent(),
                session.lastAccess().orElse(seen).atOffset(ZoneOffset.UTC),
                event.kind() == SessionEvent.Kind.ENDED,
                server,
                session.id(),
                created);
    }

    private static List<Object> sum(List<Object> one, List<Object> other) {
        return List.of((long) one.get(0) + (long) other.get(0), (long) one.get(1) + (long) other.get(1), one.get(2));
    }

    Collection<List<Object>> sessions() {
        return sessions.values();
    }

    Collection<List<Object>> usage() {
        return usage.values();
    }

    void clear() {
        sessions.clear();
        usage.clear();
    }
}
