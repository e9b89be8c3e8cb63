package io.github.nimbleapi.internal.json;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Numbers as Nimble writes them: also as text, also with a fraction where none belongs. */
public final class Numbers {
    /** No count of seconds comes near; 1973 in milliseconds. */
    private static final long LARGEST_SECONDS = 100_000_000_000L;

    private Numbers() {}

    /** The number in a text, cut to the range of a long; 0 where there is none. */
    public static long whole(String text) {
        if (text.isBlank()) {
            return 0;
        }
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return (long) decimal(text);
        }
    }

    /** The number in a text; 0 where there is none. */
    public static double decimal(String text) {
        // Many members are left out, and an exception for each would cost more than the rest of the answer.
        if (text.isBlank()) {
            return 0;
        }
        try {
            double number = Double.parseDouble(text.strip());
            return Double.isNaN(number) ? 0 : number;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Whether a text says true, or is a number other than 0. */
    public static boolean flag(String text) {
        return text.strip().equalsIgnoreCase("true") || decimal(text) != 0;
    }

    /** A length in seconds, to the microsecond; zero where it is negative, cut where no length is that long. */
    public static Duration seconds(double number) {
        double seconds = Math.max(0, Math.min(LARGEST_SECONDS, number));
        long whole = (long) seconds;
        return Duration.ofSeconds(whole).plus(Math.round((seconds - whole) * 1e6), ChronoUnit.MICROS);
    }

    /** A moment in seconds, or in milliseconds where it can't be seconds; the epoch where there is none. */
    public static Instant moment(long number) {
        if (number <= 0) {
            return Instant.EPOCH;
        }
        return number > LARGEST_SECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }
}
