package io.github.nimbleapi.internal.scte35;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Duration;
import java.util.Objects;

/** Checks what markers are to say. */
public final class Checks {
    private static final int LARGEST_BYTE = 255;

    private Checks() {}

    /** A duration that the wire can carry. */
    public static Duration wholeSeconds(Duration duration, String name) {
        Objects.requireNonNull(duration, name);
        if (duration.isNegative() || duration.isZero() || !duration.equals(duration.truncatedTo(SECONDS))) {
            throw new IllegalArgumentException(
                    name + " is " + duration + ": give whole seconds, more than 0, such as Duration.ofSeconds(30)");
        }
        return duration;
    }

    /** A number that the standard holds in one byte. */
    public static int oneByte(int number, String name) {
        if (number < 0 || number > LARGEST_BYTE) {
            throw new IllegalArgumentException(name + " is " + number + ": give 0 to " + LARGEST_BYTE);
        }
        return number;
    }

    static long notNegative(long number, String name) {
        if (number < 0) {
            throw new IllegalArgumentException(name + " is " + number + ": give 0 or more");
        }
        return number;
    }
}
