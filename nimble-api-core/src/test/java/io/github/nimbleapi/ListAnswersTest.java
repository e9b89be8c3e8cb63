package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a list of sessions. */
class ListAnswersTest {
    static Stream<Arguments> lists() {
        return Stream.of(
                arguments("[]", List.of()),
                arguments("{}", List.of()),
                arguments("null", List.of()),
                arguments("", List.of()),
                arguments(" \r\n", List.of()),
                arguments("\ufeff", List.of()),
                arguments("\ufeff[{\"id\":4}]", List.of(4L)),
                arguments("{\"sessions\":[]}", List.of()),
                arguments("{\"sessions\":null}", List.of()),
                arguments("{\"status\":\"Ok\",\"sessions\":[{\"id\":4}]}", List.of(4L)),
                arguments("{\"status\":null,\"sessions\":[{\"id\":4}]}", List.of(4L)),
                arguments("{\"a\":[1,{\"sessions\":[]}],\"sessions\":[{\"id\":4}],\"b\":{\"id\":5}}", List.of(4L)),
                arguments("[{\"id\":\"4\"},{\"id\":5,\"app\":7}]", List.of(4L, 5L)),
                arguments("[{\"id\":18446744073709551615}]", List.of(-1L)),
                arguments("[{\"id\":\"9223372036854775808\"}]", List.of(Long.MIN_VALUE)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListIsReadInManyShapes(String body, List<Long> ids) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            assertThat(ids(client.sessions().list())).isEqualTo(ids);
            assertThat(ids(BothWays.value(client.sessions().listAsync()))).isEqualTo(ids);
            try (Stream<PlaybackSession> sessions = client.sessions().stream()) {
                assertThat(sessions.map(PlaybackSession::id)).isEqualTo(ids);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n[\r\n8\r\n{\"id\":4}\r\n1\r\n]\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n[{\"id\":4}]",
                "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n[{\"id\":4}]",
                "HTTP/1.1 202 \r\nContent-Length: 10\r\nContent-Type: nonsense\r\n\r\n[{\"id\":4}]"
            })
    void aListIsReadInEveryFraming(String answer) {
        try (RawPeer peer = RawPeer.answeringAndClosing(answer);
                NimbleClient client = peer.client().build()) {
            assertThat(ids(client.sessions().list())).containsExactly(4L);
        }
    }

    @Test
    void noContentIsAnEmptyList() {
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 204 No Content\r\n\r\n");
                NimbleClient client = peer.client().build()) {
            assertThat(client.sessions().list()).isEmpty();
        }
    }

    @Test
    void aWarningCountsAsNobodysLanguageDoes() {
        String body = "[" + "{\"x\":1},".repeat(1_234) + "{\"id\":4}]";
        try (LogRecords log = new LogRecords();
                RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            assertThat(client.sessions().list()).hasSize(1);

            assertThat(log.texts()).anyMatch(text -> text.contains("left out 1234 of 1235 sessions"));
        }
    }

    @Test
    void anElementWithoutAnIdIsLeftOutWithOneWarning() {
        String body = "[{\"id\":4},{\"app\":\"x\"},7,null,\"s\",[{\"id\":9}],{\"id\":\"abc\"},{\"id\":-1},{\"id\":{}},"
                + "{\"id\":null},{\"id\":18446744073709551616},{},{\"id\":5}]";
        try (LogRecords log = new LogRecords();
                RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            assertThat(ids(client.sessions().list())).containsExactly(4L, 5L);

            assertThat(log.texts())
                    .filteredOn(text -> text.startsWith("WARNING"))
                    .singleElement()
                    .asString()
                    .contains("/manage/sessions", "left out 11 of 13");
        }
    }

    @Test
    void anUnknownTypeKeepsTheServersWord() {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("[{\"id\":4,\"type\":\"MoQ\"},{\"id\":5}]"));
                NimbleClient client = peer.client().build()) {
            assertThat(client.sessions().list())
                    .extracting(PlaybackSession::type)
                    .containsExactly(SessionType.of("MoQ"), SessionType.UNKNOWN);
        }
    }

    @Test
    void aStrangersUserAgentDoesNotLoseTheList() {
        byte[] body =
                "[{\"id\":4,\"user_agent\":\"a\u0001\n\tb\\xc\u00ff\u00c3\"},{\"id\":5,\"user_agent\":\"\u00e9\"}]"
                        .getBytes(StandardCharsets.ISO_8859_1);
        byte[] head = RawPeer.head("200 OK", body.length).getBytes(StandardCharsets.ISO_8859_1);
        byte[] answer = new byte[head.length + body.length];
        System.arraycopy(head, 0, answer, 0, head.length);
        System.arraycopy(body, 0, answer, head.length, body.length);
        try (RawPeer peer = RawPeer.answering(answer);
                NimbleClient client = peer.client().build()) {
            assertThat(client.sessions().list())
                    .extracting(PlaybackSession::userAgent)
                    .containsExactly("a\u0001\n\tbxc\ufffd\ufffd", "\ufffd");
        }
    }

    private static List<Long> ids(List<PlaybackSession> sessions) {
        return sessions.stream().map(PlaybackSession::id).collect(Collectors.toList());
    }
}
