package io.github.nimbleapi.signing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code server_time}: UTC, as {@code 5/20/2026 1:05:09 PM} in every locale. */
final class ServerTime {
    private static final DateTimeFormatter WRITTEN = format(" h:mm:ss ");
    private static final DateTimeFormatter READ = format(" h:m:s ");

    private ServerTime() {}

    static String write(Instant moment) {
        return WRITTEN.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** Reads it also with leading zeros, and without those of minutes and seconds. */
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, READ).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter format(String time) {
        return new DateTimeFormatterBuilder()
                .appendPattern("M/d/")
                .appendValue(ChronoField.YEAR, 4)
                .appendPattern(time)
                .appendText(ChronoField.AMPM_OF_DAY, Map.of(0L, "AM", 1L, "PM"))
                .toFormatter(Locale.ROOT);
    }
}
