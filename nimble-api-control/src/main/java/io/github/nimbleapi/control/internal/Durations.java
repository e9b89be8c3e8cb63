package io.github.nimbleapi.control.internal;

import java.time.Duration;
import java.util.Objects;

/** Checks lengths of time for builders. */
public final class Durations {
    private static final Duration LONGEST = Duration.ofDays(1);

    private Durations() {}

    public static Duration requireUpToADay(Duration time, String name) {
        Objects.requireNonNull(time, name);
        if (time.isZero() || time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " is " + time + ": give a time above zero, up to a day");
        }
        return time;
    }
}
