package io.github.nimbleapi.benchmarks.measure;

import io.github.nimbleapi.benchmarks.peer.SessionClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Calls in a thread of its own, which lives on, so that what it allocates is known. */
final class BlockingCaller extends Caller {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final SessionClient client;

    BlockingCaller(SessionClient client) {
        this.client = client;
    }

    @Override
    CompletableFuture<Void> callUntil(long nanoTime) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        latencies.clear();
        thread.execute(() -> {
            try {
                call(nanoTime);
                done.complete(null);
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private void call(long end) throws Exception {
        long now = System.nanoTime();
        do {
            long start = now;
            client.list();
            now = System.nanoTime();
            latencies.add(now - start);
        } while (now - end < 0);
    }

    @Override
    void close() {
        thread.shutdown();
    }
}
