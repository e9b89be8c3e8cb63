package io.github.nimbleapi.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the runnable jar is to start, as its arguments and its file say. What is said last counts. Not thread-safe. */
final class FakeNimbleOptions {
    private static final int PORT = 8082;
    private static final int MEDIA_PORT = 8081;

    private int port = PORT;
    private @Nullable Integer mediaPort;
    private String host = "127.0.0.1";
    private @Nullable String token;
    private @Nullable Duration sessionTimeout;
    private final List<Consumer<FakeNimble>> preparations = new ArrayList<>();
    private Consumer<FakeNimble> sessions = fake -> {};
    private Set<StreamName> streams = Set.of();

    static FakeNimbleOptions of(List<String> arguments) {
        FakeNimbleOptions options = new FakeNimbleOptions();
        CommandLine commandLine = CommandLine.of(arguments);
        commandLine.file().ifPresent(file -> ConfigFile.read(file, options));
        commandLine.applyTo(options);
        return options;
    }

    void port(int port) {
        this.port = port;
    }

    void mediaPort(int mediaPort) {
        this.mediaPort = mediaPort;
    }

    void host(String host) {
        this.host = host;
    }

    void token(String token) {
        this.token = token;
    }

    void sessionTimeout(Duration sessionTimeout) {
        this.sessionTimeout = sessionTimeout;
    }

    /** To be done before there are sessions and streams. */
    void prepare(Consumer<FakeNimble> preparation) {
        preparations.add(preparation);
    }

    void sessions(int count) {
        sessions = fake -> fake.populate(count);
    }

    void sessions(List<Consumer<FakeSession.Settings>> each) {
        sessions = fake -> each.forEach(fake::addSession);
    }

    void streams(List<StreamName> streams) {
        this.streams = new LinkedHashSet<>(streams);
    }

    Set<StreamName> streams() {
        return streams;
    }

    FakeNimble start() {
        FakeNimble fake = builder().start();
        try {
            fill(fake);
        } catch (RuntimeException e) {
            fake.close();
            throw e;
        }
        return fake;
    }

    private void fill(FakeNimble fake) {
        preparations.forEach(preparation -> preparation.accept(fake));
        sessions.accept(fake);
        streams.forEach(stream -> stream.addTo(fake));
    }

    private FakeNimbleBuilder builder() {
        FakeNimbleBuilder builder = FakeNimble.builder()
                .host(host)
                .port(port)
                .mediaPort(mediaPort())
                .withFrontPage();
        if (token != null) {
            builder.managementToken(token);
        }
        if (sessionTimeout != null) {
            builder.sessionTimeout(sessionTimeout);
        }
        return builder;
    }

    private int mediaPort() {
        return mediaPort != null ? mediaPort : port == 0 ? 0 : MEDIA_PORT;
    }
}
