package io.github.nimbleapi.examples;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Ends sessions, but never all of them by accident: it wants to be told which. */
@Command(
        name = "end",
        description = {
            "Ends playback sessions: those that match all options given, of which there must be one.",
            "Deleting is not banning: a player may come straight back with a new session."
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Example: java -jar nimble-api-examples.jar end --url=http://127.0.0.1:8082 --viewer=user-42 --dry-run"
        })
final class EndSessions implements Runnable {
    private final Terminal terminal;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    @Option(
            names = "--id",
            paramLabel = "ID",
            split = ",",
            converter = SessionId.class,
            description = "Sessions with this id. May be given several times, or as ID,ID,...")
    private List<Long> ids = new ArrayList<>();

    @Option(names = "--dry-run", description = "Only show what would be ended.")
    private boolean dryRun;

    EndSessions(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Predicate<PlaybackSession> wanted = wanted();
        List<PlaybackSession> matched;
        try (NimbleClient nimble = server.connect(terminal)) {
            matched =
                    dryRun ? nimble.sessions().list(wanted) : nimble.sessions().deleteIf(wanted);
        }
        new SessionTable(terminal.out, Instant.now()).print(matched.iterator());
        terminal.out.println(outcome(matched));
        reportMissing(matched);
    }

    private Predicate<PlaybackSession> wanted() {
        Optional<Predicate<PlaybackSession>> byId =
                ids.isEmpty() ? Optional.empty() : Optional.of(session -> ids.contains(session.id()));
        return Stream.of(filters.filter(), byId)
                .flatMap(Optional::stream)
                .reduce(Predicate::and)
                .orElseThrow(() -> new UsageException(
                        "Which sessions? Give at least one of --id, --app, --stream, --viewer, --ip and --type."));
    }

    private String outcome(List<PlaybackSession> matched) {
        if (matched.isEmpty()) {
            return "No session matches: nothing " + (dryRun ? "would be" : "was") + " ended.";
        }
        String count = Units.count(matched.size(), "session");
        return dryRun
                ? count + " would be ended; without --dry-run they are."
                : count + " ended. Deleting is not banning: a player may come straight back with a new session.";
    }

    private void reportMissing(List<PlaybackSession> matched) {
        List<Long> found = matched.stream().map(PlaybackSession::id).collect(Collectors.toList());
        String missing = ids.stream()
                .filter(id -> !found.contains(id))
                .map(Long::toUnsignedString)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            terminal.out.println("Not among them: " + missing);
        }
    }

    static final class SessionId implements ITypeConverter<Long> {
        @Override
        public Long convert(String value) {
            try {
                return Long.parseUnsignedLong(value.strip());
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + value + "' is no session id: give a whole number");
            }
        }
    }
}
