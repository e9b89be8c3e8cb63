package io.github.nimbleapi.control.guard;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.fleet.FleetResult;
import io.github.nimbleapi.control.fleet.NimbleFleet;
import io.github.nimbleapi.control.internal.Durations;
import io.github.nimbleapi.control.internal.OneAtATime;
import io.github.nimbleapi.control.internal.Poller;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleInterruptedException;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ends the sessions that a {@link Blocklist} or {@link SessionRule}s do not allow, on one server or many. Limits such as
 * {@link SessionRules#atMostPerViewer(int)} count over all servers together.
 *
 * <pre>{@code
 * try (SessionGuard guard = SessionGuard.builder(fleet)
 *     .blocklist(blocklist)
 *     .rule(SessionRules.atMostPerViewer(3))
 *     .every(Duration.ofSeconds(5))
 *     .listener(ended -> System.out.println(ended.server() + " " + ended.session() + ": " + ended.reason()))
 *     .build()
 *     .start()) {
 *   Thread.sleep(60_000);
 * }
 * }</pre>
 *
 * <p>A pass lists the sessions of all servers, and asks the blocklist and then the rules in their order, of each session
 * for the first reason found; what is to end for one reason does not count for the next. If there is something to end,
 * all are listed and judged a second time, and that is ended which both times was: a viewer who moves from one server to
 * another while they are listed is not two, and a session that was given the id of another meanwhile is spared, known by
 * viewer, address, stream and beginning.
 *
 * <p>The sessions of a server that does not answer do not count in that pass. Deleting is not banning: a player may come
 * back with a new session, until the next pass ends that too. Let the handlers ask the same blocklist to keep it out.
 *
 * <p>Thread-safe; one pass at a time. Neither the clients nor the blocklist are closed with it.
 */
public final class SessionGuard implements AutoCloseable {
    final @Nullable Blocklist blocklist;
    final List<SessionRule> rules;
    final boolean isDryRun;
    final GuardListener listener;
    final Clock clock;

    private final NimbleFleet fleet;
    private final OneAtATime passing = new OneAtATime(
            "a rule or listener can't begin a pass: it is part of one that is under way",
            interrupt -> new NimbleInterruptedException(
                    "the thread that waited for another pass of the guard was interrupted", "", "", interrupt));
    private final RestingServers resting;
    private final Poller poller;

    private SessionGuard(Builder from) {
        this.fleet = from.fleet;
        this.blocklist = from.blocklist;
        this.rules = List.copyOf(from.rules);
        this.isDryRun = from.isDryRun;
        this.listener = from.listener;
        this.clock = from.clock;
        this.resting = new RestingServers(from.interval);
        this.poller = new Poller("SessionGuard", "nimble-api-guard", from.interval, this::passInBackground);
    }

    /**
     * A builder for a guard of one server.
     *
     * @param client the client of the server
     * @return a builder with default settings
     */
    public static Builder builder(NimbleClient client) {
        return builder(NimbleFleet.builder().server(client.url(), client).build());
    }

    /**
     * A builder for a guard of many servers.
     *
     * @param fleet the servers
     * @return a builder with default settings
     */
    public static Builder builder(NimbleFleet fleet) {
        return new Builder(fleet);
    }

    /**
     * One pass over all servers, in this thread. Where some servers fail, the listener is told and the pass goes on with
     * the others.
     *
     * @return the sessions that were ended, as listed right before, or would have been in a dry run; an immutable list
     * @throws NimbleException if all servers failed, be it to list or to end sessions: that of the first to fail, with the
     *     others suppressed; of one server simply its own. What they ended before is told to the listener
     * @throws NimbleInterruptedException if this thread is interrupted, which cancels the calls under way
     * @throws IllegalStateException if called by a rule or a listener of this guard, or by a listener of its blocklist
     */
    public List<PlaybackSession> enforce() {
        return alone(() -> {
            GuardPass pass = new GuardPass(this, fleet, Runnable::run);
            List<EndedSession> ended = pass.run();
            if (pass.hasFailed()) {
                FleetResult.of(Map.of(), pass.failures()).orThrow();
            }
            pass.tellFailures();
            return ended.stream().map(EndedSession::session).collect(Collectors.toUnmodifiableList());
        });
    }

    /**
     * Makes passes in the background until {@link #close()}, the first at once, with the interval in between. Failures are
     * told to the listener. A server that fails is left out of some passes, of more after each failure in a row, so that
     * it does not hold up the others, but for no more than a minute; when all fail, the passes come more seldom.
     *
     * @return this
     * @throws IllegalStateException if it was started or closed before
     */
    public SessionGuard start() {
        poller.start();
        return this;
    }

    /**
     * Ends the passes in the background: breaks one under way off, but lets rules and the listener finish, for up to 10
     * seconds, and tells what was ended already. May be called by them, and more than once; {@link #enforce()} still works.
     */
    @Override
    public void close() {
        poller.close();
    }

    private boolean passInBackground() {
        return alone(() -> {
            GuardPass pass = new GuardPass(this, fleet.only(resting.due(fleet.servers())), poller::undisturbed);
            pass.run();
            resting.passed(pass.servers(), pass.failures().keySet());
            pass.tellFailures();
            return !pass.hasFailed();
        });
    }

    private <R> R alone(Supplier<R> work) {
        // A pass under way may be waiting for that change, and this one would wait for that pass.
        if (blocklist != null && blocklist.isChangedHere()) {
            throw new IllegalStateException(
                    "a listener of the blocklist can't begin a pass: the change that it is told of"
                            + " is under way. Call enforce() when that has returned");
        }
        return passing.run(work);
    }

    @Override
    public String toString() {
        return "SessionGuard" + fleet.servers();
    }

    /** Makes a {@link SessionGuard}. Not thread-safe. */
    public static final class Builder {
        private final NimbleFleet fleet;
        private final List<SessionRule> rules = new ArrayList<>();
        private @Nullable Blocklist blocklist;
        private Duration interval = Duration.ofSeconds(5);
        private boolean isDryRun;
        private GuardListener listener = ended -> {};
        private Clock clock = Clock.systemUTC();

        private Builder(NimbleFleet fleet) {
            this.fleet = Objects.requireNonNull(fleet, "fleet");
        }

        /**
         * Ends what a blocklist blocks.
         *
         * @param blocklist the list; it is asked in each pass
         * @return this
         */
        public Builder blocklist(Blocklist blocklist) {
            this.blocklist = Objects.requireNonNull(blocklist, "blocklist");
            return this;
        }

        /**
         * Ends what is against a rule. Of several, each is asked about the sessions that those before it leave.
         *
         * @param rule the rule, see {@link SessionRules}
         * @return this
         */
        public Builder rule(SessionRule rule) {
            rules.add(Objects.requireNonNull(rule, "rule"));
            return this;
        }

        /**
         * The time between two passes in the background, give or take a tenth. Default 5 seconds.
         *
         * @param interval above zero, up to a day; each pass is a call or more to each server, so rather not below a second
         * @return this
         * @throws IllegalArgumentException if it is not
         */
        public Builder every(Duration interval) {
            this.interval = Durations.requireUpToADay(interval, "interval");
            return this;
        }

        /**
         * Whether to end nothing but only tell what would have been. Default false.
         *
         * @param dryRun whether the guard runs dry
         * @return this
         */
        public Builder dryRun(boolean dryRun) {
            this.isDryRun = dryRun;
            return this;
        }

        /**
         * Is told what the guard does. Default: nobody, failures are logged.
         *
         * @param listener the listener
         * @return this
         */
        public Builder listener(GuardListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * The clock that rules judge by. Default: the system's clock.
         *
         * @param clock the clock
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Makes the guard. It does nothing yet.
         *
         * @return a new guard
         * @throws IllegalStateException if it has neither a blocklist nor a rule
         */
        public SessionGuard build() {
            if (blocklist == null && rules.isEmpty()) {
                throw new IllegalStateException("the guard has nothing to enforce: give a blocklist or a rule");
            }
            return new SessionGuard(this);
        }
    }
}
