package io.github.nimbleapi.control.watch;

import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A session of a {@link SimulatedNimble}, which also knows what a watch can have seen of it. */
final class SimulatedSession {
    /** What a server tells of a session's last access. */
    enum LastAccess {
        MOVES,
        BY_THE_MINUTE,
        SOON_STUCK,
        STUCK,
        ABSENT
    }

    /** What a list may leave out. */
    private enum Member {
        APP,
        STREAM,
        TYPE,
        CREATED,
        LAST_ACCESS,
        ADDRESS,
        VIEWER,
        SENT,
        RECEIVED
    }

    final long id;
    final Instant created;
    private final String clientIp;
    private final boolean tellsCreated;
    private final LastAccess told;
    private final boolean underWatch;
    private final Counter sent;
    private final Counter received;
    private String viewer;
    private String stream = "stream-0";
    private Instant lastAccess;
    private boolean isUntold;

    private String viewerSeen = "";
    private Instant from = Instant.EPOCH;
    private Instant accessSeen = Instant.EPOCH;
    private Instant seenAt = Instant.EPOCH;
    private int seenInPoll = -1;
    private Duration watched = Duration.ZERO;

    SimulatedSession(
            long id,
            String viewer,
            String clientIp,
            boolean tellsCreated,
            LastAccess told,
            Instant now,
            boolean underWatch) {
        this.id = id;
        this.viewer = viewer;
        this.clientIp = clientIp;
        this.tellsCreated = tellsCreated;
        this.told = told;
        this.created = now;
        this.lastAccess = now;
        this.underWatch = underWatch;
        this.sent = new Counter(underWatch);
        this.received = new Counter(underWatch);
    }

    /** The player asks for more. */
    void play(long moreSent, long moreReceived, Instant now) {
        sent.add(moreSent);
        received.add(moreReceived);
        lastAccess = now;
    }

    /** Its counters begin anew. Without a moment of creation nobody could tell it from another session. */
    void reset(Instant now) {
        if (tellsCreated && sent.canBeginAnew() && received.canBeginAnew()) {
            sent.reset();
            received.reset();
            lastAccess = now;
            isUntold = true;
        }
    }

    /** It becomes another's, and of another stream. The same holds for that. */
    void change(String otherViewer, String otherStream) {
        if (tellsCreated) {
            viewer = otherViewer;
            stream = otherStream;
            isUntold = true;
        }
    }

    /** The latest moment that is told of it. */
    Instant newest() {
        return told != LastAccess.ABSENT && access().isAfter(created) ? access() : created;
    }

    private Instant access() {
        switch (told) {
            case BY_THE_MINUTE:
                return lastAccess.truncatedTo(ChronoUnit.MINUTES);
            case SOON_STUCK:
                return lastAccess.isBefore(created.plusSeconds(1)) ? lastAccess : created.plusSeconds(1);
            case STUCK:
                return created;
            default:
                return lastAccess;
        }
    }

    /** As a poll sees it, which adds to what its viewers have used. */
    PlaybackSession listed(int poll, Instant now, Random random, Map<String, Usage> truth) {
        Set<Member> untold = leftOut(random);
        boolean tellsAccess = told != LastAccess.ABSENT && !untold.contains(Member.LAST_ACCESS);
        viewerSeen = untold.contains(Member.VIEWER) ? viewerSeen : viewer;
        if (seenInPoll < 0) {
            from = underWatch && tellsCreated ? created : tellsAccess ? access() : now;
            accessSeen = from;
        }
        long moreSent = untold.contains(Member.SENT) ? 0 : sent.see();
        long moreReceived = untold.contains(Member.RECEIVED) ? 0 : received.see();
        Duration before = watched;
        watch(tellsAccess, moreSent + moreReceived > 0, poll, now);
        truth.merge(viewerSeen, Usage.of(watched.minus(before), moreSent, moreReceived), Usage::plus);
        seenAt = now;
        seenInPoll = poll;
        isUntold = isUntold && !untold.isEmpty();
        return listed(untold, tellsAccess);
    }

    private void watch(boolean tellsAccess, boolean bytesFlowed, int poll, Instant now) {
        if (tellsAccess && access().isAfter(accessSeen)) {
            accessSeen = access();
            Duration byAccess = Duration.between(from, accessSeen);
            watched = byAccess.compareTo(watched) > 0 ? byAccess : watched;
        } else if (seenInPoll == poll - 1 && seenInPoll >= 0 && (!tellsAccess || bytesFlowed)) {
            watched = watched.plus(Duration.between(seenAt, now));
        }
    }

    boolean wasWatchedNoLongerThanThere() {
        return seenInPoll < 0 || watched.compareTo(Duration.between(from, seenAt)) <= 0;
    }

    /** Nothing at first, since what was never told can't be known. */
    private Set<Member> leftOut(Random random) {
        Set<Member> untold = EnumSet.noneOf(Member.class);
        if (seenInPoll >= 0 && random.nextInt(4) == 0) {
            untold.addAll(EnumSet.allOf(Member.class));
            untold.removeIf(member -> random.nextBoolean());
        }
        if (isUntold) {
            // Else nobody could tell it from another session, or which of the counters began anew.
            untold.remove(Member.CREATED);
            untold.remove(Member.RECEIVED);
            if (untold.contains(Member.SENT)) {
                untold.add(Member.RECEIVED);
            }
        }
        return untold;
    }

    private PlaybackSession listed(Set<Member> untold, boolean tellsAccess) {
        return PlaybackSession.builder(id).app(untold.contains(Member.APP) ? "" : "live").stream(
                        untold.contains(Member.STREAM) ? "" : stream)
                .type(untold.contains(Member.TYPE) ? SessionType.UNKNOWN : SessionType.HLS)
                .created(!tellsCreated || untold.contains(Member.CREATED) ? Instant.EPOCH : created)
                .lastAccess(tellsAccess ? access() : Instant.EPOCH)
                .clientIp(untold.contains(Member.ADDRESS) ? "" : clientIp)
                .viewerId(untold.contains(Member.VIEWER) ? "" : viewer)
                .bytesSent(untold.contains(Member.SENT) ? 0 : sent.now)
                .bytesReceived(untold.contains(Member.RECEIVED) ? 0 : received.now)
                .build();
    }

    /** Bytes: what is told, and the true total, without what was lost between a sighting and a new beginning. */
    private static final class Counter {
        private long now;
        private long total;
        private long nowSeen;
        private long totalSeen;
        private boolean isOurs;
        private boolean anew;

        Counter(boolean underWatch) {
            this.isOurs = underWatch;
        }

        void add(long bytes) {
            // More than before the new beginning would look as if there had been none.
            if (!anew) {
                now += bytes;
                total += bytes;
            }
        }

        /** Zero would look as if it were left out. */
        boolean canBeginAnew() {
            return nowSeen != 1;
        }

        void reset() {
            now = nowSeen / 2;
            total = totalSeen + now;
            anew = true;
        }

        /** What is new of it; at first all, unless it was there before the watch. */
        long see() {
            long more = isOurs ? total - totalSeen : 0;
            isOurs = true;
            nowSeen = now;
            totalSeen = total;
            anew = false;
            return more;
        }
    }
}
