package io.github.nimbleapi.control.internal;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait from one run to the next: with jitter, and longer after failures. Used by one thread. */
public final class PollDelay {
    private static final double JITTER = 0.1;
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);

    private final long regular;
    private int failures;

    public PollDelay(Duration regular) {
        this.regular = Math.max(1, regular.toMillis());
    }

    /** Milliseconds to wait after a run. */
    public long after(boolean succeeded) {
        failures = succeeded ? 0 : failures + 1;
        return millis(failures, ThreadLocalRandom.current().nextDouble());
    }

    long millis(int failuresInARow, double random) {
        double longest = Math.max(regular, LONGEST_BACK_OFF.toMillis());
        double backedOff = Math.min(longest, regular * Math.pow(2, Math.min(failuresInARow, 30)));
        return (long) Math.max(1, backedOff * (1 - JITTER + 2 * JITTER * random));
    }
}
