package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Md5;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a {@code wmsAuthSign} says. Immutable. */
final class PlaybackLink {
    private static final DateTimeFormatter SERVER_TIME = new DateTimeFormatterBuilder()
            .appendPattern("M/d/u h:m:s ")
            .appendText(ChronoField.AMPM_OF_DAY, Map.of(0L, "AM", 1L, "PM"))
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final Map<String, String> members;

    PlaybackLink(Map<String, String> members) {
        this.members = members;
    }

    String viewerId() {
        return member("id");
    }

    boolean isSignedWith(String key, String clientIp, String stream) {
        return signedPart(stream)
                .map(part -> ip(clientIp) + viewerId() + key + member("server_time") + member("validminutes") + part)
                .filter(material -> Md5.matches(material, member("hash_value")))
                .isPresent();
    }

    boolean isValidAt(Instant now, Duration tolerance) {
        return begin().flatMap(begin -> number(member("validminutes"))
                        .filter(minutes ->
                                isWithin(Duration.between(begin, now), Duration.ofMinutes(minutes), tolerance)))
                .isPresent();
    }

    private static boolean isWithin(Duration age, Duration validity, Duration tolerance) {
        Duration early = age.negated();
        Duration late = age.minus(validity);
        return early.compareTo(tolerance) <= 0 && late.compareTo(tolerance) <= 0;
    }

    private String ip(String clientIp) {
        boolean anywhere = !viewerId().isEmpty() && !member("checkip").equals("true");
        return anywhere ? "" : clientIp;
    }

    /** The beginning of the stream's name, as long as the link says, in bytes. */
    private Optional<String> signedPart(String stream) {
        byte[] name = stream.getBytes(StandardCharsets.UTF_8);
        return number(members.getOrDefault("strm_len", "0"))
                .filter(length -> length <= name.length)
                .map(length -> new String(name, 0, length, StandardCharsets.UTF_8));
    }

    private Optional<Instant> begin() {
        try {
            return Optional.of(
                    LocalDateTime.parse(member("server_time"), SERVER_TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private String member(String name) {
        return members.getOrDefault(name, "");
    }
}
