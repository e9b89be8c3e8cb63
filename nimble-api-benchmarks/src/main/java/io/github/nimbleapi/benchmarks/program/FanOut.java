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
import io.github.nimbleapi.benchmarks.wire.BodyName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long it takes to list the sessions of many servers: {@code --servers --delay} in milliseconds {@code --sizes --kinds}.
 * The servers are one process with many ports, so that they take the least from the clients.
 */
public final class FanOut {
    private FanOut() {}

    public static void run(Options options) throws Exception {
        int servers = options.number("servers", 50);
        int delay = options.number("delay", 20);
        for (int size : options.numbers("sizes", 200)) {
            String body = BodyName.of(size, "plain");
            try (ServerProcess process = ServerProcess.start(List.of(body), "--ports=" + servers, "--delay=" + delay)) {
                Map<String, TaskSpec> tasks = new LinkedHashMap<>();
                for (String kind : options.texts("kinds", "sequential-databind", "async-databind", "fleet")) {
                    List<String> arguments = new ArrayList<>(List.of(kind));
                    arguments.addAll(process.urls(body));
                    tasks.put(kind, TaskKind.FAN_OUT.of(arguments.toArray()));
                }
                table(Workers.measure(options, tasks))
                        .print(String.format(
                                Locale.ROOT, "%d servers of %d ms, %,d sessions each", servers, delay, size));
            }
        }
    }

    private static Table table(Results results) {
        Table table = new Table("client", "ms", "x async-databind");
        for (String name : results.names()) {
            table.row(
                    name,
                    number(results.spread(name, Metric.NANOS).median() / 1e6, 1),
                    Ratios.of(results, name, Metric.NANOS, "async-databind"));
        }
        return table;
    }
}
