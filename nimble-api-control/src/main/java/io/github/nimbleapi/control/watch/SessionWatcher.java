package io.github.nimbleapi.control.watch;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.internal.Poller;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleInterruptedException;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

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
 * <p>What counts: the sessions of the first poll start with no usage, since it was used before the watch; a session that
 * appears later began under watch, and starts with all that it has used. The same id with another creation time,
 * application, stream, viewer or type is another session, and so it is from another address where no creation time is told;
 * fewer bytes than before are a counter that began anew; both are told as an end and a start. A session that is missing in a list has ended; if it is back within ten minutes,
 * or in the next list, it starts again with what it used since it was last seen. A failed poll ends nothing.
 *
 * <p>Time is told by {@code last_access}: how far it has moved since {@code created}, or since the first sighting of a
 * session that was there before the watch. Where it is missing, or never moved though bytes did, the time between polls
 * that both saw the session counts.
 *
 * <p>Thread-safe; there is one poll at a time. A watcher keeps about as much in memory as one list of the sessions.
 */
public final class SessionWatcher implements AutoCloseable {
    private final NimbleClient nimble;
    private final Clock clock;
    private final Listeners listeners;
    private final SessionTracker tracker = new SessionTracker();
    private final ReentrantLock polling = new ReentrantLock();
    private final Poller poller;
    private volatile boolean closed;

    private SessionWatcher(Builder from) {
        this.nimble = from.nimble;
        this.clock = from.clock;
        this.listeners = new Listeners(from.listeners);
        this.poller = new Poller("nimble-api-watcher", from.every, this::pollInBackground);
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
     * @throws IllegalStateException if called by a listener of this watcher
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
        }
    }

    private List<SessionEvent> poll(Consumer<Runnable> telling) {
        begin();
        try {
            List<SessionEvent> events = tracker.update(list(telling), clock.instant());
            telling.accept(() -> listeners.tell(events));
            return Collections.unmodifiableList(events);
        } finally {
            polling.unlock();
        }
    }

    private void begin() {
        if (polling.isHeldByCurrentThread()) {
            throw new IllegalStateException("a listener can't poll: it is told of the poll that is under way");
        }
        try {
            polling.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NimbleInterruptedException(
                    "interrupted while another poll was under way", "GET", "/manage/sessions", e);
        }
    }

    private List<PlaybackSession> list(Consumer<Runnable> telling) {
        try {
            return nimble.sessions().list();
        } catch (NimbleException e) {
            if (!(closed && e instanceof NimbleInterruptedException)) {
                telling.accept(() -> listeners.tell(e));
            }
            throw e;
        }
    }

    /**
     * Begins to poll in a daemon thread, at once and then with a pause after each poll, see {@link Builder#every}. After
     * failed polls the pauses grow, up to a minute.
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
        private Clock clock = Clock.systemUTC();

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
            this.every = Poller.requireInterval(interval);
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
         * @param clock default: the system's
         * @return this builder
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
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
         * {@code onError} is called with the {@link IllegalStateException} that says so.
         *
         * @return a publisher for any number of subscribers; it holds nothing that needs to be closed
         */
        public Flow.Publisher<SessionEvent> publisher() {
            NimbleClient source = nimble;
            Duration pause = every;
            Clock time = clock;
            Listeners told = new Listeners(listeners);
            return subscriber -> new WatchSubscription(
                            source, pause, time, told, Objects.requireNonNull(subscriber, "subscriber"))
                    .start();
        }
    }
}
