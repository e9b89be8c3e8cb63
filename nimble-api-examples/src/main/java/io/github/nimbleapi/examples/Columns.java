package io.github.nimbleapi.examples;

import io.github.nimbleapi.session.PlaybackSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a table of sessions shows of each. */
final class Columns {
    static final List<String> HEADINGS = List.of("ID", "APP/STREAM", "TYPE", "VIEWER", "CLIENT IP", "SINCE", "SENT");

    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private Columns() {}

    static List<String> of(PlaybackSession session, Instant now) {
        return Stream.of(
                        Long.toUnsignedString(session.id()),
                        path(session),
                        session.type().value(),
                        session.viewerId().orElse(""),
                        session.clientIp(),
                        since(session, now),
                        Units.bytes(session.bytesSent()))
                .map(Columns::printable)
                .collect(Collectors.toList());
    }

    static String path(PlaybackSession session) {
        return session.app().isEmpty() ? session.stream() : session.app() + "/" + session.stream();
    }

    private static String since(PlaybackSession session, Instant now) {
        return session.created()
                .map(created -> Units.ago(Duration.between(created, now)))
                .orElse("");
    }

    /** Players choose some of these words: they must not steer the terminal. */
    static String printable(String text) {
        String safe = STEERING.matcher(text).replaceAll("?");
        return safe.isBlank() ? "-" : safe;
    }
}
