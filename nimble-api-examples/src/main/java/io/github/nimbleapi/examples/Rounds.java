package io.github.nimbleapi.examples;

import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleInterruptedException;
import java.time.Duration;

/** Work that is done again and again. */
final class Rounds {
    private Rounds() {}

    /** One round of the work; whether to go on. */
    @FunctionalInterface
    interface Round<E extends Exception> {
        boolean run(long number) throws E;
    }

    /** Servers that do not answer may come back, unless they never did. */
    static <E extends Exception> void run(Terminal terminal, Duration pause, long times, Round<E> work) throws E {
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
}
