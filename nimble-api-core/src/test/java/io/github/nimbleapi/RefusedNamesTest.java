package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.nimbleapi.session.PlaybackSession;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would silently find or end nothing is refused before anything is sent. */
class RefusedNamesTest {
    private final NimbleClient client = NimbleClient.create("http://127.0.0.1:1");

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void noLiveStreamHasABlankName(String blank) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.liveStreams().list(blank))
                .withMessage("app is blank: give its name, or list() all");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.liveStreams().findAsync("live", blank))
                .withMessage("stream is blank: give its name, or list() all");
    }

    @Test
    void amongSessionsToEndIsNoNull() {
        List<PlaybackSession> sessions =
                Arrays.asList(PlaybackSession.builder(4).build(), null);
        assertThatNullPointerException()
                .isThrownBy(() -> client.sessions().deleteAll(sessions))
                .withMessage("sessions has null");
    }
}
