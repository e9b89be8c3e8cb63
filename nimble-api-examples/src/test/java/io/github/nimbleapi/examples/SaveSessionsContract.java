package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.watch.SessionEvent;
import io.github.nimbleapi.control.watch.SessionWatcher;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.NimbleServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept, on any database. */
abstract class SaveSessionsContract {
    private static final Instant CREATED = Instant.parse("2026-05-20T13:05:09Z");

    @NimbleServer
    FakeNimble fake;

    abstract String url();

    @Test
    void sessionsAndUsageAreUpserted() throws SQLException {
        fake.addSession(s -> s.id(1).app("live").stream("ışık")
                .viewerId("ann")
                .created(CREATED)
                .lastAccess(CREATED)
                .bytesSent(100)
                .userAgent("a\0b'\""));
        fake.addSession(s -> s.id(2).viewerId("").created(CREATED).bytesSent(5));
        SessionDatabase database = new SessionDatabase(url(), "", "");
        database.createTables();
        database.createTables();
        UnsavedEvents unsaved = new UnsavedEvents("edge-1");
        try (NimbleClient nimble = fake.newClient()) {
            SessionWatcher watcher = SessionWatcher.builder(nimble).build();
            save(watcher.poll(), unsaved, database);
            fake.updateSession(1, s -> s.bytesSent(1_100).lastAccess(CREATED.plusSeconds(7)));
            save(watcher.poll(), unsaved, database);
            fake.updateSession(1, s -> s.bytesSent(1_600).lastAccess(CREATED.plusSeconds(9)));
            fake.endSession(2);
            save(watcher.poll(), unsaved, database);
        }

        assertThat(query("SELECT server, id, created_second, app, stream, viewer_id, user_agent, bytes_sent, ended"
                        + " FROM playback_session ORDER BY id"))
                .isEqualTo("edge-1|1|" + CREATED.getEpochSecond() + "|live|ışık|ann|ab'\"|1600|f\n" + "edge-1|2|"
                        + CREATED.getEpochSecond() + "|live|stream|||5|t\n");
        assertThat(query("SELECT viewer_id, watched_millis, bytes_sent FROM viewer_usage"))
                .isEqualTo("ann|9000|1500\n");
    }

    private void save(List<SessionEvent> events, UnsavedEvents unsaved, SessionDatabase database) throws SQLException {
        unsaved.add(events, CREATED);
        database.save(unsaved);
        unsaved.clear();
    }

    @Test
    void theProgramFillsTheTables() throws SQLException {
        fake.addSession(s -> s.id(7).viewerId("ann"));

        ProgramRun run = new ProgramRun()
                .exitsWith(0, "save-sessions", "--url=" + fake.url(), "--jdbc=" + url(), "--times=2", "--every=0.1");

        assertThat(run.lines()).first().isEqualTo("saved what is new of 1 sessions");
        assertThat(query("SELECT id FROM playback_session")).isEqualTo("7\n");
    }

    private String query(String sql) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(url(), "", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    String value = rows.getString(i);
                    text.append(i == 1 ? "" : "|")
                            .append("TRUE".equals(value) ? "t" : "FALSE".equals(value) ? "f" : value);
                }
                text.append('\n');
            }
        }
        return text.toString();
    }
}
