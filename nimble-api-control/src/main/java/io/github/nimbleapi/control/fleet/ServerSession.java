package io.github.nimbleapi.control.fleet;

import io.github.nimbleapi.session.PlaybackSession;
import java.util.Objects;

/** A session and the name of the server that it is on: session ids are unique within one server only. Immutable. */
public final class ServerSession {
    private final String server;
    private final PlaybackSession session;

    private ServerSession(String server, PlaybackSession session) {
        this.server = server;
        this.session = session;
    }

    /**
     * A value, also for tests.
     *
     * @param server the server's name
     * @param session the session
     * @return the value
     */
    public static ServerSession of(String server, PlaybackSession session) {
        return new ServerSession(Objects.requireNonNull(server, "server"), Objects.requireNonNull(session, "session"));
    }

    /**
     * The name of the server in the fleet.
     *
     * @return the name
     */
    public String server() {
        return server;
    }

    /**
     * The session.
     *
     * @return the session
     */
    public PlaybackSession session() {
        return session;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServerSession
                && server.equals(((ServerSession) other).server)
                && session.equals(((ServerSession) other).session);
    }

    @Override
    public int hashCode() {
        return Objects.hash(server, session);
    }

    @Override
    public String toString() {
        return "ServerSession[" + server + " " + session + "]";
    }
}
