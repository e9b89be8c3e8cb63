package io.github.nimbleapi.control.fleet;

import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.session.PlaybackSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Sessions of a fleet: those of each server, or all in one list. Immutable. */
public final class FleetSessions extends FleetResult<List<PlaybackSession>> {
    private FleetSessions(FleetResult<List<PlaybackSession>> result) {
        super(result.values(), result.failures());
    }

    /**
     * A value, also for tests.
     *
     * @param result the sessions of each server
     * @return the value
     */
    public static FleetSessions of(FleetResult<List<PlaybackSession>> result) {
        return new FleetSessions(Objects.requireNonNull(result, "result"));
    }

    /**
     * The sessions of all servers that answered.
     *
     * @return an immutable list, server after server in the order of the fleet; made anew by each call
     */
    public List<ServerSession> sessions() {
        List<ServerSession> all = new ArrayList<>();
        values().forEach((server, sessions) -> sessions.forEach(session -> all.add(ServerSession.of(server, session))));
        return Collections.unmodifiableList(all);
    }

    /**
     * These sessions, if every server answered.
     *
     * @return this
     * @throws NimbleException the first of the failures, with the others suppressed in it
     */
    @Override
    public FleetSessions orThrow() {
        super.orThrow();
        return this;
    }
}
