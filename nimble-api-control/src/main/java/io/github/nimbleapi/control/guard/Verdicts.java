package io.github.nimbleapi.control.guard;

import io.github.nimbleapi.control.fleet.ServerSession;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sessions that must end, each with the first reason that was found. */
final class Verdicts {
    private final Map<String, Map<Long, EndedSession>> byServer = new LinkedHashMap<>();
    private final boolean isDryRun;
    private List<ServerSession> innocent;

    Verdicts(List<ServerSession> sessions, boolean isDryRun) {
        this.innocent = sessions;
        this.isDryRun = isDryRun;
    }

    void judge(Blocklist blocklist) {
        endWhere(on -> blocklist
                .blockOf(on.session())
                .map(block -> EndedSession.of(on, block, isDryRun))
                .orElse(null));
    }

    void judge(SessionRule rule, Instant now) {
        Set<ServerSession> guilty = new HashSet<>(rule.toEnd(innocent, now));
        String reason = rule.reason();
        endWhere(on -> guilty.contains(on) ? EndedSession.of(on, reason, isDryRun) : null);
    }

    private void endWhere(Function<ServerSession, @Nullable EndedSession> verdict) {
        List<ServerSession> stillInnocent = new ArrayList<>(innocent.size());
        for (ServerSession on : innocent) {
            EndedSession ended = verdict.apply(on);
            if (ended == null) {
                stillInnocent.add(on);
            } else {
                byServer.computeIfAbsent(on.server(), server -> new LinkedHashMap<>())
                        .putIfAbsent(on.session().id(), ended);
            }
        }
        innocent = Collections.unmodifiableList(stillInnocent);
    }

    /** The servers that have some. */
    Set<String> servers() {
        return byServer.keySet();
    }

    List<EndedSession> all() {
        return byServer.values().stream()
                .flatMap(ofServer -> ofServer.values().stream())
                .collect(Collectors.toUnmodifiableList());
    }

    /** Those of one server that are among its sessions. */
    Stream<EndedSession> among(String server, List<PlaybackSession> sessions) {
        Set<Long> ids = sessions.stream().map(PlaybackSession::id).collect(Collectors.toUnmodifiableSet());
        return byServer.getOrDefault(server, Map.of()).values().stream()
                .filter(ended -> ids.contains(ended.session().id()));
    }

    /** Whether a session listed anew is one of them, and not another that was given its id meanwhile. */
    boolean holds(String server, PlaybackSession session) {
        EndedSession ended = byServer.getOrDefault(server, Map.of()).get(session.id());
        return ended != null && isSame(ended.session(), session);
    }

    private static boolean isSame(PlaybackSession one, PlaybackSession other) {
        return one.created().equals(other.created())
                && one.clientIp().equals(other.clientIp())
                && one.app().equals(other.app())
                && one.stream().equals(other.stream())
                && one.viewerId().equals(other.viewerId());
    }
}
