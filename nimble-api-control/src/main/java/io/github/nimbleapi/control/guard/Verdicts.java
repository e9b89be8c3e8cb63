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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sessions that must end, each with the first reason that was found. */
final class Verdicts {
    private final Map<List<?>, EndedSession> guilty = new LinkedHashMap<>();
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

    /** Throws what the rule throws, but tells it where the rule fails for some sessions only. */
    void judge(SessionRule rule, Instant now, Consumer<Throwable> failed) {
        Set<ServerSession> found = rule instanceof FilterRule
                ? ((FilterRule) rule).toEnd(innocent, now, failed)
                : new HashSet<>(rule.toEnd(innocent, now));
        String reason = rule.reason();
        endWhere(on -> found.contains(on) ? EndedSession.of(on, reason, isDryRun) : null);
    }

    private void endWhere(Function<ServerSession, @Nullable EndedSession> verdict) {
        List<ServerSession> stillInnocent = new ArrayList<>(innocent.size());
        for (ServerSession on : innocent) {
            EndedSession ended = verdict.apply(on);
            if (ended == null) {
                stillInnocent.add(on);
            } else {
                guilty.putIfAbsent(List.of(on.server(), on.session().id()), ended);
            }
        }
        innocent = Collections.unmodifiableList(stillInnocent);
    }

    List<EndedSession> all() {
        return List.copyOf(guilty.values());
    }

    /** Those of a later listing that were found in an earlier one too, and are not others that got their ids meanwhile. */
    static List<EndedSession> confirmed(List<EndedSession> earlier, List<EndedSession> later) {
        Set<List<?>> known = earlier.stream().map(Verdicts::identity).collect(Collectors.toUnmodifiableSet());
        return later.stream().filter(ended -> known.contains(identity(ended))).collect(Collectors.toUnmodifiableList());
    }

    private static List<?> identity(EndedSession ended) {
        PlaybackSession session = ended.session();
        return List.of(
                ended.server(),
                session.id(),
                session.created(),
                session.clientIp(),
                session.app(),
                session.stream(),
                session.viewerId());
    }
}
