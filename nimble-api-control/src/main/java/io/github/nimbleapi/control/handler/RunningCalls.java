package io.github.nimbleapi.control.handler;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts calls, so that a server can stop when there are none. */
final class RunningCalls {
    private int running;
    private boolean ending;

    /** Whether it may. */
    synchronized boolean begin() {
        if (!ending) {
            running++;
        }
        return !ending;
    }

    synchronized void end() {
        running--;
        notifyAll();
    }

    /** Lets none begin any more, and waits for those that have. */
    synchronized void awaitEnd(Duration patience) {
        ending = true;
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); running > 0 && left > 0; left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
