package io.github.nimbleapi.examples;

import io.github.nimbleapi.control.watch.SessionWatcher;
import io.github.nimbleapi.error.NimbleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps who watched what in a database. */
@Command(
        name = "save-sessions",
        description = {
            "Keeps sessions, and what each viewer watched, in a database: tables playback_session and viewer_usage.",
            "Without --jdbc it is an H2 database in the folder of now. PostgreSQL: --jdbc=jdbc:postgresql://HOST/DATABASE;",
            "user and password are read from NIMBLE_JDBC_USER and NIMBLE_JDBC_PASSWORD only."
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Example: NIMBLE_URL=http://127.0.0.1:8082 java -jar nimble-api-examples.jar save-sessions --every=10"
        })
final class SaveSessions implements Runnable {
    private final Terminal terminal;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final RepeatOptions repeat = new RepeatOptions();

    @Option(names = "--jdbc", paramLabel = "URL", description = "The database, as a JDBC URL.")
    private String jdbc = "jdbc:h2:./nimble-sessions";

    SaveSessions(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        SessionDatabase database = new SessionDatabase(
                jdbc, terminal.variable("NIMBLE_JDBC_USER"), terminal.variable("NIMBLE_JDBC_PASSWORD"));
        try (ServerOrFake at = server.connectOrFake(terminal)) {
            database.createTables();
            SessionWatcher watcher = SessionWatcher.builder(at.nimble()).build();
            UnsavedEvents unsaved = new UnsavedEvents(at.nimble().url());
            repeat.run(round -> {
                save(watcher, unsaved, database, round);
                at.moveOn();
                return !terminal.out.checkError();
            });
        } catch (SQLException e) {
            throw new UncheckedIOException("can't use the database: " + shown(e), new IOException(e));
        }
    }

    /** What can't be saved now is saved next time, unless it is the first. */
    private void save(SessionWatcher watcher, UnsavedEvents unsaved, SessionDatabase database, long round)
            throws SQLException {
        try {
            unsaved.add(watcher.poll(), Instant.now());
            int sessions = unsaved.sessions().size();
            database.save(unsaved);
            unsaved.clear();
            terminal.out.println("saved what is new of " + sessions + " sessions");
        } catch (NimbleException | SQLException e) {
            if (round == 1) {
                throw e;
            }
            terminal.out.println(e instanceof SQLException ? shown((SQLException) e) : e.getMessage());
        }
    }

    // Drivers put the URL, in which a password may be, into what they say.
    private String shown(SQLException e) {
        return String.valueOf(e.getMessage()).replace(jdbc, "the URL of --jdbc");
    }
}
