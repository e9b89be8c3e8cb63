package io.github.nimbleapi.examples;

import io.github.nimbleapi.control.watch.SessionEvent;
import io.github.nimbleapi.session.PlaybackSession;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was seen since the last save, as rows of tables: the latest of each session, the sum of each viewer.
 *
 * <p>Every row can be stored, whatever strangers have sent: one that can't would keep all the others out.
 */
final class UnsavedEvents {
    /** PostgreSQL has no index for more than 2,704 bytes. */
    private static final int LONGEST_TEXT = 500;

    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    /** How much the clocks of servers may be fast. */
    private static final Duration FAST = Duration.ofDays(1);

    private final Map<List<Long>, List<Object>> sessions = new LinkedHashMap<>();
    private final Map<Object, List<Object>> usage = new LinkedHashMap<>();
    private final String server;

    UnsavedEvents(String server) {
        this.server = storable(server).toString();
    }

    void add(Collection<SessionEvent> events, Instant seen) {
        for (SessionEvent event : events) {
            PlaybackSession session = event.session();
            long created = session.created().map(Instant::getEpochSecond).orElse(0L);
            sessions.put(List.of(session.id(), created), row(event, created, seen));
            session.viewerId().ifPresent(viewer -> addUsage(event, storable(viewer)));
        }
    }

    private void addUsage(SessionEvent event, Object viewer) {
        BigDecimal watched = BigDecimal.valueOf(event.watched().toMillis());
        BigDecimal sent = BigDecimal.valueOf(event.bytesSent());
        usage.merge(viewer, List.of(watched, sent, viewer), UnsavedEvents::sum);
    }

    private List<Object> row(SessionEvent event, long created, Instant seen) {
        PlaybackSession session = event.session();
        Instant used = session.lastAccess()
                .filter(access -> access.isBefore(seen.plus(FAST)))
                .orElse(seen);
        return Stream.of(
                        session.app(),
                        session.stream(),
                        session.type().value(),
                        session.viewerId().orElse(""),
                        session.clientIp(),
                        session.userAgent(),
                        session.bytesSent(),
                        used.atOffset(ZoneOffset.UTC),
                        event.kind() == SessionEvent.Kind.ENDED,
                        server,
                        session.id(),
                        created)
                .map(UnsavedEvents::storable)
                .collect(Collectors.toUnmodifiableList());
    }

    private static Object storable(Object value) {
        if (!(value instanceof String)) {
            return value;
        }
        String text = (String) value;
        String cut = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
        return UNSTORABLE.matcher(cut).replaceAll("");
    }

    private static List<Object> sum(List<Object> one, List<Object> other) {
        return List.of(plus(one.get(0), other.get(0)), plus(one.get(1), other.get(1)), one.get(2));
    }

    private static BigDecimal plus(Object one, Object other) {
        return ((BigDecimal) one).add((BigDecimal) other);
    }

    String server() {
        return server;
    }

    Collection<List<Object>> sessions() {
        return sessions.values();
    }

    Collection<List<Object>> usage() {
        return usage.values();
    }

    boolean isEmpty() {
        return sessions.isEmpty();
    }

    void clear() {
        sessions.clear();
        usage.clear();
    }
}
