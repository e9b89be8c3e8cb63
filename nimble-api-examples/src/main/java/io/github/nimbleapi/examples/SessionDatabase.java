package io.github.nimbleapi.examples;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sessions, and what their viewers watched, in tables of H2, PostgreSQL or their like. */
final class SessionDatabase {
    private static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS playback_session (server VARCHAR NOT NULL, id BIGINT NOT NULL,"
                    + " created_second BIGINT NOT NULL, app VARCHAR, stream VARCHAR, session_type VARCHAR,"
                    + " viewer_id VARCHAR, client_ip VARCHAR, user_agent VARCHAR, bytes_sent BIGINT,"
                    + " last_seen TIMESTAMP WITH TIME ZONE, ended BOOLEAN, PRIMARY KEY (server, id, created_second))",
            "CREATE TABLE IF NOT EXISTS viewer_usage (viewer_id VARCHAR NOT NULL PRIMARY KEY,"
                    + " watched_millis NUMERIC(38) NOT NULL, bytes_sent NUMERIC(38) NOT NULL)");

    private static final String END_ALL = "UPDATE playback_session SET ended = TRUE WHERE server = ? AND ended = FALSE";

    private static final String UPDATE_SESSION =
            "UPDATE playback_session SET app = ?, stream = ?, session_type = ?, viewer_id = ?, client_ip = ?,"
                    + " user_agent = ?, bytes_sent = ?, last_seen = ?, ended = ?"
                    + " WHERE server = ? AND id = ? AND created_second = ?";

    private static final String INSERT_SESSION =
            "INSERT INTO playback_session (app, stream, session_type, viewer_id, client_ip, user_agent,"
                    + " bytes_sent, last_seen, ended, server, id, created_second)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String UPDATE_USAGE =
            "UPDATE viewer_usage SET watched_millis = watched_millis + ?, bytes_sent = bytes_sent + ?"
                    + " WHERE viewer_id = ?";

    private static final String INSERT_USAGE =
            "INSERT INTO viewer_usage (watched_millis, bytes_sent, viewer_id) VALUES (?, ?, ?)";

    /** It logs parts of URLs, in which a password may be. Held here, or the setting would be lost with the logger. */
    private static final Logger POSTGRESQL = Logger.getLogger("org.postgresql");

    static {
        POSTGRESQL.setLevel(Level.OFF);
    }

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private boolean begun;

    SessionDatabase(String url, @Nullable String user, @Nullable String password) {
        this.url = url;
        this.user = user;
        this.password = password;
        requireDriver();
    }

    private void requireDriver() {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new UsageException("--jdbc is no URL of a database that is known here: give one such as"
                    + " jdbc:postgresql://HOST/DATABASE or jdbc:h2:./FILE.");
        }
    }

    void createTables() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
    }

    /**
     * All or nothing. If it fails, it is tried once more: tables that are missing are there then, and rows that another
     * program has inserted meanwhile are found and updated.
     */
    void save(UnsavedEvents events) throws SQLException {
        try {
            saveOnce(events);
        } catch (SQLException e) {
            createTables();
            saveOnce(events);
        }
        begun = true;
    }

    /** Over a connection of its own: the database may have been restarted. */
    private void saveOnce(UnsavedEvents events) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            if (!begun) {
                // Who is there still is in the first list; the others have ended while nobody looked.
                batch(connection, END_ALL, List.of(List.of(events.server())));
            }
            upsert(connection, UPDATE_SESSION, INSERT_SESSION, events.sessions());
            upsert(connection, UPDATE_USAGE, INSERT_USAGE, events.usage());
            connection.commit();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Updates what is there and inserts the rest, in SQL that every database understands. */
    private static void upsert(Connection connection, String update, String insert, Collection<List<Object>> rows)
            throws SQLException {
        int[] updated = batch(connection, update, rows);
        List<List<Object>> missing = new ArrayList<>();
        int index = 0;
        for (List<Object> row : rows) {
            if (updated[index++] == 0) {
                missing.add(row);
            }
        }
        batch(connection, insert, missing);
    }

    private static int[] batch(Connection connection, String sql, Collection<List<Object>> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    statement.setObject(i + 1, row.get(i));
                }
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }
}
