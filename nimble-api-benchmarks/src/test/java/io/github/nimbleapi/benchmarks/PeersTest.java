package io.github.nimbleapi.benchmarks;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.benchmarks.measure.ServerProcess;
import io.github.nimbleapi.benchmarks.peer.Peer;
import io.github.nimbleapi.benchmarks.peer.SessionBean;
import io.github.nimbleapi.benchmarks.peer.SessionClient;
import io.github.nimbleapi.session.PlaybackSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is compared does the same work: the sessions of all peers are the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeersTest {
    private static final int SESSIONS = 1_000;

    private ServerProcess server;

    @BeforeAll
    void start() throws IOException {
        server = ServerProcess.start(List.of("1000", "1000-escaped", "25000"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Peer.class)
    void everyPeerSeesTheSame(Peer peer) throws Exception {
        List<String> expected = peer.decodes() ? reference() : List.of();
        for (String body : List.of("1000", "1000-escaped")) {
            try (SessionClient client = peer.open(server.url(body));
                    Stream<?> stream = client.stream()) {
                assertThat(text(client.list())).isEqualTo(expected);
                assertThat(text(stream.collect(toList()))).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BYTES_DATABIND", "RETROFIT", "NIMBLE"})
    void andSoWithoutBlocking(Peer peer) throws Exception {
        try (SessionClient client = peer.open(server.url("1000"))) {
            assertThat(text(client.listAsync().get())).isEqualTo(reference());
        }
    }

    @Test
    void aListInManyPiecesComesWhole() throws Exception {
        try (SessionClient bytes = Peer.BYTES_DATABIND.open(server.url("25000"));
                SessionClient nimble = Peer.NIMBLE.open(server.url("25000"))) {
            assertThat(text(nimble.list())).hasSize(25_000).isEqualTo(text(bytes.list()));
        }
    }

    private List<String> reference() throws Exception {
        try (SessionClient client = Peer.STRING_DATABIND.open(server.url("1000"))) {
            List<String> sessions = text(client.list());
            assertThat(sessions).hasSize(SESSIONS).doesNotHaveDuplicates();
            return sessions;
        }
    }

    private static List<String> text(List<?> sessions) {
        return sessions.stream()
                .map(session -> session instanceof PlaybackSession ? bean((PlaybackSession) session) : session)
                .map(Object::toString)
                .collect(toList());
    }

    private static SessionBean bean(PlaybackSession session) {
        return new SessionBean(
                session.id(),
                session.app(),
                session.stream(),
                session.type().value(),
                session.created().map(Instant::getEpochSecond).orElse(0L),
                session.lastAccess().map(Instant::getEpochSecond).orElse(0L),
                session.clientIp(),
                session.userAgent(),
                session.bytesReceived(),
                session.bytesSent(),
                session.viewerId().orElse(null));
    }

    @Test
    void sessionsAreAsLongAsRealOnes() throws Exception {
        assertThat(body("1000").length() / SESSIONS).isBetween(285, 305);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1000-escaped"})
    void slashesAreWrittenAsAsked(String name) throws Exception {
        assertThat(body(name).contains("Mozilla\\/5.0")).isEqualTo(name.endsWith("escaped"));
    }

    private String body(String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url(name) + "/manage/sessions"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
