package io.github.nimbleapi.internal.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A wait that only an interrupt ends, which other threads may break off. The interrupt that does so is not seen by anybody
 * else, and comes neither before the wait nor after it.
 */
final class BreakableWait {
    private @Nullable Thread waiting;
    private boolean brokenOff;

    @FunctionalInterface
    interface Wait {
        void run() throws IOException, InterruptedException;
    }

    /** Waits; throws what the wait throws, unless it was broken off: then it simply ends. */
    void run(Wait wait) throws IOException, InterruptedException {
        if (begin()) {
            try {
                wait.run();
            } catch (InterruptedException e) {
                if (!isBrokenOff()) {
                    throw e;
                }
            } finally {
                end();
            }
        }
    }

    private synchronized boolean begin() {
        waiting = brokenOff ? null : Thread.currentThread();
        return !brokenOff;
    }

    private synchronized boolean isBrokenOff() {
        return brokenOff;
    }

    private synchronized void end() {
        waiting = null;
        if (brokenOff) {
            Thread.interrupted();
        }
    }

    synchronized void breakOff() {
        brokenOff = true;
        if (waiting != null) {
            waiting.interrupt();
        }
    }
}
