package io.github.nimbleapi.examples;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A server at a glance. */
@Command(
        name = "status",
        description = "Shows a server on one screen: its load, live streams, sessions and SRT links.",
        abbreviateSynopsis = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {"", "Example: NIMBLE_URL=http://127.0.0.1:8082 java -jar nimble-api-examples.jar status --watch"})
final class ShowStatus implements Runnable {
    private static final String CLEAR_SCREEN = "\033[H\033[2J";

    private final Terminal terminal;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(
            names = "--watch",
            arity = "0..1",
            fallbackValue = "2",
            paramLabel = "SECONDS",
            description = "Show it again and again, every 2 seconds unless said otherwise, until stopped with Ctrl-C.")
    private @Nullable Double seconds;

    @Option(names = "--times", paramLabel = "N", description = "With --watch: stop after N screens.")
    private long times = Long.MAX_VALUE;

    ShowStatus(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        try (ServerOrFake at = server.connectOrFake(terminal)) {
            StatusScreen screen = new StatusScreen(terminal.out);
            if (seconds == null) {
                screen.show(at.nimble());
            } else {
                Rounds.run(terminal, Pause.given("--watch", seconds), times, number -> shown(at, screen, number));
            }
        }
    }

    private boolean shown(ServerOrFake at, StatusScreen screen, long number) {
        if (number > 1) {
            at.moveOn();
        }
        if (Ansi.AUTO.enabled()) {
            terminal.out.print(CLEAR_SCREEN);
        }
        screen.show(at.nimble());
        terminal.out.println();
        return !terminal.out.checkError();
    }
}
