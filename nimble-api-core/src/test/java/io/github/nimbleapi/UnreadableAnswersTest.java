package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.error.NimbleRejectedException;
import io.github.nimbleapi.session.PlaybackSession;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Successful answers that can't be read, or that say no all the same. */
class UnreadableAnswersTest {
    private static final int DEEP = 200_000;

    static Stream<Arguments> notLists() {
        return Stream.of(
                arguments("HTML", "<html><body>Login</body></html>"),
                arguments("plain text", "OK"),
                arguments("cut off in an element", "[{\"id\":4},{\"id\":5,\"app\":\"li"),
                arguments("cut off between elements", "[{\"id\":4},"),
                arguments("cut off in the wrapper", "{\"sessions\":[{\"id\":4}]"),
                arguments("text after the list", "[{\"id\":4}]]"),
                arguments("a second value", "[]{}"),
                arguments("an object without the list", "{\"count\":3}"),
                arguments("a list of another name", "{\"viewers\":[{\"id\":4}]}"),
                arguments("sessions that are no list", "{\"sessions\":{\"id\":4}}"),
                arguments("a number", "7"),
                arguments("a text", "\"sessions\""),
                arguments("a boolean", "true"),
                arguments("deep arrays", "[".repeat(DEEP)),
                arguments("deep objects", "{\"a\":".repeat(DEEP)),
                arguments("deep unknown member", "[{\"id\":4,\"x\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}]"),
                arguments("deep known member", "[{\"id\":4,\"app\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}]"),
                arguments("deep beside the list", "{\"x\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notLists")
    void whatIsNoListIsADataException(String name, String body) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            NimbleDataException unreadable = BothWays.fail(
                    NimbleDataException.class,
                    client.sessions()::list,
                    client.sessions().listAsync());

            assertThat(unreadable).hasMessageContaining("GET /manage/sessions on " + peer.url());
            assertThat(unreadable.isRetryable()).isFalse();
            assertThat(unreadable.getMessage()).hasSizeLessThan(1000);
            assertThat(peer.requests()).hasSize(2);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notLists")
    void whatIsNoListIsADataExceptionOfTheStream(String name, String body) {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            assertThatThrownBy(() -> {
                        try (Stream<PlaybackSession> sessions = client.sessions().stream()) {
                            sessions.forEach(session -> {});
                        }
                    })
                    .isExactlyInstanceOf(NimbleDataException.class);
        }
    }

    static Stream<Arguments> notStatuses() {
        return Stream.of(
                arguments("HTML", "<html><body>Login</body></html>"),
                arguments("empty", ""),
                arguments("a list", "[]"),
                arguments("null", "null"),
                arguments("cut off", "{\"Connections\":3"),
                arguments("text after it", "{} {}"),
                arguments("deep", "{\"x\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notStatuses")
    void whatIsNoStatusIsADataException(String name, String body) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            BothWays.fail(
                    NimbleDataException.class,
                    client.server()::status,
                    client.server().statusAsync());
        }
    }

    @Test
    void aListRefusedWithHttp200IsARejection() throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("{\"status\":\"Error\",\"description\":\"no\"}"));
                NimbleClient client = peer.client().build()) {
            NimbleRejectedException rejected = BothWays.fail(
                    NimbleRejectedException.class,
                    client.sessions()::list,
                    client.sessions().listAsync());

            assertThat(rejected.statusCode()).isEqualTo(200);
            assertThat(rejected.reply().bodyText()).isEqualTo("{\"status\":\"Error\",\"description\":\"no\"}");
            BothWays.fail(
                    NimbleRejectedException.class,
                    client.server()::status,
                    client.server().statusAsync());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"Unauthorized\"}",
                "{\"sessions\":[{\"id\":4}],\"status\":\"Error\"}",
                "{\"status\":\"Error\",\"sessions\":[]}"
            })
    void soIsAListWithARefusalBesideIt(String body) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            BothWays.fail(
                    NimbleRejectedException.class,
                    client.sessions()::list,
                    client.sessions().listAsync());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"NotFound\"}", "{\"status\":\"Not found\"}"})
    void aListThatIsNotFoundSaysSo(String body) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            NimbleNotFoundException missing = BothWays.fail(
                    NimbleNotFoundException.class,
                    client.sessions()::list,
                    client.sessions().listAsync());

            assertThat(missing.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aBodyOverTheLimitClosesItsConnection() throws Exception {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write("HTTP/1.1 200 OK\r\n\r\n[");
                    while (true) {
                        connection.write("{\"id\":4},".repeat(1000));
                    }
                });
                NimbleClient client = peer.client().maxResponseBytes(1_000_000).build()) {
            NimbleDataException tooLarge = BothWays.fail(
                    NimbleDataException.class,
                    client.sessions()::list,
                    client.sessions().listAsync());

            assertThat(tooLarge).hasMessageContaining("maxResponseBytes").hasMessageContaining("1000000");
            assertThat(peer.allConnectionsEndWithin(RawPeer.WHILE_WRITING)).isTrue();
        }
    }

    @Test
    void aBodyOfJustTheLimitIsRead() {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("[{\"id\":4}]"));
                NimbleClient client = peer.client().maxResponseBytes(10).build()) {
            assertThat(client.sessions().list()).hasSize(1);
        }
    }
}
