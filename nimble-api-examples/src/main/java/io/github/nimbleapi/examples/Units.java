package io.github.nimbleapi.examples;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers as people read them. */
final class Units {
    private static final String[] BYTES = {"kB", "MB", "GB", "TB", "PB", "EB"};

    /** A hundred years: with less, nothing that is counted from it overflows. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Units() {}

    /** The time that an option gives. */
    static Duration time(String option, long number, ChronoUnit unit) {
        long most = LONGEST.dividedBy(unit.getDuration());
        if (number < 0 || number > most) {
            throw new UsageException(option + " is " + number + ": give 0 to " + most + ".");
        }
        return Duration.of(number, unit);
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1_000.0);
    }

    static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        double value = bytes / 1_000.0;
        int unit = 0;
        while (value >= 999.95) {
            value /= 1_000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, BYTES[unit]);
    }

    static String bitRate(long bitsPerSecond) {
        return bitsPerSecond < 1_000_000
                ? String.format(Locale.ROOT, "%.0f kbit/s", bitsPerSecond / 1_000.0)
                : String.format(Locale.ROOT, "%.1f Mbit/s", bitsPerSecond / 1_000_000.0);
    }

    static String ago(Duration age) {
        if (age.toSeconds() < 1) {
            return "just now";
        }
        if (age.toMinutes() < 1) {
            return age.toSeconds() + " s ago";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        return age.toDays() < 2 ? age.toHours() + " h " + age.toMinutesPart() + " min ago" : age.toDays() + " days ago";
    }
}
