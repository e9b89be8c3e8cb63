package io.github.nimbleapi;

import java.time.Duration;
import java.util.Objects;

/** Checks durations given by the user. */
final class Durations {
    private Durations() {}

    static Duration requirePositive(Duration duration, String name) {
        Objects.requireNonNull(duration, name);
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " is " + duration + ": give more than zero");
        }
        return duration;
    }
}
