package io.github.nimbleapi.benchmarks.program;

import static io.github.nimbleapi.benchmarks.measure.Table.number;

import io.github.nimbleapi.benchmarks.Options;
import io.github.nimbleapi.benchmarks.cold.CountStreamed;
import io.github.nimbleapi.benchmarks.cold.ListOnce;
import io.github.nimbleapi.benchmarks.measure.Metric;
import io.github.nimbleapi.benchmarks.measure.Results;
import io.github.nimbleapi.benchmarks.measure.ServerProcess;
import io.github.nimbleapi.benchmarks.measure.SmallHeap;
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

/**
 * Bytes allocated and retained, the smallest heap for a long list, and a longer one through a heap that is smaller still:
 * {@code --parts --peers}, and {@code --sizes} where one part is chosen.
 */
public final class Memory {
    private static final List<Integer> MEGABYTES = List.of(
            24, 32, 40, 48, 56, 64, 72, 80, 88, 96, 104, 112, 128, 144, 160, 192, 224, 256, 320, 384, 448, 512, 640,
            768, 1024);
    private static final int SECONDS_TO_LIST = 60;
    private static final int SECONDS_TO_STREAM = 300;

    private final Options options;

    private Memory(Options options) {
        this.options = options;
    }

    public static void run(Options options) throws Exception {
        Memory memory = new Memory(options);
        for (String part : options.texts("parts", "allocated", "retained", "heap", "streamed")) {
            switch (part) {
                case "allocated":
                    memory.allocated();
                    break;
                case "retained":
                    memory.retained();
                    break;
                case "heap":
                    memory.smallestHeap();
                    break;
                case "streamed":
                    memory.streamed();
                    break;
                default:
                    throw new IllegalArgumentException("part is " + part);
            }
        }
    }

    /** What decoding alone allocates is taken to be the whole less what a body costs that is discarded. */
    private void allocated() throws Exception {
        for (int size : options.numbers("sizes", 10_000, 100_000)) {
            String body = BodyName.of(size, "plain");
            try (ServerProcess server = ServerProcess.start(List.of(body))) {
                List<Peer> peers =
                        peers(Peer.DISCARD, Peer.BYTES_DATABIND, Peer.RETROFIT, Peer.OKHTTP_MOSHI, Peer.NIMBLE);
                Results results = Workers.measure(options, Listing.tasks(options, peers, server.url(body), size));
                boolean hasFloor = results.has(Peer.DISCARD.toString());
                double floor = hasFloor ? bytes(results, Peer.DISCARD.toString()) : Double.NaN;
                Table table = new Table("client", "bytes/session", "less discard");
                for (String name : results.names()) {
                    double bytes = bytes(results, name);
                    table.row(name, number(bytes / size, 1), number((bytes - floor) / size, 1));
                }
                table.print(String.format(Locale.ROOT, "Allocated for %,d sessions", size));
            }
        }
    }

    private void retained() throws Exception {
        for (int size : options.numbers("sizes", 100_000)) {
            String body = BodyName.of(size, "plain");
            try (ServerProcess server = ServerProcess.start(List.of(body))) {
                Map<String, TaskSpec> tasks = new LinkedHashMap<>();
                for (Peer peer : peers(Peer.BYTES_DATABIND, Peer.NIMBLE)) {
                    tasks.put(peer.toString(), TaskKind.RETAINED.of(peer.name(), server.url(body)));
                }
                Results results = Workers.measureOnce(options, tasks);
                Table table = new Table("client", "bytes/session");
                for (String name : results.names()) {
                    table.row(name, number(bytes(results, name) / size, 1));
                }
                table.print(String.format(Locale.ROOT, "Retained by %,d sessions", size));
            }
        }
    }

    private void smallestHeap() throws Exception {
        for (int size : options.numbers("sizes", 500_000)) {
            String body = BodyName.of(size, "plain");
            try (ServerProcess server = ServerProcess.start(List.of(body))) {
                Table table = new Table("client", "-Xmx");
                for (Peer peer : peers(Peer.BYTES_DATABIND, Peer.RETROFIT, Peer.OKHTTP_MOSHI, Peer.NIMBLE)) {
                    List<String> arguments = List.of(peer.name(), server.url(body));
                    table.row(peer, smallest(new SmallHeap(ListOnce.class, arguments, size, SECONDS_TO_LIST)));
                }
                table.print(String.format(Locale.ROOT, "Smallest heap to list %,d sessions", size));
            }
        }
    }

    private static String smallest(SmallHeap jvm) throws Exception {
        for (int megabytes : MEGABYTES) {
            if (!Double.isNaN(jvm.seconds(megabytes))) {
                return megabytes + "m";
            }
        }
        return "more";
    }

    private void streamed() throws Exception {
        for (int size : options.numbers("sizes", 5_000_000)) {
            String body = BodyName.of(size, "plain");
            try (ServerProcess server = ServerProcess.start(List.of(body))) {
                Table table = new Table("client", "-Xmx", "seconds, with the start of the JVM");
                for (Peer peer : peers(Peer.ITERATOR_DATABIND, Peer.NIMBLE)) {
                    int megabytes = peer == Peer.NIMBLE ? 16 : 64;
                    List<String> arguments = List.of(peer.name(), server.url(body));
                    SmallHeap jvm = new SmallHeap(CountStreamed.class, arguments, size, SECONDS_TO_STREAM);
                    double seconds = jvm.seconds(megabytes);
                    table.row(peer, megabytes + "m", Double.isNaN(seconds) ? "failed" : number(seconds, 1));
                }
                table.print(String.format(Locale.ROOT, "%,d sessions, one by one", size));
            }
        }
    }

    private List<Peer> peers(Peer... otherwise) {
        return options.constants("peers", Peer.class, List.of(otherwise));
    }

    private static double bytes(Results results, String name) {
        return results.spread(name, Metric.BYTES).median();
    }
}
