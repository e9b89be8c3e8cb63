package io.github.nimbleapi.control.guard;

import static java.lang.System.Logger.Level.WARNING;

import io.github.nimbleapi.control.fleet.NimbleFleet;
import io.github.nimbleapi.error.NimbleException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One pass of a guard over some servers. */
final class GuardPass {
    private static final System.Logger LOGGER = System.getLogger("io.github.nimbleapi");

    private final SessionGuard guard;
    private final GuardedServers servers;
    private final Consumer<Runnable> undisturbed;
    private final Set<SessionRule> broken = new HashSet<>();

    /** Code of users, such as rules and listeners, runs as told by the last argument. */
    GuardPass(SessionGuard guard, NimbleFleet fleet, Consumer<Runnable> undisturbed) {
        this.guard = guard;
        this.servers = new GuardedServers(fleet);
        this.undisturbed = undisturbed;
    }

    /** What was ended, or would have been in a dry run; the listener knows already. */
    List<EndedSession> run() {
        List<EndedSession> guilty = judged();
        if (guard.isDryRun) {
            tellEnded(guilty);
            return guilty;
        }
        // The lists of two servers are not of the same moment: a viewer who moves in between is on both. And an id may
        // have been given to another session.
        return guilty.isEmpty() ? guilty : end(Verdicts.confirmed(guilty, judged()));
    }

    private List<EndedSession> end(List<EndedSession> guilty) {
        try {
            servers.end(guilty);
        } finally {
            // Also when the pass is broken off.
            tellEnded(ended(guilty));
        }
        return ended(guilty);
    }

    private List<EndedSession> ended(List<EndedSession> guilty) {
        return guilty.stream().filter(servers::hasEnded).collect(Collectors.toUnmodifiableList());
    }

    Set<String> servers() {
        return servers.names();
    }

    Map<String, NimbleException> failures() {
        return servers.failures();
    }

    boolean hasFailed() {
        return failures().size() == servers().size();
    }

    void tellFailures() {
        undisturbed.accept(() ->
                failures().forEach((server, failure) -> tell(told -> told.onFailure(server, failure))));
    }

    private void tellEnded(List<EndedSession> sessions) {
        undisturbed.accept(() -> sessions.forEach(session -> tell(told -> told.onEnded(session))));
    }

    private List<EndedSession> judged() {
        Verdicts verdicts = new Verdicts(servers.list(), guard.isDryRun);
        undisturbed.accept(() -> judge(verdicts));
        return verdicts.all();
    }

    private void judge(Verdicts verdicts) {
        if (guard.blocklist != null) {
            guard.blocklist.sweep();
            verdicts.judge(guard.blocklist);
        }
        Instant now = guard.clock.instant();
        guard.rules.forEach(rule -> judge(verdicts, rule, now));
    }

    private void judge(Verdicts verdicts, SessionRule rule, Instant now) {
        try {
            verdicts.judge(rule, now, failure -> tellBroken(rule, failure));
        } catch (Throwable e) {
            tellBroken(rule, e);
        }
    }

    private void tellBroken(SessionRule rule, Throwable failure) {
        if (broken.add(rule)) {
            tell(told -> told.onRuleFailure(rule, failure));
        }
    }

    private void tell(Consumer<GuardListener> event) {
        try {
            event.accept(guard.listener);
        } catch (Throwable e) {
            LOGGER.log(WARNING, "the GuardListener failed", e);
        }
    }
}
