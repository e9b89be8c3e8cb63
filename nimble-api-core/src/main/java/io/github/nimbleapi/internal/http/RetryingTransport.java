package io.github.nimbleapi.internal.http;

import io.github.nimbleapi.RetryPolicy;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleResponseException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Repeats what is safe to repeat and failed in a way that may pass. */
public final class RetryingTransport implements Transport {
    private static final long NO = -1;

    private final Transport next;
    private final Timer timer;
    private final Clock clock;
    private final DoubleSupplier random;

    /** The random numbers are from 0 to 1. */
    public RetryingTransport(Transport next, Timer timer, Clock clock, DoubleSupplier random) {
        this.next = next;
        this.timer = timer;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public <T> CompletableFuture<T> send(Exchange<T> exchange) {
        LinkedFuture<T> outcome = new LinkedFuture<>();
        attempt(exchange, outcome);
        return outcome;
    }

    private <T> void attempt(Exchange<T> exchange, LinkedFuture<T> outcome) {
        if (outcome.isOver()) {
            return;
        }
        CompletableFuture<T> sent = next.send(exchange);
        outcome.fedBy(() -> sent.cancel(true));
        sent.whenComplete((value, failure) -> {
            long delay = delayAfter(exchange, failure);
            if (delay == NO) {
                outcome.settle(value, failure);
            } else {
                // Not called off when the outcome ends first: the next attempt sees that and is none.
                Runnable again = () -> attempt(exchange.next(), outcome);
                timer.schedule(delay, () -> exchange.context.executor.execute(again));
            }
        });
    }

    /** Nanoseconds until the next attempt. */
    private long delayAfter(Exchange<?> exchange, @Nullable Throwable failure) {
        RetryPolicy policy = exchange.context.options.retryPolicy();
        if (!(failure instanceof NimbleException)
                || !((NimbleException) failure).isRetryable()
                || !exchange.request.repeatable
                || exchange.attempt > policy.retries()) {
            return NO;
        }
        long longest = TimeUnit.NANOSECONDS.convert(policy.delayBefore(exchange.attempt));
        long delay = (long) (longest * (1 + random.getAsDouble()) / 2);
        if (failure instanceof NimbleResponseException) {
            delay = Math.max(delay, RetryAfter.nanos((NimbleResponseException) failure, clock));
        }
        return delay < exchange.context.deadline - timer.nanoTime() ? delay : NO;
    }
}
