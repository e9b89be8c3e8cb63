package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.watch.SessionEvent;
import io.github.nimbleapi.control.watch.SessionEvent.Kind;
import io.github.nimbleapi.control.watch.SessionWatcher;
import io.github.nimbleapi.control.watch.Usage;
import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.NimbleServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept, on any database. */
@Timeout(120)
abstract class SaveSessionsContract {
    private static final Instant CREATED = Instant.parse("2026-05-20T13:05:09Z");
    private static final String USAGE =
            "SELECT viewer_id, watched_millis, bytes_sent FROM viewer_usage ORDER BY viewer_id";

    @NimbleServer
    FakeNimble fake;

    abstract String url();

    private SessionDatabase database() {
        return new SessionDatabase(url(), "", "");
    }

    @Test
    void sessionsAndUsageAreUpserted() throws SQLException {
        fake.addSession(s -> s.id(1).app("live").stream("ışık")
                .viewerId("ann")
                .created(CREATED)
                .lastAccess(CREATED)
                .bytesSent(100)
                .userAgent("a\0b'\""));
        fake.addSession(s -> s.id(2).viewerId("").created(CREATED).bytesSent(5));
        SessionDatabase database = database();
        try (NimbleClient nimble = fake.newClient()) {
            SessionWatcher watcher = SessionWatcher.builder(nimble).build();
            save(database, watcher.poll());
            fake.updateSession(1, s -> s.bytesSent(1_100).lastAccess(CREATED.plusSeconds(7)));
            save(database, watcher.poll());
            fake.updateSession(1, s -> s.bytesSent(1_600).lastAccess(CREATED.plusSeconds(9)));
            fake.endSession(2);
            save(database, watcher.poll());
        }

        assertThat(query("SELECT server, id, created_second, app, stream, viewer_id, user_agent, bytes_sent, ended"
                        + " FROM playback_session ORDER BY id"))
                .isEqualTo("edge-1|1|" + CREATED.getEpochSecond() + "|live|ışık|ann|ab'\"|1600|f\n" + "edge-1|2|"
                        + CREATED.getEpochSecond() + "|live|stream|||5|t\n");
        assertThat(query(USAGE)).isEqualTo("ann|9000|1500\n");
    }

    private static void save(SessionDatabase database, List<SessionEvent> events) throws SQLException {
        save(database, "edge-1", events);
    }

    private static void save(SessionDatabase database, String server, List<SessionEvent> events) throws SQLException {
        UnsavedEvents unsaved = new UnsavedEvents(server);
        unsaved.add(events, CREATED);
        database.save(unsaved);
    }

    private static SessionEvent event(
            Kind kind, long id, long millis, long bytes, UnaryOperator<PlaybackSession.Builder> settings) {
        PlaybackSession session =
                settings.apply(PlaybackSession.builder(id).created(CREATED)).build();
        return SessionEvent.of(kind, session, Usage.of(Duration.ofMillis(millis), bytes, 0));
    }

    @Test
    void allSessionsOfAViewerCountAndAnIdThatIsReusedIsAnother() throws SQLException {
        Instant later = CREATED.plusSeconds(60);
        save(
                database(),
                List.of(
                        event(Kind.PROGRESSED, 1, 1_000, 10, s -> s.viewerId("ann")),
                        event(Kind.PROGRESSED, 2, 200, 3, s -> s.viewerId("ann")),
                        event(Kind.ENDED, 1, 0, 0, s -> s.viewerId("ann")),
                        event(Kind.STARTED, 1, 50, 7, s -> s.viewerId("bob").created(later))));

        assertThat(
                        query(
                                "SELECT id, created_second, viewer_id, ended FROM playback_session ORDER BY id, created_second"))
                .isEqualTo("1|" + CREATED.getEpochSecond() + "|ann|t\n" + "1|" + later.getEpochSecond() + "|bob|f\n"
                        + "2|" + CREATED.getEpochSecond() + "|ann|f\n");
        assertThat(query(USAGE)).isEqualTo("ann|1200|13\nbob|50|7\n");
    }

    @Test
    void whateverStrangersSendIsStored() throws SQLException {
        String longText = new Random(1)
                .ints(20_000, 0x4e00, 0x9fff)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        SessionDatabase database = database();
        for (int i = 0; i < 2; i++) {
            save(
                    database,
                    List.of(
                            event(
                                    Kind.PROGRESSED,
                                    1,
                                    Long.MAX_VALUE,
                                    Long.MAX_VALUE,
                                    s -> s.viewerId("ann\0")
                                            .lastAccess(Instant.ofEpochMilli(1_000_000_000_000_000_000L))),
                            event(Kind.PROGRESSED, 2, 1, 1, s -> s.viewerId("ann")),
                            event(Kind.PROGRESSED, 3, 1, 1, s -> s.viewerId(longText + 1)),
                            event(Kind.PROGRESSED, 4, 1, 1, s -> s.viewerId(longText + 2)),
                            event(
                                    Kind.PROGRESSED,
                                    5,
                                    1,
                                    1,
                                    s -> s.viewerId("\ud83d").userAgent("😀".repeat(600))),
                            event(
                                    Kind.PROGRESSED,
                                    6,
                                    1,
                                    1,
                                    s -> s.viewerId("\ude00").app("a\ud83d"))));
        }

        assertThat(query("SELECT viewer_id, watched_millis, bytes_sent FROM viewer_usage WHERE viewer_id = 'ann'"))
                .isEqualTo("ann|18446744073709551616|18446744073709551616\n");
        assertThat(query("SELECT id FROM playback_session WHERE last_seen < '2026-05-20 13:05:10+00' ORDER BY id"))
                .isEqualTo("1\n2\n3\n4\n5\n6\n");
        assertThat(query("SELECT user_agent FROM playback_session WHERE id = 5"))
                .isEqualTo("😀".repeat(250) + "\n");
    }

    @Test
    void whatEndedWhileNobodyLookedIsMarked() throws SQLException {
        SessionDatabase before = database();
        save(before, List.of(event(Kind.STARTED, 1, 0, 0, s -> s), event(Kind.STARTED, 2, 0, 0, s -> s)));
        save(database(), "edge-2", List.of(event(Kind.STARTED, 3, 0, 0, s -> s)));

        SessionDatabase after = database();
        save(after, List.of(event(Kind.STARTED, 2, 0, 0, s -> s)));
        save(after, List.of(event(Kind.STARTED, 4, 0, 0, s -> s)));

        assertThat(query("SELECT id, ended FROM playback_session ORDER BY id")).isEqualTo("1|t\n2|f\n3|f\n4|f\n");
    }

    @Test
    void tablesThatAreGoneAreMadeAnew() throws SQLException {
        SessionDatabase database = database();
        save(database, List.of(event(Kind.STARTED, 1, 0, 0, s -> s)));
        execute("DROP TABLE playback_session");
        execute("DROP TABLE viewer_usage");

        save(database, List.of(event(Kind.PROGRESSED, 1, 5, 6, s -> s.viewerId("ann"))));

        assertThat(query(USAGE)).isEqualTo("ann|5|6\n");
    }

    @Test
    void severalProgramsMaySaveAtATime() throws Exception {
        int rounds = 15;
        save(database(), List.of());
        CyclicBarrier together = new CyclicBarrier(2);
        List<FutureTask<Boolean>> programs = new ArrayList<>();
        for (String server : List.of("edge-1", "edge-2")) {
            FutureTask<Boolean> program = new FutureTask<>(() -> {
                SessionDatabase database = database();
                for (int i = 0; i < rounds; i++) {
                    String viewer = "viewer " + i;
                    together.await();
                    save(database, server, List.of(event(Kind.PROGRESSED, i, 5, 6, s -> s.viewerId(viewer))));
                }
                return true;
            });
            programs.add(program);
            new Thread(program, server).start();
        }
        for (FutureTask<Boolean> program : programs) {
            assertThat(program.get()).isTrue();
        }

        assertThat(query("SELECT COUNT(*), SUM(watched_millis), SUM(bytes_sent) FROM viewer_usage"))
                .isEqualTo("15|150|180\n");
    }

    @Test
    void theProgramFillsTheTables() throws SQLException {
        fake.addSession(s -> s.id(7).viewerId("ann"));

        ProgramRun run = new ProgramRun()
                .exitsWith(0, "save-sessions", "--url=" + fake.url(), "--jdbc=" + url(), "--times=2", "--every=0.1");

        assertThat(run.lines()).containsExactly("saved 1 new or changed session", "saved 0 new or changed sessions");
        assertThat(query("SELECT id FROM playback_session")).isEqualTo("7\n");
    }

    @Test
    void withoutAServerThereAreInventedViewers() throws SQLException {
        new ProgramRun().exitsWith(0, "save-sessions", "--jdbc=" + url(), "--times=2", "--every=0.1");

        assertThat(query("SELECT viewer_id FROM viewer_usage WHERE watched_millis > 0 AND bytes_sent > 0 ORDER BY 1"))
                .isEqualTo("ann\nbob\n");
    }

    private Running program(String every) throws Exception {
        fake.addSession(s -> s.id(7).viewerId("ann").created(CREATED).lastAccess(CREATED));
        Running program = Running.of(
                new ProgramRun(), "save-sessions", "--url=" + fake.url(), "--jdbc=" + url(), "--every=" + every);
        program.printed("(saved 1)");
        execute("ALTER TABLE playback_session DROP COLUMN ended");
        fake.updateSession(7, s -> s.bytesSent(1_000).lastAccess(CREATED.plusSeconds(2)));
        program.printed("(?i)(SQL state|column)");
        return program;
    }

    @Test
    void whatCanNotBeSavedIsSavedNextTime() throws Exception {
        try (Running program = program("0.2")) {
            execute("ALTER TABLE playback_session ADD COLUMN ended BOOLEAN");
            program.printed("(?is)(?:SQL state|column).*(saved [0-9])");
        }

        assertThat(query(USAGE)).isEqualTo("ann|2000|1000\n");
    }

    @Test
    void whatWasSeenIsSavedInTheEnd() throws Exception {
        Running program = program("4");
        execute("ALTER TABLE playback_session ADD COLUMN ended BOOLEAN");
        program.close();

        assertThat(query(USAGE)).isEqualTo("ann|2000|1000\n");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
