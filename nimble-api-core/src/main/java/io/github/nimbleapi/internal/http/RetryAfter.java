package io.github.nimbleapi.internal.http;

import io.github.nimbleapi.error.NimbleResponseException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;

/** The header {@code Retry-After}: seconds, or a date. */
final class RetryAfter {
    private RetryAfter() {}

    /** The delay that the server asks for, or 0. */
    static long nanos(NimbleResponseException refusal, Clock clock) {
        String value = refusal.reply().header("Retry-After").orElse("0").strip();
        if (value.matches("\\d+")) {
            return value.length() > 9 ? Long.MAX_VALUE : TimeUnit.SECONDS.toNanos(Long.parseLong(value));
        }
        try {
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return TimeUnit.NANOSECONDS.convert(Duration.between(clock.instant(), date));
        } catch (DateTimeException e) {
            return 0;
        }
    }
}
