package io.github.nimbleapi.examples;

import picocli.CommandLine.Option;

/** How often a program does its work. */
final class RepeatOptions {
    @Option(names = "--every", paramLabel = "SECONDS", description = "How often; every 5 seconds if not said.")
    private double seconds = 5;

    @Option(names = "--times", paramLabel = "N", description = "Stop after N times, else with Ctrl-C.")
    private long times = Long.MAX_VALUE;

    <E extends Exception> void run(Terminal terminal, Rounds.Round<E> work) throws E {
        Rounds.run(terminal, Pause.given("--every", seconds), times, work);
    }
}
