package io.github.nimbleapi.examples;

import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionFilters;
import io.github.nimbleapi.session.SessionType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which sessions: those that match all options given. */
final class FilterOptions {
    @Option(names = "--app", paramLabel = "NAME", description = "Sessions of this application.")
    private @Nullable String app;

    @Option(names = "--stream", paramLabel = "NAME", description = "Sessions of this stream: STREAM or APP/STREAM.")
    private @Nullable String stream;

    @Option(names = "--viewer", paramLabel = "ID", description = "Sessions of this viewer (ppv_id).")
    private @Nullable String viewer;

    @Option(names = "--ip", paramLabel = "ADDRESS", description = "Sessions from this client address.")
    private @Nullable String ip;

    @Option(names = "--type", paramLabel = "TYPE", description = "Sessions of this type, such as HLS or MPEG-DASH.")
    private @Nullable String type;

    /** The filters given, joined; empty if there are none. */
    Optional<Predicate<PlaybackSession>> filter() {
        return given().stream().reduce(Predicate::and);
    }

    private List<Predicate<PlaybackSession>> given() {
        return Stream.of(
                        filter("--app", app, SessionFilters::onApp),
                        filter("--stream", stream, FilterOptions::onStream),
                        filter("--viewer", viewer, SessionFilters::ofViewer),
                        filter("--ip", ip, SessionFilters::fromIp),
                        filter("--type", type, name -> SessionFilters.ofType(SessionType.of(name))))
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
    }

    private static @Nullable Predicate<PlaybackSession> filter(
            String option, @Nullable String value, Function<String, Predicate<PlaybackSession>> filter) {
        if (value == null) {
            return null;
        }
        if (value.isBlank()) {
            // A script's unset variable must not end the sessions that have no name.
            throw new UsageException(option + " is empty: give a value or leave it out.");
        }
        return filter.apply(value);
    }

    private static Predicate<PlaybackSession> onStream(String name) {
        return session -> session.stream().equals(name) || Columns.path(session).equals(name);
    }
}
