package io.github.nimbleapi.internal.http;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import io.github.nimbleapi.CallAttempt;
import io.github.nimbleapi.CallListener;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Tells the listener and the log how each attempt went. */
public final class ListenedTransport implements Transport {
    private static final System.Logger LOGGER = System.getLogger("io.github.nimbleapi");

    private final Transport next;
    private final CallListener listener;
    private final Timer timer;
    private final BaseUrl server;

    public ListenedTransport(Transport next, CallListener listener, Timer timer, BaseUrl server) {
        this.next = next;
        this.listener = listener;
        this.timer = timer;
        this.server = server;
    }

    @Override
    public <T> CompletableFuture<T> send(Exchange<T> exchange) {
        long start = timer.nanoTime();
        CompletableFuture<T> sent = next.send(exchange);
        LinkedFuture<T> told = new LinkedFuture<>();
        told.fedBy(() -> sent.cancel(true));
        sent.whenComplete((value, failure) -> {
            tell(exchange, Duration.ofNanos(timer.nanoTime() - start), failure);
            told.settle(value, failure);
        });
        return told;
    }

    private void tell(Exchange<?> exchange, Duration elapsed, @Nullable Throwable failure) {
        Request request = exchange.request;
        CallAttempt attempt =
                CallAttempt.of(server.toString(), request.method, request.path, exchange.attempt, elapsed, failure);
        try {
            LOGGER.log(DEBUG, attempt);
            listener.onAttempt(attempt);
        } catch (RuntimeException | Error e) {
            // An error too: passed on it would only end up in a future that nobody looks at, and the call would hang.
            LOGGER.log(WARNING, "the CallListener failed", e);
        }
    }
}
