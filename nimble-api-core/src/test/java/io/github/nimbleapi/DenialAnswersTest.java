package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleRejectedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answer to the denial of a publisher means. */
class DenialAnswersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"PublishControlDenyResponse\":{\"status\":\"success\"}}",
                "{\"PublishControlDenyResponse\":{\"status\":\" OK\"}}",
                "{\"PublishControlDenyResponse\":{\"status\":\"NotFound\"}}",
                "{\"PublishControlDenyResponse\":{\"status\":\"Not found\"}}",
                "{\"PublishControlDenyResponse\":{}}",
                "{\"PublishControlDenyResponse\":null}",
                "{\"status\":\"success\"}",
                "{\"status\":\"NotFound\"}",
                "{\"status\":\"Ok\",\"PublishControlDenyResponse\":{\"status\":\"success\"}}",
                "{}",
                "null",
                ""
            })
    void whoeverIsGoneIsDenied(String body) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            client.publishControl().deny("ID_1");
            BothWays.value(client.publishControl().denyAsync("ID_1"));

            assertThat(peer.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"PublishControlDenyResponse\":{\"status\":\"fail\"}}",
                "{\"PublishControlDenyResponse\":{\"status\":\"success\",\"error\":\"half\"}}",
                "{\"status\":\"success\",\"PublishControlDenyResponse\":{\"status\":\"fail\"}}",
                "{\"status\":\"fail\",\"PublishControlDenyResponse\":{\"status\":\"success\"}}",
                "{\"status\":\"fail\"}",
                "{\"error\":\"no\"}"
            })
    void aFailureAnywhereIsARejection(String body) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            NimbleRejectedException rejected = BothWays.fail(
                    NimbleRejectedException.class,
                    () -> client.publishControl().deny("ID_1"),
                    client.publishControl().denyAsync("ID_1"));

            assertThat(rejected.reply().bodyText()).doesNotContain("status");
            assertThat(rejected.path()).isEqualTo("/manage/publish_control/deny");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"PublishControlDenyResponse\":[]}",
                "{\"PublishControlDenyResponse\":\"fail\"}",
                "{\"PublishControlDenyResponse\":false}",
                "[]",
                "\"success\"",
                "<html>"
            })
    void anythingElseIsADataException(String body) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            BothWays.fail(
                    NimbleDataException.class,
                    () -> client.publishControl().deny("ID_1"),
                    client.publishControl().denyAsync("ID_1"));
        }
    }
}
