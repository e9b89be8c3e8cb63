package io.github.nimbleapi.benchmarks.measure;

import io.github.nimbleapi.benchmarks.peer.Peer;
import io.github.nimbleapi.benchmarks.peer.SessionClient;
import java.io.IOException;

/** Lists, one call after the other. */
final class ListTask implements Task {
    private final SessionClient client;
    private final int expected;
    private final int calls;

    ListTask(Peer peer, String url, int sessions, int calls) throws IOException, InterruptedException {
        this.client = peer.open(url);
        this.expected = peer.decodes() ? sessions : 0;
        this.calls = calls;
    }

    @Override
    public Sample run() throws IOException, InterruptedException {
        Allocation allocation = new Allocation();
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            int size = client.list().size();
            if (size != expected) {
                throw new IllegalStateException(size + " of " + expected + " sessions came");
            }
        }
        long nanos = System.nanoTime() - start;
        return new Sample()
                .with(Metric.NANOS, (double) nanos / calls)
                .with(Metric.BYTES, (double) allocation.bytes() / calls);
    }

    @Override
    public void close() {
        client.close();
    }
}
