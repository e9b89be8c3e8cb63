package io.github.nimbleapi.benchmarks.measure;

import io.github.nimbleapi.benchmarks.peer.SessionClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Callers which each make the next call when the one before is answered. */
final class SmallCallsTask implements Task {
    private final SessionClient client;
    private final List<Caller> callers;
    private final long roundNanos;

    private SmallCallsTask(SessionClient client, List<Caller> callers, int roundMillis) {
        this.client = client;
        this.callers = callers;
        this.roundNanos = roundMillis * 1_000_000L;
    }

    static SmallCallsTask open(SessionClient client, int callers, boolean async, int roundMillis) {
        return new SmallCallsTask(
                client,
                IntStream.range(0, callers)
                        .mapToObj(index -> async ? new AsyncCaller(client) : new BlockingCaller(client))
                        .collect(Collectors.toList()),
                roundMillis);
    }

    @Override
    public Sample run() throws Exception {
        Allocation allocation = new Allocation();
        long start = System.nanoTime();
        List<CompletableFuture<?>> running = callers.stream()
                .map(caller -> caller.callUntil(start + roundNanos))
                .collect(Collectors.toList());
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).get();
        long nanos = System.nanoTime() - start;
        long bytes = allocation.bytes();
        int calls =
                callers.stream().mapToInt(caller -> caller.latencies.calls()).sum();
        long[] sorted = latencies().sorted().toArray();
        return new Sample()
                .with(Metric.NANOS, sorted[sorted.length / 2])
                .with(Metric.P99_NANOS, sorted[sorted.length * 99 / 100])
                .with(Metric.CALLS_PER_SECOND, calls * 1e9 / nanos)
                .with(Metric.BYTES, (double) bytes / calls);
    }

    private LongStream latencies() {
        return callers.stream().flatMapToLong(caller -> LongStream.of(caller.latencies.kept()));
    }

    @Override
    public void close() {
        callers.forEach(Caller::close);
        client.close();
    }
}
