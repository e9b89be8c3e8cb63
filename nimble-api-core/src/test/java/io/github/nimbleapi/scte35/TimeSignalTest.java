package io.github.nimbleapi.scte35;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSignalTest {
    private final TimeSignal.Builder builder = TimeSignal.builder();

    @ParameterizedTest
    @ValueSource(ints = {-1, 256, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aTypeIsOneByte(int type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.segmentationType(type))
                .withMessage("segmentationType is " + type + ": give 0 to 255");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.upidType(type))
                .withMessage("upidType is " + type + ": give 0 to 255");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255})
    void allOfAByteAreTypes(int type) {
        TimeSignal signal = builder.segmentationType(type).upidType(type).build();

        assertThat(signal.segmentationType()).hasValue(type);
        assertThat(signal.upidType()).hasValue(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.999S", "PT1.5S", "PT-0.5S", "PT1.000000001S"})
    void aDurationIsWholeSeconds(Duration duration) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.duration(duration))
                .withMessageStartingWith("duration is " + duration + ": give whole seconds");
    }

    @Test
    void itsTextTellsWhatIsSet() {
        assertThat(builder.build()).hasToString("TimeSignal[]");
        assertThat(builder.segmentationType(52)
                        .upidType(15)
                        .upid("urn:x")
                        .duration(Duration.ofSeconds(30))
                        .build())
                .hasToString("TimeSignal[type 52, upid type 15, upid urn:x, PT30S]");
    }
}
