package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.NimbleServer;
import java.lang.reflect.Proxy;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaveSessionsTest {
    @NimbleServer
    FakeNimble fake;

    private String error(int exitCode, String jdbc) {
        ProgramRun run = new ProgramRun()
                .exitsWith(exitCode, "save-sessions", "--url=" + fake.url(), "--jdbc=" + jdbc, "--times=1");
        assertThat(run.out() + run.err()).doesNotContain("s3cret");
        return run.err();
    }

    @Test
    void aDatabaseThatIsNotThereIsSaid() {
        assertThat(error(1, "jdbc:postgresql://127.0.0.1:1/db")).startsWith("can't use the database: Connection to ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1:1/db?password=s3cret",
                "jdbc:postgresql://127.0.0.1:1/db?sslmode=s3cret",
                "jdbc:postgresql://s3cret@127.0.0.1:1/db",
                "jdbc:h2:mem:test;INIT=CREATE USER ann PASSWORD s3cret",
                "jdbc:h2:mem:test;PASSWORD_OF_ANN=s3cret"
            })
    void driversDoNotQuoteSettings(String jdbc) {
        assertThat(error(1, jdbc)).startsWith("can't use the database: SQL state ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jdbc:nosuch://h/db?password=s3cret", "jdbc:postgresql://h:s3cret@x/db"})
    void aUrlThatNoDriverKnowsIsRefusedAndNotLogged(String jdbc) {
        List<String> logged = Collections.synchronizedList(new ArrayList<>());
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(new SimpleFormatter().formatMessage(record));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        try {
            assertThat(error(2, jdbc)).startsWith("--jdbc is no URL of a database that is known here");
        } finally {
            root.removeHandler(listener);
        }

        assertThat(logged).noneMatch(line -> line.contains("s3cret"));
    }

    @Test
    void whatADriverSaysDoesNotSteerTheTerminal() throws SQLException {
        Driver driver = (Driver) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Driver.class}, (proxy, method, arguments) -> {
                    boolean mine = arguments != null && arguments[0].equals("jdbc:steering");
                    if (mine && method.getName().equals("connect")) {
                        throw new SQLException("no \33[2Jway\nat all");
                    }
                    return method.getName().equals("acceptsURL") ? mine : null;
                });
        DriverManager.registerDriver(driver);
        try {
            assertThat(error(1, "jdbc:steering").strip()).isEqualTo("can't use the database: no ?[2Jway");
        } finally {
            DriverManager.deregisterDriver(driver);
        }
    }
}
