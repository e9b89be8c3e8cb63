package io.github.nimbleapi.control.watch;

import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A session under watch, and for how long it was watched.
 *
 * <p>The rule of time: {@code last_access} tells it, counted from a base that stays, so that what is told adds up however
 * often is polled. The base is {@code created} for a session that began under watch, and the first {@code last_access}
 * seen otherwise. Where the server leaves {@code last_access} out, or has never moved it from the base though bytes
 * flowed, the time between two polls that both saw the session counts instead. The longer of both is the total, so that
 * no time counts twice.
 */
final class TrackedSession {
    private static final long ABSENT = 0;

    private PlaybackSession latest;
    private long base;
    private long byAccess;
    private long byPresence;

    private TrackedSession(PlaybackSession latest, long base) {
        this.latest = latest;
        this.base = base;
    }

    /** One that was there before the watch: what it has used until now does not count. */
    static TrackedSession found(PlaybackSession session) {
        return new TrackedSession(session, millis(session.lastAccess()));
    }

    /** One that began under watch: all that it has used counts. */
    static TrackedSession begun(PlaybackSession session) {
        PlaybackSession unused = PlaybackSession.builder(session.id()).build();
        return new TrackedSession(unused, millis(session.created()));
    }

    PlaybackSession latest() {
        return latest;
    }

    /** Whether a session with this id is this one still, judged by what the server tells of both. */
    boolean isContinuedBy(PlaybackSession sighting) {
        boolean created = latest.created().isPresent() && sighting.created().isPresent();
        return agree(latest.created(), sighting.created(), Optional.empty())
                && agree(latest.viewerId(), sighting.viewerId(), Optional.empty())
                && agree(latest.app(), sighting.app(), "")
                && agree(latest.stream(), sighting.stream(), "")
                // A player may move from one network to another; what began in the same second under the same id has
                // moved.
                && (created || agree(latest.clientIp(), sighting.clientIp(), ""))
                && agree(latest.type(), sighting.type(), SessionType.UNKNOWN)
                // Without a moment of creation it is more likely another session than a counter that began anew.
                && (created || !hasMoreBytesThan(sighting));
    }

    private static <T> boolean agree(T one, T other, T absent) {
        return one.equals(other) || one.equals(absent) || other.equals(absent);
    }

    /** Whether its counters have begun anew. */
    boolean hasMoreBytesThan(PlaybackSession sighting) {
        return latest.bytesSent() > sighting.bytesSent() || latest.bytesReceived() > sighting.bytesReceived();
    }

    /**
     * It is listed again.
     *
     * @param present how many milliseconds it is known to have been there since the last sighting
     * @return what it has used since the last sighting
     */
    Usage see(PlaybackSession sighting, long present) {
        boolean anew = hasMoreBytesThan(sighting);
        long sent = Math.max(0, sighting.bytesSent() - (anew ? 0 : latest.bytesSent()));
        long received = Math.max(0, sighting.bytesReceived() - (anew ? 0 : latest.bytesReceived()));
        Duration watched = Duration.ofMillis(watched(millis(sighting.lastAccess()), present, sent + received > 0));
        latest = sighting;
        return Usage.of(watched, sent, received);
    }

    private long watched(long lastAccess, long present, boolean bytesFlowed) {
        long before = Math.max(byAccess, byPresence);
        base = base == ABSENT ? lastAccess : base;
        byAccess = Math.max(byAccess, lastAccess - base);
        if (lastAccess == ABSENT || (byAccess == 0 && bytesFlowed)) {
            byPresence += present;
        }
        return Math.max(byAccess, byPresence) - before;
    }

    private static long millis(Optional<Instant> moment) {
        return moment.map(Instant::toEpochMilli).orElse(ABSENT);
    }
}
