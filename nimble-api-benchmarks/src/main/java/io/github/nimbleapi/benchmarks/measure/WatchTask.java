package io.github.nimbleapi.benchmarks.measure;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.watch.SessionWatcher;

/** Polls with a watcher. */
final class WatchTask implements Task {
    private final NimbleClient nimble;
    private final SessionWatcher watcher;
    private final int expected;

    WatchTask(String url, int events) {
        nimble = NimbleClient.create(url);
        watcher = SessionWatcher.builder(nimble).build();
        expected = events;
        watcher.poll();
    }

    @Override
    public Sample run() {
        Allocation allocation = new Allocation();
        long start = System.nanoTime();
        int events = watcher.poll().size();
        long nanos = System.nanoTime() - start;
        // More where the counters of the server began anew.
        if (events < expected) {
            throw new IllegalStateException(events + " of " + expected + " events came");
        }
        return new Sample().with(Metric.NANOS, nanos).with(Metric.BYTES, allocation.bytes());
    }

    @Override
    public void close() {
        watcher.close();
        nimble.close();
    }
}
