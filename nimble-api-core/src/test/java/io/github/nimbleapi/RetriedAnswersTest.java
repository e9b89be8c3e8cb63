package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nimbleapi.error.NimbleAuthenticationException;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.error.NimbleRejectedException;
import io.github.nimbleapi.error.NimbleResponseException;
import io.github.nimbleapi.error.NimbleUnsupportedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers are asked for again, counted at the peer. */
class RetriedAnswersTest {
    private static final RetryPolicy TWICE = RetryPolicy.exponential(2, Duration.ofMillis(10));
    private static final String HTML = "<html><head><title>Not found</title></head><body>Not found</body></html>";

    static Stream<Arguments> brokenConnections() {
        return Stream.of(
                arguments("closed before the head", ""),
                arguments("closed in the head", "HTTP/1.1 200 OK\r\nContent-Le"),
                arguments("shorter than its Content-Length", RawPeer.head("200 OK", 100) + "[{\"id\":4},"),
                arguments(
                        "chunks cut off",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + RawPeer.chunk("[{\"id\":4},")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenConnections")
    void aBrokenConnectionIsTriedAgainWhereTheCallIsRepeatable(String name, String answer) throws Exception {
        try (RawPeer peer = RawPeer.answeringAndClosing(answer);
                NimbleClient client = peer.client().retryPolicy(TWICE).build()) {
            BothWays.fail(
                    NimbleConnectionException.class,
                    () -> client.sessions().delete(4),
                    client.sessions().deleteAsync(4));
            assertThat(peer.requests()).hasSize(2 * 3);

            BothWays.fail(
                    NimbleConnectionException.class,
                    () -> client.raw().post("/manage/rtmp/republish", "{}"),
                    client.raw().postAsync("/manage/rtmp/republish", "{}"));
            assertThat(peer.requests()).hasSize(2 * 3 + 2);
        }
    }

    @Test
    void aResetIsTriedAgain() throws Exception {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write(RawPeer.head("200 OK", 100) + "[");
                    connection.reset();
                });
                NimbleClient client = peer.client().retryPolicy(TWICE).build()) {
            BothWays.fail(
                    NimbleConnectionException.class,
                    client.sessions()::list,
                    client.sessions().listAsync());

            assertThat(peer.requests()).hasSize(2 * 3);
        }
    }

    @Test
    void whoeverBreaksOffOnceIsAskedAgain() {
        List<RawPeer.Connection> earlier = new CopyOnWriteArrayList<>();
        try (RawPeer peer = RawPeer.playing(connection -> {
                    earlier.add(connection);
                    connection.readsRequest();
                    String list = "[{\"id\":4}]";
                    connection.write(RawPeer.head("200 OK", 10) + (earlier.size() == 1 ? "[{\"id\"" : list));
                    connection.close();
                });
                NimbleClient client = peer.client().retryPolicy(TWICE).build()) {
            assertThat(client.sessions().list()).hasSize(1);
            assertThat(peer.requests()).hasSize(2);
        }
    }

    @Test
    void aRefusedConnectionSaysWhereAndWhatToCheck() throws Exception {
        int port = unusedPort();
        List<CallAttempt> attempts = new CopyOnWriteArrayList<>();
        try (NimbleClient client = NimbleClient.builder("http://127.0.0.1:" + port)
                .retryPolicy(TWICE)
                .listener(attempts::add)
                .build()) {
            NimbleConnectionException refused = BothWays.fail(
                    NimbleConnectionException.class,
                    client.sessions()::list,
                    client.sessions().listAsync());

            assertThat(refused)
                    .hasMessageContaining("127.0.0.1:" + port)
                    .hasMessageContaining("management_listen_interfaces");
            assertThat(attempts).hasSize(2 * 3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void anOverloadedServerIsAskedAgainWhereTheCallIsRepeatable(int status) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.answer(status + " No", "please wait"));
                NimbleClient client = peer.client().retryPolicy(TWICE).build()) {
            NimbleResponseException refusal = BothWays.fail(
                    NimbleResponseException.class,
                    client.sessions()::list,
                    client.sessions().listAsync());

            assertThat(refusal.statusCode()).isEqualTo(status);
            assertThat(refusal.reply().bodyText()).isEqualTo("please wait");
            assertThat(refusal.isRetryable()).isTrue();
            assertThat(peer.requests()).hasSize(2 * 3);

            assertThatThrownBy(() -> client.raw().delete("/manage/rtmp/republish/1"))
                    .isExactlyInstanceOf(NimbleResponseException.class);
            assertThat(peer.requests()).hasSize(2 * 3 + 1);
        }
    }

    static Stream<Arguments> finalAnswers() {
        return Stream.of(
                arguments(RawPeer.answer("401 Unauthorized", ""), NimbleAuthenticationException.class),
                arguments(RawPeer.answer("403 Forbidden", HTML), NimbleAuthenticationException.class),
                arguments(RawPeer.answer("404 Not Found", HTML), NimbleUnsupportedException.class),
                arguments(RawPeer.answer("404 Not Found", "\ufeff \n" + HTML), NimbleUnsupportedException.class),
                arguments(RawPeer.answer("404 Not Found", "{\"status\":\"NotFound\"}"), NimbleNotFoundException.class),
                arguments(RawPeer.answer("404 Not Found", ""), NimbleUnsupportedException.class),
                arguments(RawPeer.answer("400 Bad", "{\"error\":\"no\"}"), NimbleResponseException.class),
                arguments(RawPeer.answer("501 Not Implemented", ""), NimbleResponseException.class),
                arguments(RawPeer.answer("200 OK", "{\"status\":\"Error\"}"), NimbleRejectedException.class),
                arguments(RawPeer.answer("200 OK", HTML), NimbleDataException.class),
                arguments("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n[]", NimbleDataException.class),
                arguments("SSH-2.0-OpenSSH_9.6\r\n\r\n", NimbleDataException.class));
    }

    @ParameterizedTest
    @MethodSource("finalAnswers")
    <E extends Throwable> void aFinalAnswerIsNotAskedForAgain(String answer, Class<E> type) throws Exception {
        try (RawPeer peer = RawPeer.answeringAndClosing(answer);
                NimbleClient client = peer.client().retryPolicy(TWICE).build()) {
            BothWays.fail(type, client.sessions()::list, client.sessions().listAsync());

            assertThat(peer.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) throws Exception {
        try (RawPeer elsewhere = RawPeer.answering(RawPeer.ok("[]"));
                RawPeer peer = RawPeer.answering("HTTP/1.1 " + status + " Moved\r\nLocation: " + elsewhere.url()
                        + "/manage/sessions\r\nContent-Length: 0\r\n\r\n");
                NimbleClient client = peer.client().retryPolicy(TWICE).build()) {
            NimbleResponseException redirect = BothWays.fail(
                    NimbleResponseException.class,
                    client.sessions()::list,
                    client.sessions().listAsync());

            assertThat(redirect.statusCode()).isEqualTo(status);
            assertThat(peer.requests()).hasSize(2);
            assertThat(elsewhere.connectionCount()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions", "rules"})
    void aRedirectIsCalledSo(String asked) throws Exception {
        try (RawPeer peer =
                        RawPeer.answering("HTTP/1.1 302 Moved\r\nLocation: http://h/\r\nContent-Length: 0\r\n\r\n");
                NimbleClient client = peer.client().build()) {
            NimbleResponseException redirect = asked.equals("rules")
                    ? BothWays.fail(
                            NimbleResponseException.class,
                            client.republishing()::rules,
                            client.republishing().rulesAsync())
                    : BothWays.fail(
                            NimbleResponseException.class,
                            client.sessions()::list,
                            client.sessions().listAsync());

            assertThat(redirect).hasMessageContaining("redirects are not followed");
        }
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
