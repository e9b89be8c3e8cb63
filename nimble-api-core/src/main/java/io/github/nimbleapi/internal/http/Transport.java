package io.github.nimbleapi.internal.http;

import java.util.concurrent.CompletableFuture;

/** Sends an exchange and reads its answer. What every call has in common is a decorator of this. */
public interface Transport {
    /**
     * Never throws; the future fails with a {@link io.github.nimbleapi.error.NimbleException}, or with what the reader of
     * the exchange threw. It ends in the exchange's executor. Cancelling it stops all work for it.
     */
    <T> CompletableFuture<T> send(Exchange<T> exchange);
}
