package io.github.nimbleapi.control.handler;

import java.time.Duration;
import java.util.Objects;

/** Checks lengths of time for builders. */
final class Durations {
    private static final Duration LONGEST = Duration.ofDays(1);

    private Durations() {}

    static Duration requirePositive(Duration time, String name) {
        Objects.requireNonNull(time, name);
        if (time.isZero() || time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " is " + time + ": give a time above zero, up to a day");
        }
        return time;
    }
}
