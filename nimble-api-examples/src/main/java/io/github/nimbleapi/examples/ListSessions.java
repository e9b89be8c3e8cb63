package io.github.nimbleapi.examples;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Instant;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Who is watching. The sessions are printed while they arrive, however many they are. */
@Command(
        name = "list",
        description = "Lists the playback sessions of a server: who is watching.",
        abbreviateSynopsis = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {"", "Example: java -jar nimble-api-examples.jar list --url=http://127.0.0.1:8082 --app=live"})
final class ListSessions implements Runnable {
    private final Terminal terminal;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    ListSessions(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        long count;
        try (NimbleClient nimble = server.connect(terminal);
                Stream<PlaybackSession> sessions = nimble.sessions().stream()) {
            Stream<PlaybackSession> wanted = sessions.filter(filters.filter().orElse(any -> true));
            count = new SessionTable(terminal.out, Instant.now()).print(wanted.iterator());
        }
        terminal.out.println(count == 0 ? nobody() : Units.count(count, "session"));
    }

    private String nobody() {
        return filters.filter().isPresent() ? "No session matches." : "Nobody is watching.";
    }
}
