package io.github.nimbleapi.examples;

import java.time.Duration;
import picocli.CommandLine.Command;

/** On a fake server, or on the one that the environment names. */
@Command(
        name = "demo",
        description = {
            "Shows who is watching, ends the sessions of one viewer, and looks again.",
            "It starts a fake server with invented viewers. Where the environment names a server of yours (NIMBLE_URL,"
                    + " NIMBLE_MANAGEMENT_TOKEN) it uses that one, and asks before it ends anything."
        },
        optionListHeading = "%nOptions:%n",
        footer = {"", "Example: NIMBLE_URL=http://127.0.0.1:8082 java -jar nimble-api-examples.jar demo"})
final class Demo implements Runnable {
    private final Terminal terminal;
    private final Duration pause;

    Demo(Terminal terminal, Duration pause) {
        this.terminal = terminal;
        this.pause = pause;
    }

    @Override
    public void run() {
        if (terminal.variable(ServerOptions.URL_VARIABLE) == null) {
            new DemoOnFake(terminal, pause).run();
        } else {
            new DemoOnServer(terminal).run();
        }
    }
}
