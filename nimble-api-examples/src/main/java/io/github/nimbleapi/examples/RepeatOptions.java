package io.github.nimbleapi.examples;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How often a program does its work. */
final class RepeatOptions {
    @Option(names = "--every", paramLabel = "SECONDS", description = "How often; every 5 seconds if not said.")
    private double seconds = 5;

    @Option(names = "--times", paramLabel = "N", description = "Stop after N times, else with Ctrl-C.")
    private long times = Long.MAX_VALUE;

    /** One round of the work; whether to go on. */
    @FunctionalInterface
    interface Round<E extends Exception> {
        boolean run(long number) throws E;
    }

    <E extends Exception> void run(Round<E> work) throws E {
        Duration pause = interval();
        for (long number = 1; work.run(number) && number < times; number++) {
            if (!Pause.slept(pause)) {
                return;
            }
        }
    }

    private Duration interval() {
        if (!(seconds >= 0.1 && seconds <= 86_400)) {
            throw new UsageException("--every is " + seconds + ": give 0.1 to 86400 seconds.");
        }
        return Duration.ofMillis((long) (seconds * 1000));
    }
}
