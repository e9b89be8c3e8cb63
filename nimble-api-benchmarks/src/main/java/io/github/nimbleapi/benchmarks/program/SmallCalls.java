package io.github.nimbleapi.benchmarks.program;

import static io.github.nimbleapi.benchmarks.measure.Table.number;

import io.github.nimbleapi.benchmarks.Options;
import io.github.nimbleapi.benchmarks.measure.Metric;
import io.github.nimbleapi.benchmarks.measure.Results;
import io.github.nimbleapi.benchmarks.measure.ServerProcess;
import io.github.nimbleapi.benchmarks.measure.Table;
import io.github.nimbleapi.benchmarks.measure.TaskKind;
import io.github.nimbleapi.benchmarks.measure.TaskSpec;
import io.github.nimbleapi.benchmarks.measure.Workers;
import io.github.nimbleapi.benchmarks.peer.Peer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of one session, as fast as they come: {@code --callers --styles --peers --seconds} of a round. */
public final class SmallCalls {
    private static final List<Peer> BLOCKING = List.of(
            Peer.RAW,
            Peer.BYTES_DATABIND,
            Peer.RETROFIT,
            Peer.FEIGN_JAVA11,
            Peer.FEIGN_OKHTTP,
            Peer.OKHTTP_MOSHI,
            Peer.OKHTTP_GSON,
            Peer.NIMBLE);
    private static final List<Peer> ASYNC = List.of(Peer.RAW, Peer.BYTES_DATABIND, Peer.RETROFIT, Peer.NIMBLE);

    private SmallCalls() {}

    public static void run(Options options) throws Exception {
        try (ServerProcess server = ServerProcess.start(List.of("1"))) {
            for (int callers : options.numbers("callers", 1, 64)) {
                for (String style : options.texts("styles", "blocking", "async")) {
                    List<Peer> peers = options.constants("peers", Peer.class, style.equals("async") ? ASYNC : BLOCKING);
                    Results results = Workers.measure(options, tasks(options, peers, server.url("1"), callers, style));
                    table(results).print(callers + (callers == 1 ? " caller, " : " callers, ") + style);
                }
            }
        }
    }

    private static Map<String, TaskSpec> tasks(
            Options options, List<Peer> peers, String url, int callers, String style) {
        int millis = options.number("seconds", 2) * 1_000;
        Map<String, TaskSpec> tasks = new LinkedHashMap<>();
        for (Peer peer : peers) {
            tasks.put(peer.toString(), TaskKind.SMALL_CALLS.of(peer.name(), url, callers, style, millis));
        }
        return tasks;
    }

    private static Table table(Results results) {
        Table table = new Table(
                "client", "p50 us", "x raw", "p99 us", "x raw", "calls/s", "x raw", "bytes/call", "bytes over raw");
        boolean hasRaw = results.has(Peer.RAW.toString());
        double raw = hasRaw ? bytes(results, Peer.RAW.toString()) : Double.NaN;
        for (String name : results.names()) {
            table.row(
                    name,
                    number(results.spread(name, Metric.NANOS).median() / 1e3, 0),
                    Ratios.of(results, name, Metric.NANOS, Peer.RAW),
                    number(results.spread(name, Metric.P99_NANOS).median() / 1e3, 0),
                    Ratios.of(results, name, Metric.P99_NANOS, Peer.RAW),
                    number(results.spread(name, Metric.CALLS_PER_SECOND).median(), 0),
                    Ratios.of(results, name, Metric.CALLS_PER_SECOND, Peer.RAW),
                    number(bytes(results, name), 0),
                    number(bytes(results, name) - raw, 0));
        }
        return table;
    }

    private static double bytes(Results results, String name) {
        return results.spread(name, Metric.BYTES).median();
    }
}
