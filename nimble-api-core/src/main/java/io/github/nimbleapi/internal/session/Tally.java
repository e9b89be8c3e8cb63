package io.github.nimbleapi.internal.session;

import static java.lang.System.Logger.Level.WARNING;

import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.session.PlaybackSession;
import org.jspecify.annotations.Nullable;

/** How many elements a list had, and how many of them were no sessions. */
class Tally {
    private static final System.Logger LOGGER = System.getLogger("io.github.nimbleapi");

    private long read;
    private long leftOut;

    /** Counts an element; false if it is none that can be used. */
    boolean count(@Nullable PlaybackSession session) {
        read++;
        if (session == null) {
            leftOut++;
        }
        return session != null;
    }

    long read() {
        return read;
    }

    void tell(Reply reply) {
        if (leftOut > 0) {
            // Numbers that are parameters of a message are written as the locale has them.
            String count = leftOut + " of " + read;
            LOGGER.log(WARNING, "{0}: left out {1} sessions, which have no readable id", reply.subject(), count);
        }
    }
}
