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

/** What one poll of a watcher costs where every session has gone on, and where none has: {@code --sizes}. */
public final class Watching {
    private Watching() {}

    public static void run(Options options) throws Exception {
        for (int size : options.numbers("sizes", 100_000)) {
            String still = BodyName.of(size, "plain");
            String growing = BodyName.of(size, "growing");
            try (ServerProcess server = ServerProcess.start(List.of(still, growing))) {
                Map<String, TaskSpec> tasks = new LinkedHashMap<>();
                tasks.put("list", TaskKind.LIST.of(Peer.NIMBLE.name(), server.url(still), size, 1));
                tasks.put("poll, all still", TaskKind.WATCH.of(server.url(still), 0));
                tasks.put("poll, all go on", TaskKind.WATCH.of(server.url(growing), size));
                table(Workers.measure(options, tasks), size)
                        .print(String.format(Locale.ROOT, "A poll over %,d sessions", size));
            }
        }
    }

    private static Table table(Results results, int size) {
        Table table = new Table("what", "ms", "x list", "bytes/session");
        for (String name : results.names()) {
            table.row(
                    name,
                    number(results.spread(name, Metric.NANOS).median() / 1e6, 1),
                    Ratios.of(results, name, Metric.NANOS, "list"),
                    number(results.spread(name, Metric.BYTES).median() / size, 1));
        }
        return table;
    }
}
