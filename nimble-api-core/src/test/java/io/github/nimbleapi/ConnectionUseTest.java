package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which connections are used again, and which are closed. */
class ConnectionUseTest {
    /** The JDK hands a connection on a moment after the body, so that a quick next call may miss it. */
    private static final int MISSED = 5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n"
            })
    void anAnswerThatWasReadLeavesItsConnectionToTheNextCall(String answer) throws Exception {
        try (RawPeer peer = RawPeer.answering(answer);
                NimbleClient client = peer.client().build()) {
            for (int i = 0; i < 5; i++) {
                client.sessions().list();
                client.sessions().delete(4);
                client.raw().get("/manage/x");
                try (Stream<PlaybackSession> sessions = client.sessions().stream()) {
                    assertThat(sessions).isEmpty();
                }
                BothWays.value(client.sessions().listAsync());
            }
            assertThat(peer.requests()).hasSize(25);
            assertThat(peer.connectionCount()).isLessThanOrEqualTo(MISSED);
        }
    }

    @Test
    void aRefusalLeavesItsConnectionToTheNextCall() throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.answer("404 Not Found", "{\"status\":\"NotFound\"}"));
                NimbleClient client = peer.client().build()) {
            for (int i = 0; i < 25; i++) {
                BothWays.failure(client.sessions().listAsync());
            }
            assertThat(peer.connectionCount()).isLessThanOrEqualTo(MISSED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "[{\"id\":4}]<html>", "{\"id\":", "7"})
    void aBodyThatFailsEarlyClosesItsConnection(String beginning) throws Exception {
        // Often, because closing the connection makes the JDK report a second failure that must not win.
        for (int i = 0; i < 20; i++) {
            try (RawPeer peer = RawPeer.playing(connection -> {
                        connection.readsRequest();
                        connection.write(RawPeer.head("200 OK", 100_000) + beginning);
                        connection.write("<p>Please log in.</p>".repeat(100));
                    });
                    NimbleClient client = peer.client().build()) {
                BothWays.fail(
                        NimbleDataException.class,
                        client.sessions()::list,
                        client.sessions().listAsync());

                assertThat(peer.requests()).hasSize(2);
                assertThat(peer.allConnectionsEndWithin(Duration.ofSeconds(1))).isTrue();
            }
        }
    }

    @Test
    void aFilterThatThrowsClosesItsConnection() throws Exception {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write(RawPeer.head("200 OK", 1000) + "[{\"id\":4},");
                });
                NimbleClient client = peer.client().build()) {
            BothWays.fail(
                    UnsupportedOperationException.class,
                    () -> client.sessions().list(ConnectionUseTest::throwing),
                    client.sessions().listAsync(ConnectionUseTest::throwing));

            assertThat(peer.allConnectionsEndWithin(Duration.ofSeconds(1))).isTrue();
        }
    }

    @Test
    void aFilterThatFailsLikeACallIsNotAskedAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        List<String> attempts = new CopyOnWriteArrayList<>();
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("[{\"id\":4},{\"id\":5}]"));
                NimbleClient client = peer.client()
                        .listener(attempt -> attempts.add(attempt.toString()))
                        .build()) {
            Predicate<PlaybackSession> elsewhere = session -> {
                asked.incrementAndGet();
                throw new NimbleConnectionException("of another server", "GET", "/manage/sessions", null);
            };
            NimbleConnectionException thrown = BothWays.fail(
                    NimbleConnectionException.class,
                    () -> client.sessions().deleteIf(elsewhere),
                    client.sessions().deleteIfAsync(elsewhere));

            assertThat(thrown).hasMessage("of another server");
            assertThat(asked).hasValue(2);
            assertThat(peer.requests()).hasSize(2);
            assertThat(attempts).hasSize(2).allMatch(attempt -> attempt.endsWith(", ok"));
        }
    }

    private static boolean throwing(PlaybackSession session) {
        throw new UnsupportedOperationException("from the filter");
    }
}
