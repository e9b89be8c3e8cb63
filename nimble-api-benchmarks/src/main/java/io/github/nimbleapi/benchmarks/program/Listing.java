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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How long it takes to list sessions, and how much is allocated: {@code --sizes --bodies --rate --peers}, and
 * {@code --calls} in a round at most.
 */
public final class Listing {
    private static final Set<Peer> PEERS =
            EnumSet.complementOf(EnumSet.of(Peer.ITERATOR_DATABIND, Peer.FEIGN_ITERATOR));
    private static final int SESSIONS_PER_ROUND = 100_000;

    private Listing() {}

    public static void run(Options options) throws Exception {
        int rate = options.number("rate", 0);
        for (int size : options.numbers("sizes", 1, 1_000, 10_000, 100_000, 500_000)) {
            for (String kind : options.texts("bodies", "plain", "escaped")) {
                String body = BodyName.of(size, kind);
                try (ServerProcess server = ServerProcess.start(List.of(body), "--rate=" + rate)) {
                    List<Peer> peers = options.constants("peers", Peer.class, PEERS);
                    Results results =
                            Workers.measure(withHeap(options, size), tasks(options, peers, server.url(body), size));
                    table(results, size)
                            .print(String.format(
                                    Locale.ROOT,
                                    "%,d sessions, %s%s",
                                    size,
                                    kind,
                                    rate == 0 ? "" : ", over " + rate + " MB/s"));
                }
            }
        }
    }

    /** As much as the hungriest peer needs, and no more, since all workers live at the same time. */
    static Options withHeap(Options options, int size) {
        return options.withDefault("heap", size > 200_000 ? "1536m" : "1g");
    }

    static Map<String, TaskSpec> tasks(Options options, List<Peer> peers, String url, int size) {
        int calls = Math.max(1, Math.min(options.number("calls", 1_000), SESSIONS_PER_ROUND / size));
        Map<String, TaskSpec> tasks = new LinkedHashMap<>();
        for (Peer peer : peers) {
            tasks.put(peer.toString(), TaskKind.LIST.of(peer.name(), url, size, calls));
        }
        return tasks;
    }

    private static Table table(Results results, int size) {
        Table table = new Table("client", "ms", "x discard", "x discard + tokens", "x bytes-databind", "bytes/session");
        for (String name : results.names()) {
            table.row(
                    name,
                    number(results.spread(name, Metric.NANOS).median() / 1e6, 3),
                    ratio(results, name, Peer.DISCARD),
                    ratio(results, name, Peer.DISCARD, Peer.TOKENS),
                    ratio(results, name, Peer.BYTES_DATABIND),
                    number(results.spread(name, Metric.BYTES).median() / size, 1));
        }
        return table;
    }

    private static String ratio(Results results, String name, Peer... references) {
        return Ratios.of(results, name, Metric.NANOS, (Object[]) references);
    }
}
