package io.github.nimbleapi.control.watch;

import io.github.nimbleapi.session.PlaybackSession;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session of a {@link SimulatedNimble}, which also knows what a watch can have seen of it. */
final class SimulatedSession {
    /** What a server tells of a session's last access. */
    enum LastAccess {
        MOVES,
        ABSENT,
        STUCK
    }

    final long id;
    final String viewer;
    private final String clientIp;
    private final boolean tellsCreated;
    private final LastAccess told;
    private final Instant created;
    private final Counter sent = new Counter();
    private final Counter received = new Counter();
    private Instant lastAccess;

    private @Nullable Instant firstAccessSeen;
    private Instant lastAccessSeen = Instant.EPOCH;
    private boolean found;
    private Instant seenAt = Instant.EPOCH;
    private int seenInPoll = -1;
    private Duration present = Duration.ZERO;

    SimulatedSession(long id, String viewer, String clientIp, boolean tellsCreated, LastAccess told, Instant now) {
        this.id = id;
        this.viewer = viewer;
        this.clientIp = clientIp;
        this.tellsCreated = tellsCreated;
        this.told = told;
        this.created = now;
        this.lastAccess = now;
    }

    /** The player asks for more. */
    void play(long moreSent, long moreReceived, Instant now) {
        sent.add(moreSent);
        received.add(moreReceived);
        lastAccess = now;
    }

    /** Its counters begin anew. Without a moment of creation nobody could tell it from another session. */
    void reset(Instant now) {
        if (tellsCreated) {
            sent.reset();
            received.reset();
            lastAccess = now;
        }
    }

    PlaybackSession listed() {
        PlaybackSession.Builder listed = PlaybackSession.builder(id).app("live").stream("news")
                .viewerId(viewer)
                .clientIp(clientIp)
                .bytesSent(sent.now)
                .bytesReceived(received.now);
        if (tellsCreated) {
            listed.created(created);
        }
        if (told != LastAccess.ABSENT) {
            listed.lastAccess(told == LastAccess.STUCK ? created : lastAccess);
        }
        return listed.build();
    }

    /** A poll sees it, the first of all or a later one. */
    void seen(int poll, Instant now) {
        if (firstAccessSeen == null) {
            firstAccessSeen = lastAccess;
            found = poll == 0;
        } else if (seenInPoll == poll - 1 && (told == LastAccess.ABSENT || sent.hasGrown() || received.hasGrown())) {
            present = present.plus(Duration.between(seenAt, now));
        }
        sent.seen(found);
        received.seen(found);
        lastAccessSeen = lastAccess;
        seenAt = now;
        seenInPoll = poll;
    }

    /** What it has used from the first sighting, or from its beginning if that was under watch, to the last sighting. */
    Usage truth() {
        if (firstAccessSeen == null) {
            return Usage.NONE;
        }
        Instant from = tellsCreated && !found ? created : firstAccessSeen;
        Duration watched = told == LastAccess.MOVES ? Duration.between(from, lastAccessSeen) : present;
        return Usage.of(watched, sent.totalSeen - sent.notOurs, received.totalSeen - received.notOurs);
    }

    /** Bytes: what is told, and the true total, without what was lost between a sighting and a new beginning. */
    private static final class Counter {
        private long now;
        private long total;
        private long nowSeen;
        private long totalSeen;
        private long notOurs;
        private boolean everSeen;
        private boolean anew;

        void add(long bytes) {
            // More than before the new beginning would look as if there had been none.
            if (!anew) {
                now += bytes;
                total += bytes;
            }
        }

        void reset() {
            now = nowSeen / 2;
            total = totalSeen + now;
            anew = true;
        }

        boolean hasGrown() {
            return total > totalSeen;
        }

        void seen(boolean found) {
            notOurs = found && !everSeen ? total : notOurs;
            everSeen = true;
            nowSeen = now;
            totalSeen = total;
            anew = false;
        }
    }
}
