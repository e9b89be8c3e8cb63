package io.github.nimbleapi.control.watch;

import static io.github.nimbleapi.control.watch.SessionEvent.Kind.ENDED;
import static io.github.nimbleapi.control.watch.SessionEvent.Kind.PROGRESSED;
import static io.github.nimbleapi.control.watch.SessionEvent.Kind.STARTED;

import io.github.nimbleapi.session.PlaybackSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes events of the differences between one list of sessions and the next. Not thread-safe. */
final class SessionTracker {
    private static final int REMEMBERED_AT_LEAST = 10_000;

    private final Map<Long, TrackedSession> live = new HashMap<>();
    private final GoneSessions gone = new GoneSessions();
    private int remembered = REMEMBERED_AT_LEAST;
    private @Nullable Instant polled;
    private long newestOfFirst;

    /** Those that are gone first, then in the order of the list. */
    List<SessionEvent> update(Iterable<PlaybackSession> listed, Instant now) {
        Map<Long, PlaybackSession> sightings = byId(listed);
        List<SessionEvent> events = new ArrayList<>();
        live.values().stream()
                .filter(session -> !sightings.containsKey(session.latest().id()))
                .forEach(session -> end(session, now, events));
        live.keySet().retainAll(sightings.keySet());
        sightings.values().forEach(sighting -> see(sighting, now, events));
        if (polled == null) {
            newestOfFirst = sightings.values().stream()
                    .mapToLong(TrackedSession::newest)
                    .max()
                    .orElse(0);
        }
        // As many as have ever been there at once can vanish at once and come back.
        remembered = Math.max(remembered, live.size());
        gone.forget(remembered, now);
        polled = now;
        return events;
    }

    /** Of two sessions with one id the one with more bytes, whatever their order. */
    private static Map<Long, PlaybackSession> byId(Iterable<PlaybackSession> listed) {
        Map<Long, PlaybackSession> byId = new LinkedHashMap<>();
        listed.forEach(session ->
                byId.merge(session.id(), session, (one, other) -> one.bytesSent() > other.bytesSent() ? one : other));
        return byId;
    }

    private void see(PlaybackSession sighting, Instant now, List<SessionEvent> events) {
        TrackedSession known = live.get(sighting.id());
        if (known == null) {
            start(returnedOrNew(sighting), sighting, 0, events);
        } else if (!known.is(sighting)) {
            TrackedSession session = returnedOrNew(sighting);
            end(known, now, events);
            start(session, sighting, 0, events);
        } else if (!known.goesOnAs(sighting)) {
            events.add(SessionEvent.of(ENDED, known.latest(), Usage.NONE));
            start(known, sighting, sincePoll(now), events);
        } else {
            progress(known, sighting, sincePoll(now), events);
        }
    }

    private TrackedSession returnedOrNew(PlaybackSession sighting) {
        return gone.take(sighting)
                .orElseGet(() ->
                        wasThereBefore(sighting) ? TrackedSession.found(sighting) : TrackedSession.begun(sighting));
    }

    /** Before the watch: the first list tells of it, or should have. */
    private boolean wasThereBefore(PlaybackSession sighting) {
        return polled == null
                || sighting.created()
                        .filter(created -> created.toEpochMilli() < newestOfFirst)
                        .isPresent();
    }

    private void start(TrackedSession session, PlaybackSession sighting, long present, List<SessionEvent> events) {
        live.put(sighting.id(), session);
        Usage usage = session.see(sighting, present);
        events.add(SessionEvent.of(STARTED, session.latest(), usage));
    }

    private static void progress(
            TrackedSession session, PlaybackSession sighting, long present, List<SessionEvent> events) {
        Usage usage = session.see(sighting, present);
        if (!usage.equals(Usage.NONE)) {
            events.add(SessionEvent.of(PROGRESSED, session.latest(), usage));
        }
    }

    private void end(TrackedSession session, Instant now, List<SessionEvent> events) {
        gone.add(session, now);
        events.add(SessionEvent.of(ENDED, session.latest(), Usage.NONE));
    }

    private long sincePoll(Instant now) {
        return polled == null ? 0 : Math.max(0, Duration.between(polled, now).toMillis());
    }
}
