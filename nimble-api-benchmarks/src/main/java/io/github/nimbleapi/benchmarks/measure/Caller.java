package io.github.nimbleapi.benchmarks.measure;

import java.util.concurrent.CompletableFuture;

/** Makes one call after the other. */
abstract class Caller {
    final Latencies latencies = new Latencies();

    /** The future completes after the first answer at or after that time; there is always one call. */
    abstract CompletableFuture<Void> callUntil(long nanoTime);

    void close() {}
}
