package io.github.nimbleapi.benchmarks.measure;

import io.github.nimbleapi.benchmarks.peer.Peer;
import io.github.nimbleapi.benchmarks.peer.SessionClient;
import java.io.IOException;
import java.util.Spliterator;
import java.util.stream.Stream;

/** From the call to the first session. The others are taken too, untimed, so that the connection is kept. */
final class FirstSessionTask implements Task {
    private final Peer peer;
    private final SessionClient client;

    FirstSessionTask(Peer peer, String url) throws IOException, InterruptedException {
        this.peer = peer;
        this.client = peer.open(url);
    }

    @Override
    public Sample run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (Stream<?> sessions = client.stream()) {
            Spliterator<?> rest = sessions.spliterator();
            boolean came = rest.tryAdvance(session -> {});
            long nanos = System.nanoTime() - start;
            if (came != peer.decodes()) {
                throw new IllegalStateException("a session came: " + came);
            }
            rest.forEachRemaining(session -> {});
            return new Sample().with(Metric.NANOS, nanos);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
