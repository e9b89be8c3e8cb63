package io.github.nimbleapi.control.watch;

import static java.lang.System.Logger.Level.WARNING;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.internal.Durations;
import io.github.nimbleapi.control.internal.OneAtATime;
import io.github.nimbleapi.control.internal.Poller;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleInterruptedException;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lists the sessions of a Nimble Streamer again and again, and tells what has changed: who started, progressed and ended,
 * and how many bytes and how much time was used meanwhile.
 *
 * <pre>{@code
 * SessionWatcher watcher = SessionWatcher.builder(nimble)
 *     .every(Duration.ofSeconds(2))
 *     .listener(event -> System.out.println(event.kind() + " " + event.session().stream() + " " + event.watched()))
 *     .build();
 * try (watcher) {
 *   watcher.start();
 *   TimeUnit.HOURS.sleep(1);
 * }
 * }</pre>
 *
 * <p>What counts: the sessions of the first poll start with no usage, since it was used before the watch, and so do those
 * that appear later but were created before the newest moment which that poll tells. Others began under watch, and start
 * with all that they have used. The same id with another creation time is another session; where no creation time is told,
 * so it is with another application, stream, viewer, type or address, or with fewer bytes. With the same creation time it is
 * the same session, which may be at another address; another application, stream, viewer or type, and fewer bytes than
 * before, which are counters that began anew, are told as an end and a start, with what was used in between. A session that
 * is missing in a list has ended; when it is back it starts again with what it used since it was last seen, but one that
 * tells no creation time must be back within ten minutes, or in the next list. What a list leaves out of a session, bytes
 * too, is as it was told before. A failed poll ends nothing.
 *
 * <p>Time is told by {@code last_access}: how far it has moved since {@code created}, or since the first sighting of a
 * session that was there before the watch. Where it is missing, or has not moved though bytes did, the time between polls
 * that both saw the session is added; what {@code last_access} tells later counts as far as it is more.
 *
 * <p>Thread-safe; there is one poll at a time. A watcher keeps about as much in memory as two of the longest lists of the
 * sessions.
 */
public final class SessionWatcher implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger("io.github.nimbleapi");

    private final NimbleClient nimble;
    private final Supplier<Instant> clock;
    private final Listeners listeners;
    private final SessionTracker tracker = new SessionTracker();
    private final OneAtATime polling = new OneAtATime(
            "a listener can't poll: it is told of the poll that is under way",
            interrupt -> new NimbleInterruptedException(
                    "interrupted while another poll was under way", "GET", "/manage/sessions", interrupt));
    private final Poller poller;
    private volatile boolean closed;
    private volatile boolean isClientClosed;

    private SessionWatcher(Builder from) {
        this.nimble = from.nimble;
        this.clock = from.clock;
        this.listeners = new Listeners(from.listeners);
        this.poller = new Poller("SessionWatcher", "nimble-api-watcher", from.every, this::pollInBackground);
    }

    /**
     * Makes a watcher.
     *
     * @param nimble the client to list with, whose options hold; it is not closed with the watcher
     * @return a builder with default settings
     */
    public static Builder builder(NimbleClient nimble) {
        return new Builder(nimble);
    }

    /**
     * Polls once, in the calling thread, and tells the listeners. Waits for a poll that is under way.
     *
     * @return what has changed since the poll before: the sessions that are gone first, then in the server's order
     * @throws NimbleException if the sessions can't be listed, as {@link io.github.nimbleapi.session.Sessions#list()};
     *     the listeners are told too
     * @throws IllegalStateException if the client is closed, before or meanwhile, or if called by a listener of this watcher
     */
    public List<SessionEvent> poll() {
        return poll(Runnable::run);
    }

    private boolean pollInBackground() {
        try {
            poll(poller::undisturbed);
            return true;
        } catch (NimbleException e) {
            // The listeners know.
            return false;
        } catch (IllegalStateException e) {
            if (!isClientClosed) {
                throw e;
            }
            LOGGER.log(WARNING, "a SessionWatcher ends: {0}", e.getMessage());
            poller.close();
            return false;
        }
    }

    private List<SessionEvent> poll(Consumer<Runnable> telling) {
        return polling.run(() -> {
            List<SessionEvent> events = tracker.update(list(telling), clock.get());
            telling.accept(() -> listeners.tell(events));
            return Collections.unmodifiableList(events);
        });
    }

    private List<PlaybackSession> list(Consumer<Runnable> telling) {
        try {
            return nimble.sessions().list();
        } catch (NimbleException e) {
            if (!(closed && e instanceof NimbleInterruptedException)) {
                telling.accept(() -> listeners.tell(e));
            }
            throw e;
        } catch (IllegalStateException e) {
            isClientClosed = true;
            throw e instanceof CancellationException ? clientClosed(e) : e;
        }
    }

    /** What a call before the client was closed fails with, in the words of one after that. */
    static IllegalStateException clientClosed(IllegalStateException cause) {
        return new IllegalStateException("this NimbleClient is closed: make a new one", cause);
    }

    /**
     * Begins to poll in a daemon thread, at once and then with a pause after each poll, see {@link Builder#every}. After
     * failed polls the pauses grow, up to a minute. Ends with a warning in the log when the client is closed.
     *
     * @return this
     * @throws IllegalStateException if it was started before, or is closed
     */
    public SessionWatcher start() {
        poller.start();
        return this;
    }

    /**
     * Ends what {@link #start()} began: breaks a poll off, but lets listeners finish with what is told already, for up to
     * 10 seconds. May be called by a listener, and more than once. The client stays open, and {@link #poll()} still works.
     */
    @Override
    public void close() {
        closed = true;
        poller.close();
    }

    /** Makes a {@link SessionWatcher}, or a publisher. Not thread-safe. */
    public static final class Builder {
        private final NimbleClient nimble;
        private final List<SessionListener> listeners = new ArrayList<>();
        private Duration every = Duration.ofSeconds(5);
        // Unlike the time of day it never leaps, so no time is billed that has not gone by.
        Supplier<Instant> clock = () -> Instant.ofEpochSecond(0, System.nanoTime());

        private Builder(NimbleClient nimble) {
            this.nimble = Objects.requireNonNull(nimble, "nimble");
        }

        /**
         * The pause between two polls in the background, give or take a tenth.
         *
         * @param interval above zero, up to a day; default: 5 seconds. Nimble's management port is not made for more than a
         *     poll a second
         * @return this builder
         * @throws IllegalArgumentException if it is zero or less, or more than a day
         */
        public Builder every(Duration interval) {
            this.every = Durations.requireUpToADay(interval, "interval");
            return this;
        }

        /**
         * Somebody to tell. May be called several times; they are told in this order.
         *
         * @param listener told of all events
         * @return this builder
         */
        public Builder listener(SessionListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * The clock that tells the time between polls, which counts where {@code last_access} does not tell it.
         *
         * @param clock used as it is, leaps and all; default: {@link System#nanoTime()}, which has none
         * @return this builder
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock")::instant;
            return this;
        }

        /**
         * A watcher with these settings.
         *
         * @return a new watcher, not started
         */
        public SessionWatcher build() {
            return new SessionWatcher(this);
        }

        /**
         * A publisher of the same events. Each subscription is a watch of its own, on a daemon thread of its own, that
         * begins with the first demand and goes on until it is cancelled. The next poll is made when all events are taken
         * and more are asked for: a slow subscriber causes fewer polls, and loses no usage. A failed poll is told to the
         * listeners of this builder, which are not told of events, and the watch goes on; when the client is closed,
         * {@code onError} is called with the {@link IllegalStateException} that says so, and with anything else that ends
         * a poll. That the client is closed is seen by a poll only: by one under way at once, else after the pause, and
         * not at all while nothing is asked for, so cancel the subscriptions too. What the subscriber itself throws is
         * logged, and ends the watch.
         *
         * @return a publisher for any number of subscribers; it holds nothing that needs to be closed
         */
        public Flow.Publisher<SessionEvent> publisher() {
            NimbleClient source = nimble;
            Duration pause = every;
            Supplier<Instant> time = clock;
            Listeners told = new Listeners(listeners);
            return subscriber -> new WatchSubscription(
                            source, pause, time, told, Objects.requireNonNull(subscriber, "subscriber"))
                    .start();
        }
    }
}
