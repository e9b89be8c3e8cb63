package io.github.nimbleapi.benchmarks.measure;

import io.github.nimbleapi.benchmarks.peer.Peer;
import io.github.nimbleapi.benchmarks.peer.SessionClient;
import java.io.IOException;
import java.util.Spliterator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * From the call to the first session of a list, and the same of lists of one session in between, so that the two find a
 * JVM and a machine that are equally warm.
 */
final class FirstSessionTask implements Task {
    private static final int LISTS = 5;
    private static final int SHORT_LISTS_BEFORE_EACH = 20;

    private final SessionClient one;
    private final SessionClient many;

    FirstSessionTask(Peer peer, String urlOfOne, String url) throws IOException, InterruptedException {
        this.one = peer.open(urlOfOne);
        this.many = peer.open(url);
    }

    @Override
    public Sample run() throws IOException, InterruptedException {
        LongStream.Builder first = LongStream.builder();
        LongStream.Builder firstOfOne = LongStream.builder();
        for (int list = 0; list < LISTS; list++) {
            for (int i = 0; i < SHORT_LISTS_BEFORE_EACH; i++) {
                firstOfOne.add(nanosToFirst(one));
            }
            first.add(nanosToFirst(many));
        }
        return new Sample()
                .with(Metric.NANOS, median(first.build()))
                .with(Metric.SHORT_NANOS, median(firstOfOne.build()));
    }

    /** The other sessions are taken too, untimed, so that the connection is kept. */
    private static long nanosToFirst(SessionClient client) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (Stream<?> sessions = client.stream()) {
            Spliterator<?> rest = sessions.spliterator();
            if (!rest.tryAdvance(session -> {})) {
                throw new IllegalStateException("no session came");
            }
            long nanos = System.nanoTime() - start;
            rest.forEachRemaining(session -> {});
            return nanos;
        }
    }

    private static double median(LongStream nanos) {
        return new Spread(nanos.asDoubleStream()).median();
    }

    @Override
    public void close() {
        one.close();
        many.close();
    }
}
