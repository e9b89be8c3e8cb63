package io.github.nimbleapi.examples;

import java.time.Duration;

/** Time that goes by. */
final class Pause {
    private Pause() {}

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
