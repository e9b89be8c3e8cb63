package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleRejectedException;
import io.github.nimbleapi.error.NimbleResponseException;
import io.github.nimbleapi.session.PlaybackSession;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answer to a deletion means. */
class DeleteAnswersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"Ok\"}",
                "{\"status\":\"ok\"}",
                "{\"status\":\" SUCCESS \"}",
                "{\"status\":\"NotFound\"}",
                "{\"status\":\"Not found\"}",
                "{\"status\":\"NOT_FOUND\"}",
                "{\"status\":null}",
                "{\"error\":null}",
                "{\"deleted\":1}",
                "{}",
                "null",
                "\ufeff",
                " ",
                ""
            })
    void anIdThatIsGoneOrAnAnswerThatSaysNothingIsDone(String body) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            client.sessions().delete(4);
            BothWays.value(client.sessions().deleteAsync(4));

            assertThat(peer.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"Error\"}",
                "{\"status\":\"fail\",\"description\":\"no\"}",
                "{\"error\":\"no\"}",
                "{\"status\":\"Ok\",\"error\":{\"code\":1}}"
            })
    void anAnswerThatSaysNoIsARejection(String body) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            NimbleRejectedException rejected = BothWays.fail(
                    NimbleRejectedException.class,
                    () -> client.sessions().delete(4),
                    client.sessions().deleteAsync(4));

            assertThat(rejected.statusCode()).isEqualTo(200);
            assertThat(rejected.reply().bodyText()).isEqualTo(body);
            assertThat(rejected.method() + " " + rejected.path()).isEqualTo("POST /manage/sessions/delete");
            assertThat(peer.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>Login</html>", "Ok", "\"Ok\"", "42", "true", "[]", "{\"status\":", "{\"status\":\"Ok\"} x"
            })
    void anAnswerThatIsNoStatusIsADataException(String body) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            BothWays.fail(
                    NimbleDataException.class,
                    () -> client.sessions().delete(4),
                    client.sessions().deleteAsync(4));
        }
    }

    @Test
    void aFailedRequestEndsADeletionInSeveral() {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write(RawPeer.ok("{\"status\":\"Ok\"}"));
                    connection.readsRequest();
                    connection.write(RawPeer.answer("500 Oops", ""));
                });
                NimbleClient client =
                        peer.client().retryPolicy(RetryPolicy.none()).build()) {
            assertThatThrownBy(() ->
                            client.sessions().delete(LongStream.range(0, 1500).toArray()))
                    .isExactlyInstanceOf(NimbleResponseException.class);

            assertThat(peer.requests()).hasSize(2);
        }
    }

    @Test
    void deleteIfTellsWhatItEnded() throws Exception {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    while (connection.readsRequest()) {
                        boolean list = connection.lastRequest().startsWith("GET");
                        connection.write(RawPeer.ok(list ? "[{\"id\":4,\"app\":\"live\"},{\"id\":5}]" : ""));
                    }
                });
                NimbleClient client = peer.client().build()) {
            List<PlaybackSession> ended = client.sessions().deleteIf(session -> session.id() == 4);

            assertThat(ended).extracting(PlaybackSession::app).containsExactly("live");
            assertThat(BothWays.value(client.sessions().deleteIfAsync(session -> session.id() == 4)))
                    .isEqualTo(ended);
            assertThat(peer.requests())
                    .filteredOn(request -> request.startsWith("POST"))
                    .allMatch(request -> request.endsWith("[4]"))
                    .hasSize(2);
        }
    }
}
