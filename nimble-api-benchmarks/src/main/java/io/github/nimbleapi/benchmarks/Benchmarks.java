package io.github.nimbleapi.benchmarks;

import io.github.nimbleapi.benchmarks.program.ColdStart;
import io.github.nimbleapi.benchmarks.program.FanOut;
import io.github.nimbleapi.benchmarks.program.FirstSession;
import io.github.nimbleapi.benchmarks.program.Handlers;
import io.github.nimbleapi.benchmarks.program.Listing;
import io.github.nimbleapi.benchmarks.program.Memory;
import io.github.nimbleapi.benchmarks.program.Signing;
import io.github.nimbleapi.benchmarks.program.SmallCalls;
import io.github.nimbleapi.benchmarks.program.Watching;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Runs one of the benchmarks: its name, then its options. docs/performance.md has the commands. */
public final class Benchmarks {
    private static final Map<String, Benchmark> BY_NAME = new TreeMap<>(Map.of(
            "listing", Listing::run,
            "first-session", FirstSession::run,
            "small-calls", SmallCalls::run,
            "signing", Signing::run,
            "cold-start", ColdStart::run,
            "memory", Memory::run,
            "fan-out", FanOut::run,
            "watcher", Watching::run,
            "handlers", Handlers::run));

    @FunctionalInterface
    private interface Benchmark {
        void run(Options options) throws Exception;
    }

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Benchmark benchmark = arguments.length == 0 ? null : BY_NAME.get(arguments[0]);
        if (benchmark == null) {
            throw new IllegalArgumentException("benchmark is " + (arguments.length == 0 ? "not named" : arguments[0])
                    + ": give one of " + BY_NAME.keySet());
        }
        System.out.println(machine());
        benchmark.run(Options.parse(Arrays.copyOfRange(arguments, 1, arguments.length)));
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "%d cores, %s %s, %s %s",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.vm.name"),
                Runtime.version());
    }
}
