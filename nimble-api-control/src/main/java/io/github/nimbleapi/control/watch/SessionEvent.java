package io.github.nimbleapi.control.watch;

import io.github.nimbleapi.session.PlaybackSession;
import java.time.Duration;
import java.util.Objects;

/**
 * Something that happened to a session, and what was used since the event of that session before. The sum over a
 * session's events is what it has used under watch, however often was polled. Immutable.
 */
public final class SessionEvent {
    /** What can happen. */
    public enum Kind {
        /** It is there. A session that was there before the watch began starts with no usage. */
        STARTED,
        /** It has sent or received bytes, or was watched longer. */
        PROGRESSED,
        /** It is gone. Has no usage: what it used after it was last listed, nobody knows. */
        ENDED
    }

    private final Kind kind;
    private final PlaybackSession session;
    private final Usage usage;

    private SessionEvent(Kind kind, PlaybackSession session, Usage usage) {
        this.kind = kind;
        this.session = session;
        this.usage = usage;
    }

    /**
     * A value, also for tests.
     *
     * @param kind what happened
     * @param session to which session
     * @param usage what it used since its last event
     * @return the value
     */
    public static SessionEvent of(Kind kind, PlaybackSession session, Usage usage) {
        return new SessionEvent(
                Objects.requireNonNull(kind, "kind"),
                Objects.requireNonNull(session, "session"),
                Objects.requireNonNull(usage, "usage"));
    }

    /**
     * What happened.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The session as it was listed last; what that list left out is as it was told before.
     *
     * @return the session; of one that ended, as it was before
     */
    public PlaybackSession session() {
        return session;
    }

    /**
     * What was used since the last event of this session.
     *
     * @return time and bytes, none of them negative
     */
    public Usage usage() {
        return usage;
    }

    /**
     * Bytes sent to the player since the last event of this session.
     *
     * @return bytes
     */
    public long bytesSent() {
        return usage.bytesSent();
    }

    /**
     * Bytes received from the player since the last event of this session.
     *
     * @return bytes
     */
    public long bytesReceived() {
        return usage.bytesReceived();
    }

    /**
     * How long was watched since the last event of this session, see {@link SessionWatcher}.
     *
     * @return the time
     */
    public Duration watched() {
        return usage.watched();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionEvent
                && kind == ((SessionEvent) other).kind
                && session.equals(((SessionEvent) other).session)
                && usage.equals(((SessionEvent) other).usage);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, session, usage);
    }

    @Override
    public String toString() {
        return "SessionEvent[" + kind + " " + session + " " + usage + "]";
    }
}
