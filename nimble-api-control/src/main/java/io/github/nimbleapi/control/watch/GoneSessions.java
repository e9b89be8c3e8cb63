package io.github.nimbleapi.control.watch;

import io.github.nimbleapi.session.PlaybackSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions that are gone, in case they come back: a list that was once incomplete must not have them billed twice. */
final class GoneSessions {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Map<Long, Gone> longestGoneFirst = new LinkedHashMap<>();

    private static final class Gone {
        private final TrackedSession session;
        private final Instant since;

        Gone(TrackedSession session, Instant since) {
            this.session = session;
            this.since = since;
        }

        // What tells its beginning can be told from another session for ever.
        boolean isForgotten(Instant now) {
            return session.latest().created().isEmpty()
                    && Duration.between(since, now).compareTo(KEPT) > 0;
        }
    }

    void add(TrackedSession session, Instant now) {
        Long id = session.latest().id();
        longestGoneFirst.remove(id);
        longestGoneFirst.put(id, new Gone(session, now));
    }

    /** The session that has come back, unless this is another one. */
    Optional<TrackedSession> take(PlaybackSession sighting) {
        Gone gone = longestGoneFirst.get(sighting.id());
        if (gone == null || !gone.session.is(sighting)) {
            return Optional.empty();
        }
        longestGoneFirst.remove(sighting.id());
        return Optional.of(gone.session);
    }

    /** Forgets those who are too many, or gone for too long. */
    void forget(int most, Instant now) {
        longestGoneFirst.values().removeIf(gone -> gone.isForgotten(now));
        Iterator<Gone> eldest = longestGoneFirst.values().iterator();
        while (longestGoneFirst.size() > most) {
            eldest.next();
            eldest.remove();
        }
    }
}
