package io.github.nimbleapi.examples;

import java.time.Duration;

/** Time that goes by. */
final class Pause {
    private Pause() {}

    /** The pause that an option gives. */
    static Duration given(String option, double seconds) {
        if (!(seconds >= 0.1 && seconds <= 86_400)) {
            throw new UsageException(option + " is " + seconds + ": give 0.1 to 86400 seconds.");
        }
        return Duration.ofMillis((long) (seconds * 1000));
    }

    /** Whether it was not interrupted. */
    static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
