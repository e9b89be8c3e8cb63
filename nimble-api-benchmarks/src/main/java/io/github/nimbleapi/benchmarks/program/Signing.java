package io.github.nimbleapi.benchmarks.program;

import io.github.nimbleapi.benchmarks.Options;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What a signature adds to a call: {@code --rounds --warm-up}. {@code gc.alloc.rate.norm} is bytes for one. */
public final class Signing {
    private Signing() {}

    public static void run(Options options) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(SigningBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .forks(1)
                        .warmupIterations(options.number("warm-up", 15))
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(options.number("rounds", 9))
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run();
    }
}
