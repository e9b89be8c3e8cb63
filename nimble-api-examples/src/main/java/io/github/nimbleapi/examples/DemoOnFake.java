package io.github.nimbleapi.examples;

import static io.github.nimbleapi.session.SessionFilters.ofViewer;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.testkit.FakeNimble;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The demo for those who have no server at hand. */
final class DemoOnFake implements Runnable {
    private static final List<String> CLOSING = List.of(
            "You saw a backend list who is watching, and end the sessions of one viewer.",
            "Next, on a server of yours (the demo then asks before it ends anything):",
            "",
            "  NIMBLE_URL=http://HOST:8082 ./mvnw -q -Pdemo",
            "  java -jar nimble-api-examples/target/nimble-api-examples.jar list --url=http://HOST:8082",
            "  java -jar nimble-api-examples/target/nimble-api-examples.jar end --help");

    private final PrintWriter out;
    private final Duration pause;

    DemoOnFake(Terminal terminal, Duration pause) {
        this.out = terminal.out;
        this.pause = pause;
    }

    @Override
    public void run() {
        try (FakeNimble fake = FakeNimble.start();
                NimbleClient nimble = fake.newClient()) {
            out.println("A fake Nimble Streamer runs at " + fake.url() + ". Its viewers come and go:");
            out.println();
            Audience audience = new Audience(fake);
            List.<Supplier<String>>of(audience::arrives, audience::grows, audience::changes)
                    .forEach(round -> playRound(round, nimble));
            showSessions("Who is watching? nimble.sessions().list() says:", nimble);
            pause();
            endSessionsOfAnn(nimble);
            pause();
            showSessions("Who is watching now? Not ann, for the moment: deleting is not banning.", nimble);
        }
        CLOSING.forEach(out::println);
    }

    private void playRound(Supplier<String> round, NimbleClient nimble) {
        String event = round.get();
        int sessions = nimble.sessions().list().size();
        out.println(String.format(Locale.ROOT, "  %-47s%s", event, Units.count(sessions, "session")));
        pause();
    }

    private void showSessions(String question, NimbleClient nimble) {
        List<PlaybackSession> sessions = nimble.sessions().list();
        out.println();
        out.println(question);
        out.println();
        new SessionTable(out, Instant.now()).print(sessions.iterator());
        out.println();
    }

    private void endSessionsOfAnn(NimbleClient nimble) {
        out.println("Ann must go: nimble.sessions().deleteIf(ofViewer(\"ann\"))");
        out.println();
        List<PlaybackSession> ended = nimble.sessions().deleteIf(ofViewer("ann"));
        ended.forEach(session -> out.println("  ended " + session.id() + " on " + Columns.path(session)));
    }

    private void pause() {
        // If it is interrupted, the next call to Nimble notices.
        Pause.slept(pause);
    }
}
