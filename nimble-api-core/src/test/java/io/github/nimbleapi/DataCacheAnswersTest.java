package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers of the data cache mean. */
class DataCacheAnswersTest {
    @Test
    void whatWasRemovedMayBeAnything() throws Exception {
        String body = "{\"status\":\"Ok\",\"removed_items\":"
                + "[\"/a.ts\",17,1.5,true,null,{\"path\":\"/b\",\"size\":1},[\"x\"],\"\"]}";
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            assertThat(client.dataCache().evict("k"))
                    .containsExactly("/a.ts", "17", "1.5", "true", "{\"path\":\"/b\",\"size\":1}", "[\"x\"]", "")
                    .isUnmodifiable();
            assertThat(BothWays.value(client.dataCache().wouldEvictAsync("k"))).hasSize(7);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"Ok\"}",
                "{\"removed_items\":[]}",
                "{\"removed_items\":null}",
                "{\"removed_items\":{}}",
                "{\"removed_items\":3}",
                "{}"
            })
    void whatIsDoneIsDoneWhateverIsSaidOfTheItems(String body) {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            assertThat(client.dataCache().evict("k")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"Ok\"}", "{\"key\":null}", "{\"key\":\"\"}", "{\"key\":{}}", "{}"})
    void noKeyIsNone(String body) {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            assertThat(client.dataCache().key("http://a/b")).isEmpty();
        }
    }

    @Test
    void aKeyMayBeANumber() {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("{\"key\":18446744073709551615}"));
                NimbleClient client = peer.client().build()) {
            assertThat(client.dataCache().key("http://a/b")).contains("18446744073709551615");
        }
    }

    @Test
    void aRefusalIsNotAnEmptyAnswer() {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("{\"status\":\"Error\",\"removed_items\":[]}"));
                NimbleClient client = peer.client().build()) {
            assertThatThrownBy(() -> client.dataCache().key("http://a/b")).isInstanceOf(NimbleRejectedException.class);
            assertThatThrownBy(() -> client.dataCache().evict("k")).isInstanceOf(NimbleRejectedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "\"k\"", "<html>"})
    void anythingElseIsADataException(String body) {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            assertThatThrownBy(() -> client.dataCache().key("http://a/b")).isInstanceOf(NimbleDataException.class);
            assertThatThrownBy(() -> client.dataCache().evict("k")).isInstanceOf(NimbleDataException.class);
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void anEmptyQuestionIsNotSent() {
        try (RawPeer peer = RawPeer.silent();
                NimbleClient client = peer.client().build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.dataCache().key(""))
                    .withMessageStartingWith("url is empty: give ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.dataCache().evictAsync(""))
                    .withMessageStartingWith("key is empty: give ");
            assertThatNullPointerException()
                    .isThrownBy(() -> client.dataCache().wouldEvict(null))
                    .withMessage("key");
            assertThatNullPointerException()
                    .isThrownBy(() -> client.icecast().updateMetadata("live", "one", null))
                    .withMessage("title");
            assertThatNullPointerException()
                    .isThrownBy(() -> client.icecast().updateMetadataAsync("live", "one", "x", null))
                    .withMessage("url");
            assertThat(peer.requests()).isEmpty();
        }
    }
}
