package io.github.nimbleapi.examples;

import static io.github.nimbleapi.session.SessionFilters.ofViewer;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The demo on a real server, which ends nothing without being told to. */
final class DemoOnServer implements Runnable {
    private static final int SHOWN = 20;

    private final Terminal terminal;

    DemoOnServer(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        String server = terminal.variable(ServerOptions.URL_VARIABLE);
        try (NimbleClient nimble = ServerOptions.fromEnvironment(terminal)) {
            List<PlaybackSession> sessions = nimble.sessions().list();
            if (sessions.isEmpty()) {
                say("Nobody is watching on " + server + ". Start a player and try again.");
                return;
            }
            say("Who is watching on " + server + ":");
            show(sessions);
            Set<Long> agreed = busiestViewer(sessions)
                    .map(viewer -> offerSessionsOf(viewer, sessions))
                    .orElseGet(() -> offerOneOf(sessions));
            if (agreed.isEmpty()) {
                say("Nothing was ended.");
            } else {
                end(agreed, nimble);
            }
        }
    }

    private static Optional<String> busiestViewer(List<PlaybackSession> sessions) {
        return sessions.stream()
                .flatMap(session -> session.viewerId().stream())
                .filter(viewer -> !viewer.isBlank())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private Set<Long> offerSessionsOf(String viewer, List<PlaybackSession> sessions) {
        Set<Long> ids = ids(sessions.stream().filter(ofViewer(viewer)));
        String question = "End " + Units.count(ids.size(), "session") + " of viewer " + Columns.printable(viewer) + "?";
        return terminal.confirms(question) ? ids : Set.of();
    }

    private Set<Long> offerOneOf(List<PlaybackSession> sessions) {
        String answer = terminal.ask("No session has a viewer id. Which session to end? [ID, or Enter for none] ");
        Set<Long> ids = ids(sessions.stream()
                .filter(session -> Long.toUnsignedString(session.id()).equals(answer)));
        if (ids.isEmpty() && !answer.isEmpty()) {
            say("There is no session " + Columns.printable(answer) + ".");
        }
        return ids;
    }

    private void end(Set<Long> agreed, NimbleClient nimble) {
        Predicate<PlaybackSession> isAgreed = session -> agreed.contains(session.id());
        // Lists again, because some may have ended by themselves since, and an id may not be kept for long.
        List<PlaybackSession> ended = nimble.sessions().deleteIf(isAgreed);
        say("");
        say("Ended " + Units.count(ended.size(), "session") + (ended.isEmpty() ? "." : ":"));
        show(ended);
        int left = nimble.sessions().list(isAgreed).size();
        say("Looked again: " + (left == 0 ? "gone." : left + " still there."));
        say("Deleting is not banning: a player may come straight back with a new session.");
    }

    private void show(List<PlaybackSession> sessions) {
        say("");
        new SessionTable(terminal.out, Instant.now())
                .print(sessions.stream().limit(SHOWN).iterator());
        if (sessions.size() > SHOWN) {
            say("... and " + (sessions.size() - SHOWN) + " more");
        }
        say("");
    }

    private static Set<Long> ids(Stream<PlaybackSession> sessions) {
        return sessions.map(PlaybackSession::id).collect(Collectors.toSet());
    }

    private void say(String line) {
        terminal.out.println(line);
    }
}
