package io.github.nimbleapi.examples;

import io.github.nimbleapi.control.watch.SessionWatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps who watched what in a database. */
@Command(
        name = "save-sessions",
        description = {
            "Keeps sessions, and what each viewer watched, in a database.",
            "The tables are playback_session and viewer_usage. Without --jdbc it is an H2 database in the current folder."
                    + " PostgreSQL: --jdbc=jdbc:postgresql://HOST/DATABASE; user and password are read from"
                    + " NIMBLE_JDBC_USER and NIMBLE_JDBC_PASSWORD only."
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Example: NIMBLE_URL=http://127.0.0.1:8082 java -jar nimble-api-examples.jar save-sessions --every=10"
        })
final class SaveSessions implements Runnable {
    // H2 would close the database at Ctrl-C, when there is something to save.
    private static final String IN_CURRENT_FOLDER = "jdbc:h2:./nimble-sessions;DB_CLOSE_ON_EXIT=FALSE";
    private static final Pattern WITHOUT_SETTINGS = Pattern.compile("[^?;&@=]*");

    private final Terminal terminal;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final RepeatOptions repeat = new RepeatOptions();

    @Option(names = "--jdbc", paramLabel = "URL", description = "The database, as a JDBC URL.")
    private String jdbc = IN_CURRENT_FOLDER;

    SaveSessions(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        SessionDatabase database = new SessionDatabase(
                jdbc, terminal.variable("NIMBLE_JDBC_USER"), terminal.variable("NIMBLE_JDBC_PASSWORD"));
        try (CtrlC ctrlC = CtrlC.interruptsThisThread();
                ServerOrFake at = server.connectOrFake(terminal)) {
            database.createTables();
            SessionWatcher watcher = SessionWatcher.builder(at.nimble()).build();
            UnsavedEvents unsaved = new UnsavedEvents(at.nimble().url());
            repeat.run(terminal, round -> {
                unsaved.add(watcher.poll(), Instant.now());
                ctrlC.undisturbed(() -> saveOrSayWhyNot(unsaved, database, round));
                at.moveOn();
                return !terminal.out.checkError();
            });
            if (!unsaved.isEmpty()) {
                ctrlC.undisturbed(() -> save(unsaved, database));
            }
        } catch (SQLException e) {
            throw new UncheckedIOException("can't use the database: " + shown(e), new IOException(e));
        }
    }

    /** What can't be saved now is saved next time, unless it is the first. */
    private void saveOrSayWhyNot(UnsavedEvents unsaved, SessionDatabase database, long round) throws SQLException {
        try {
            save(unsaved, database);
        } catch (SQLException e) {
            if (round == 1) {
                throw e;
            }
            terminal.out.println(shown(e));
        }
    }

    private void save(UnsavedEvents unsaved, SessionDatabase database) throws SQLException {
        int sessions = unsaved.sessions().size();
        database.save(unsaved);
        unsaved.clear();
        terminal.out.println("saved " + Units.count(sessions, "new or changed session"));
    }

    // Drivers quote settings of the URL, in which a password may be, and words of players, which must not steer.
    private String shown(SQLException e) {
        if (jdbc.equals(IN_CURRENT_FOLDER) || WITHOUT_SETTINGS.matcher(jdbc).matches()) {
            return Columns.printable(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        return "SQL state " + e.getSQLState() + "; the driver's words are left out, they may quote settings of --jdbc";
    }
}
