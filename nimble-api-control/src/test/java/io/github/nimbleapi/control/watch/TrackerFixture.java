package io.github.nimbleapi.control.watch;

import static io.github.nimbleapi.control.watch.SessionEvent.Kind.ENDED;
import static io.github.nimbleapi.control.watch.SessionEvent.Kind.PROGRESSED;
import static io.github.nimbleapi.control.watch.SessionEvent.Kind.STARTED;

import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A tracker, and the sessions that it is shown. */
abstract class TrackerFixture {
    static final Instant START = Instant.parse("2026-05-20T13:00:00Z");

    final SessionTracker tracker = new SessionTracker();
    Instant now = START;

    List<SessionEvent> poll(PlaybackSession... listed) {
        return tracker.update(List.of(listed), now);
    }

    List<SessionEvent> poll(List<PlaybackSession> listed) {
        return tracker.update(listed, now);
    }

    static List<PlaybackSession> concat(List<PlaybackSession> some, List<PlaybackSession> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toList());
    }

    static List<PlaybackSession> sessions(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(id -> session(id, 100, 0, 1_000))
                .collect(Collectors.toList());
    }

    static PlaybackSession session(long id, int created, int accessed, long sent) {
        return session(id, created, accessed, sent, s -> s);
    }

    /** Created so many seconds after the start, and accessed so many later. */
    static PlaybackSession session(
            long id, int created, int accessed, long sent, UnaryOperator<PlaybackSession.Builder> change) {
        return change.apply(PlaybackSession.builder(id).app("live").stream("news")
                        .type(SessionType.HLS)
                        .viewerId("ann")
                        .clientIp("203.0.113.7")
                        .created(START.plusSeconds(created))
                        .lastAccess(START.plusSeconds(created + accessed))
                        .bytesSent(sent))
                .build();
    }

    static SessionEvent started(PlaybackSession session, int seconds, long sent) {
        return SessionEvent.of(STARTED, session, Usage.of(Duration.ofSeconds(seconds), sent, 0));
    }

    static SessionEvent progressed(PlaybackSession session, int seconds, long sent) {
        return SessionEvent.of(PROGRESSED, session, Usage.of(Duration.ofSeconds(seconds), sent, 0));
    }

    static SessionEvent ended(PlaybackSession session) {
        return SessionEvent.of(ENDED, session, Usage.NONE);
    }
}
