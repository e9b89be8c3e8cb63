package io.github.nimbleapi.testkit;

import java.time.Duration;
import java.time.Instant;

/** What a session has watched since the report before. Immutable. */
final class Watched {
    final FakeSession session;
    final boolean last;
    final long millis;
    final long bytes;
    private final Instant until;
    private final long bytesUntil;

    private Watched(FakeSession session, boolean last, Instant from, Instant until, long bytesFrom, long bytesUntil) {
        this.session = session;
        this.last = last;
        this.millis = Math.max(0, Duration.between(from, until).toMillis());
        this.bytes = Math.max(0, bytesUntil - bytesFrom);
        // What is less than a millisecond counts next time.
        this.until = from.plusMillis(millis);
        this.bytesUntil = bytesFrom + bytes;
    }

    static Watched nothing(FakeSession session) {
        return new Watched(session, false, session.created(), session.created(), 0, 0);
    }

    Watched upTo(Instant now, boolean last) {
        return new Watched(session, last, until, now, bytesUntil, session.bytesSent());
    }

    boolean isWorthTelling() {
        return !last || millis > 0 || bytes > 0;
    }
}
