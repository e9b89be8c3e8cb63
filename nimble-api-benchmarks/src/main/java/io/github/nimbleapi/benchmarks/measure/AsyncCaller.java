package io.github.nimbleapi.benchmarks.measure;

import io.github.nimbleapi.benchmarks.peer.SessionClient;
import java.util.concurrent.CompletableFuture;

/** Calls without a thread of its own: each answer starts the next call. */
final class AsyncCaller extends Caller {
    private final SessionClient client;

    AsyncCaller(SessionClient client) {
        this.client = client;
    }

    @Override
    CompletableFuture<Void> callUntil(long nanoTime) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        latencies.clear();
        call(nanoTime, done);
        return done;
    }

    private void call(long end, CompletableFuture<Void> done) {
        long start = System.nanoTime();
        client.listAsync().whenComplete((sessions, failure) -> {
            long now = System.nanoTime();
            latencies.add(now - start);
            if (failure != null) {
                done.completeExceptionally(failure);
            } else if (now - end < 0) {
                call(end, done);
            } else {
                done.complete(null);
            }
        });
    }
}
