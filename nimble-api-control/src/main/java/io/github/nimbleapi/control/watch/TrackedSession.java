package io.github.nimbleapi.control.watch;

import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A session under watch, and for how long it was watched. What one listing leaves out stays as it was told before.
 *
 * <p>The rule of time: {@code last_access} tells it, counted from a base that stays, so that what is told adds up however
 * often is polled. The base is {@code created} for a session that began under watch, and the first {@code last_access}
 * seen otherwise. Where the server leaves {@code last_access} out, or has not moved it though bytes flowed, the time
 * between two polls that both saw the session is added. A {@code last_access} that moves later makes up only for what the
 * sum lacks, so no time counts twice, and no more than has gone by.
 */
final class TrackedSession {
    private static final long ABSENT = 0;

    private PlaybackSession latest;
    private long base;
    private long byAccess;
    private long total;

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

    /** As it was told last. */
    PlaybackSession latest() {
        return latest;
    }

    /** Whether a session with this id is this one still, judged by what the server tells of both. */
    boolean is(PlaybackSession sighting) {
        if (latest.created().isPresent() && sighting.created().isPresent()) {
            return latest.created().equals(sighting.created());
        }
        // Another address, or fewer bytes, are more likely another session than a player that moved, or a counter that
        // began anew.
        return agree(latest.clientIp(), sighting.clientIp(), "") && goesOnAs(sighting);
    }

    /** Whether it has neither begun to count anew, nor become another's or of another stream. */
    boolean goesOnAs(PlaybackSession sighting) {
        return !hasMoreBytesThan(sighting)
                && agree(latest.viewerId(), sighting.viewerId(), Optional.empty())
                && agree(latest.app(), sighting.app(), "")
                && agree(latest.stream(), sighting.stream(), "")
                && agree(latest.type(), sighting.type(), SessionType.UNKNOWN);
    }

    private static <T> boolean agree(T one, T other, T absent) {
        return one.equals(other) || one.equals(absent) || other.equals(absent);
    }

    private boolean hasMoreBytesThan(PlaybackSession sighting) {
        return isFewer(sighting.bytesSent(), latest.bytesSent())
                || isFewer(sighting.bytesReceived(), latest.bytesReceived());
    }

    // None at all is a count that was left out.
    private static boolean isFewer(long bytes, long before) {
        return bytes > ABSENT && bytes < before;
    }

    /**
     * It is listed again.
     *
     * @param present how many milliseconds it is known to have been there since the last sighting
     * @return what it has used since the last sighting
     */
    Usage see(PlaybackSession sighting, long present) {
        boolean anew = hasMoreBytesThan(sighting);
        long sentBefore = anew ? ABSENT : latest.bytesSent();
        long receivedBefore = anew ? ABSENT : latest.bytesReceived();
        latest = completed(sighting, sentBefore, receivedBefore);
        long sent = latest.bytesSent() - sentBefore;
        long received = latest.bytesReceived() - receivedBefore;
        Duration watched = Duration.ofMillis(watched(millis(sighting.lastAccess()), present, sent + received > 0));
        return Usage.of(watched, sent, received);
    }

    private long watched(long lastAccess, long present, boolean bytesFlowed) {
        long before = total;
        base = base == ABSENT ? lastAccess : base;
        if (lastAccess - base > byAccess) {
            byAccess = lastAccess - base;
            total = Math.max(total, byAccess);
        } else if (lastAccess == ABSENT || bytesFlowed) {
            total += present;
        }
        return total - before;
    }

    private PlaybackSession completed(PlaybackSession sighting, long sentBefore, long receivedBefore) {
        return PlaybackSession.builder(sighting.id()).app(told(sighting.app(), latest.app(), "")).stream(
                        told(sighting.stream(), latest.stream(), ""))
                .type(told(sighting.type(), latest.type(), SessionType.UNKNOWN))
                .created(sighting.created().or(latest::created).orElse(Instant.EPOCH))
                .lastAccess(sighting.lastAccess().or(latest::lastAccess).orElse(Instant.EPOCH))
                .clientIp(told(sighting.clientIp(), latest.clientIp(), ""))
                .userAgent(told(sighting.userAgent(), latest.userAgent(), ""))
                .bytesSent(toldBytes(sighting.bytesSent(), sentBefore))
                .bytesReceived(toldBytes(sighting.bytesReceived(), receivedBefore))
                .viewerId(sighting.viewerId().or(latest::viewerId).orElse(""))
                .extraMembers(sighting.extraMembers())
                .build();
    }

    private static <T> T told(T now, T before, T absent) {
        return now.equals(absent) ? before : now;
    }

    private static long toldBytes(long now, long before) {
        return now > ABSENT ? now : before;
    }

    private static long millis(Optional<Instant> moment) {
        return moment.map(Instant::toEpochMilli).orElse(ABSENT);
    }

    /** The latest moment that the server tells of a session, in milliseconds. */
    static long newest(PlaybackSession session) {
        return Math.max(millis(session.created()), millis(session.lastAccess()));
    }
}
