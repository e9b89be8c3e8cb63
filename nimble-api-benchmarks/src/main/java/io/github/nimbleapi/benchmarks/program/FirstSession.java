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
import io.github.nimbleapi.benchmarks.wire.BodyName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How soon the first session of a list is there, compared with a list of one: {@code --sizes --peers}. */
public final class FirstSession {
    private static final List<Peer> PEERS =
            List.of(Peer.BYTES_DATABIND, Peer.ITERATOR_DATABIND, Peer.FEIGN_ITERATOR, Peer.NIMBLE);

    private FirstSession() {}

    public static void run(Options options) throws Exception {
        for (int size : options.numbers("sizes", 1_000, 10_000, 100_000, 500_000)) {
            String body = BodyName.of(size, "plain");
            try (ServerProcess server = ServerProcess.start(List.of("1", body))) {
                Map<String, TaskSpec> tasks = new LinkedHashMap<>();
                for (Peer peer : options.constants("peers", Peer.class, PEERS)) {
                    tasks.put(
                            peer.toString(), TaskKind.FIRST_SESSION.of(peer.name(), server.url("1"), server.url(body)));
                }
                table(Workers.measure(Listing.withHeap(options, size), tasks))
                        .print(String.format(Locale.ROOT, "First of %,d sessions", size));
            }
        }
    }

    private static Table table(Results results) {
        Table table = new Table("client", "ms", "ms, list of one", "x list of one", "x bytes-databind");
        for (String name : results.names()) {
            table.row(
                    name,
                    number(results.spread(name, Metric.NANOS).median() / 1e6, 3),
                    number(results.spread(name, Metric.SHORT_NANOS).median() / 1e6, 3),
                    results.ratio(name, Metric.NANOS, Metric.SHORT_NANOS),
                    Ratios.of(results, name, Metric.NANOS, Peer.BYTES_DATABIND));
        }
        return table;
    }
}
