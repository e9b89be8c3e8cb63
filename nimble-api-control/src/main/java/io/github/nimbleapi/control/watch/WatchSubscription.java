package io.github.nimbleapi.control.watch;

import static java.lang.System.Logger.Level.ERROR;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.internal.PollDelay;
import io.github.nimbleapi.error.NimbleException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A watch for one subscriber, in a thread that waits for demand, polls, and signals. */
final class WatchSubscription implements Flow.Subscription {
    private static final System.Logger LOGGER = System.getLogger("io.github.nimbleapi");

    private final NimbleClient nimble;
    private final PollDelay delay;
    private final Supplier<Instant> clock;
    private final Listeners listeners;
    private final Flow.Subscriber<? super SessionEvent> subscriber;
    private final SessionTracker tracker = new SessionTracker();
    private final Demand demand = new Demand();
    private volatile @Nullable CompletableFuture<?> call;

    WatchSubscription(
            NimbleClient nimble,
            Duration every,
            Supplier<Instant> clock,
            Listeners listeners,
            Flow.Subscriber<? super SessionEvent> subscriber) {
        this.nimble = nimble;
        this.delay = new PollDelay(every);
        this.clock = clock;
        this.listeners = listeners;
        this.subscriber = subscriber;
    }

    void start() {
        Thread thread = new Thread(this::run, "nimble-api-publisher");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void request(long n) {
        if (n > 0) {
            demand.add(n);
        } else {
            demand.fail(new IllegalArgumentException("n is " + n + ": request 1 or more (rule 3.9)"));
            breakOff();
        }
    }

    @Override
    public void cancel() {
        demand.cancel();
        breakOff();
    }

    // Not by an interrupt, which would hit the subscriber's code too.
    private void breakOff() {
        CompletableFuture<?> underWay = call;
        if (underWay != null) {
            underWay.cancel(true);
        }
    }

    private void run() {
        try {
            subscriber.onSubscribe(this);
            while (demand.await()) {
                Optional<List<SessionEvent>> events = poll();
                events.ifPresent(this::publish);
                demand.rest(delay.after(events.isPresent()));
            }
            demand.reason().ifPresent(subscriber::onError);
        } catch (Throwable e) {
            // By the subscriber, who is left alone then.
            LOGGER.log(ERROR, "the watch of a subscriber broke off", e);
        }
    }

    private Optional<List<SessionEvent>> poll() {
        try {
            return Optional.of(tracker.update(await(nimble.sessions().listAsync()), clock.get()));
        } catch (NimbleException e) {
            listeners.tell(e);
        } catch (CancellationException e) {
            // Unless it was broken off here, which is the reason then.
            demand.fail(SessionWatcher.clientClosed(e));
        } catch (Throwable e) {
            // The client is closed, a clock is broken, or the memory too small.
            demand.fail(e);
        }
        return Optional.empty();
    }

    private <T> T await(CompletableFuture<T> started) {
        call = started;
        if (demand.isOver()) {
            breakOff();
        }
        try {
            return started.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException ? (RuntimeException) e.getCause() : e;
        }
    }

    private void publish(List<SessionEvent> events) {
        for (SessionEvent event : events) {
            if (!demand.await()) {
                return;
            }
            demand.take();
            subscriber.onNext(event);
        }
    }
}
