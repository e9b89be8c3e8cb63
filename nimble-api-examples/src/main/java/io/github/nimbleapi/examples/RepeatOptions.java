package io.github.nimbleapi.examples;

import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleInterruptedException;
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

    /** Servers that do not answer may come back, unless they never did. */
    <E extends Exception> void run(Terminal terminal, Round<E> work) throws E {
        Duration pause = interval();
        for (long number = 1; goesOn(terminal, work, number) && number < times; number++) {
            if (!Pause.slept(pause)) {
                return;
            }
        }
    }

    private static <E extends Exception> boolean goesOn(Terminal terminal, Round<E> work, long number) throws E {
        try {
            return work.run(number);
        } catch (NimbleInterruptedException e) {
            return false;
        } catch (NimbleException e) {
            if (number == 1) {
                throw e;
            }
            terminal.out.println(e.getMessage());
            return !terminal.out.checkError();
        }
    }

    private Duration interval() {
        if (!(seconds >= 0.1 && seconds <= 86_400)) {
            throw new UsageException("--every is " + seconds + ": give 0.1 to 86400 seconds.");
        }
        return Duration.ofMillis((long) (seconds * 1000));
    }
}
