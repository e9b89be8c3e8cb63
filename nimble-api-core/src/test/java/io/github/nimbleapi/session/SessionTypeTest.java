package io.github.nimbleapi.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTypeTest {
    @ParameterizedTest
    @CsvSource({
        "HLS, hls",
        "MPEG-TS, MPEGTS",
        "MPEG-DASH, mpeg dash",
        "MPEG-DASH, Mpeg_Dash",
        "ICECAST, icecast",
        "Icecast, ICECAST",
        "h264, H.264",
        "потік, ПОТІК"
    })
    void typesAreEqualWhenTheirLettersAndDigitsAre(String one, String other) {
        assertThat(SessionType.of(one)).isEqualTo(SessionType.of(other)).hasSameHashCodeAs(SessionType.of(other));
    }

    @ParameterizedTest
    @CsvSource({"HLS, SLDP", "HLS, HLS2", "MPEG-TS, MPEG-DASH", "HLS, ''", "поток, потік"})
    void otherTypesDiffer(String one, String other) {
        assertThat(SessionType.of(one)).isNotEqualTo(SessionType.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MoQ", "mpeg dash", "", " hls "})
    void theWordOfTheServerIsKept(String word) {
        assertThat(SessionType.of(word).value()).isEqualTo(word);
        assertThat(SessionType.of(word)).hasToString(word);
    }

    @Test
    void aConstantIsATypeLikeAnyOther() {
        assertThat(SessionType.of("HLS")).isEqualTo(SessionType.HLS);
        assertThat(SessionType.of("")).isEqualTo(SessionType.UNKNOWN);
        assertThat(SessionType.UNKNOWN).isNotEqualTo("");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aMissingWordIsRefusedByName() {
        assertThatNullPointerException().isThrownBy(() -> SessionType.of(null)).withMessage("value");
    }
}
