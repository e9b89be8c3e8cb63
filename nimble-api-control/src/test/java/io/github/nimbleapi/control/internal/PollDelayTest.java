package io.github.nimbleapi.control.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollDelayTest {
    private final PollDelay delay = new PollDelay(Duration.ofSeconds(5));

    @Test
    void jitterIsATenthInBothDirections() {
        assertThat(delay.millis(0, 0)).isEqualTo(4_500);
        assertThat(delay.millis(0, 0.5)).isEqualTo(5_000);
        assertThat(delay.millis(0, 1)).isEqualTo(5_500);
    }

    @Test
    void eachFailureDoublesItUpToAMinute() {
        assertThat(delay.millis(1, 0.5)).isEqualTo(10_000);
        assertThat(delay.millis(3, 0.5)).isEqualTo(40_000);
        assertThat(delay.millis(4, 0.5)).isEqualTo(60_000);
        assertThat(delay.millis(1_000_000, 1)).isEqualTo(66_000);
    }

    @Test
    void aLongerDelayDoesNotGrow() {
        assertThat(new PollDelay(Duration.ofHours(1)).millis(5, 0.5)).isEqualTo(3_600_000);
    }

    @Test
    void theShortestIsAMillisecondAndGrowsToo() {
        PollDelay shortest = new PollDelay(Duration.ofNanos(1));
        assertThat(shortest.millis(0, 0)).isEqualTo(1);
        assertThat(shortest.millis(10, 0.5)).isEqualTo(1_024);
    }

    @Test
    void successEndsTheBackOff() {
        delay.after(false);
        assertThat(delay.after(false)).isBetween(18_000L, 22_000L);
        assertThat(delay.after(true)).isBetween(4_500L, 5_500L);
        assertThat(delay.after(false)).isBetween(9_000L, 11_000L);
    }
}
