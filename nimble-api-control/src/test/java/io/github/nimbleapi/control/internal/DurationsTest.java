package io.github.nimbleapi.control.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT24H0.001S"})
    void refusesWhatIsNoTimeUpToADay(String time) {
        assertThatThrownBy(() -> Durations.requireUpToADay(Duration.parse(time), "interval"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("interval is " + Duration.parse(time) + ": give a time above zero, up to a day");
    }

    @Test
    void takesTimesUpToADay() {
        assertThat(Durations.requireUpToADay(Duration.ofDays(1), "interval")).isEqualTo(Duration.ofDays(1));
        assertThat(Durations.requireUpToADay(Duration.ofNanos(1), "interval")).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    @SuppressWarnings("NullAway")
    void namesWhatIsNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> Durations.requireUpToADay(null, "interval"))
                .withMessage("interval");
    }
}
