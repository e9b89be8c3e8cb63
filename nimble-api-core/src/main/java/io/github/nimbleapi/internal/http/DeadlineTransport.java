package io.github.nimbleapi.internal.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends what is not over at the call's deadline: connecting, attempts, delays and body alike. */
public final class DeadlineTransport implements Transport {
    private final Transport next;
    private final Timer timer;
    private final Failures failures;

    public DeadlineTransport(Transport next, Timer timer, BaseUrl server) {
        this.next = next;
        this.timer = timer;
        this.failures = new Failures(server);
    }

    @Override
    public <T> CompletableFuture<T> send(Exchange<T> exchange) {
        LinkedFuture<T> outcome = new LinkedFuture<>();
        CompletableFuture<T> sent = next.send(exchange);
        AtomicBoolean expired = new AtomicBoolean();
        Runnable callOff = timer.schedule(Math.max(0, exchange.context.deadline - timer.nanoTime()), () -> {
            expired.set(true);
            sent.cancel(true);
        });
        outcome.fedBy(() -> sent.cancel(true));
        sent.whenComplete((value, failure) -> {
            callOff.run();
            if (failure != null && expired.get()) {
                exchange.context.executor.execute(() -> outcome.settle(
                        null, failures.timeout(exchange.request, exchange.context.options.callTimeout())));
            } else {
                outcome.settle(value, failure);
            }
        });
        return outcome;
    }
}
