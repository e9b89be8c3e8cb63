package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "PT0.2S, 1, PT0.2S",
        "PT0.2S, 2, PT0.4S",
        "PT0.2S, 6, PT6.4S",
        "PT0.2S, 7, PT10S",
        "PT0.2S, 2147483647, PT10S",
        "PT0S, 5, PT0S",
        "PT10S, 1, PT10S",
        "PT1H, 1, PT1H",
        "PT2562047788015215H, 2, PT2562047788015215H"
    })
    void eachDelayIsTwiceTheOneBeforeUpToTenSecondsOrTheFirst(Duration first, int retry, Duration expected) {
        assertThat(RetryPolicy.exponential(2, first).delayBefore(retry)).isEqualTo(expected);
    }

    @Test
    void noneRepeatsNothing() {
        assertThat(RetryPolicy.none().retries()).isZero();
        assertThat(RetryPolicy.none()).hasToString("RetryPolicy[none]");
        assertThat(RetryPolicy.exponential(0, Duration.ZERO)).isEqualTo(RetryPolicy.none());
    }

    @Test
    void policiesOfTheSameSettingsAreEqual() {
        RetryPolicy policy = RetryPolicy.exponential(3, Duration.ofSeconds(1));

        assertThat(policy.retries()).isEqualTo(3);
        assertThat(policy)
                .isEqualTo(RetryPolicy.exponential(3, Duration.parse("PT1S")))
                .hasSameHashCodeAs(RetryPolicy.exponential(3, Duration.parse("PT1S")))
                .hasToString("RetryPolicy[3 retries, first after PT1S]")
                .isNotEqualTo(RetryPolicy.exponential(2, Duration.ofSeconds(1)))
                .isNotEqualTo(RetryPolicy.exponential(3, Duration.ofSeconds(2)))
                .isNotEqualTo("policy");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void thereIsNoDelayBeforeTheFirstAttempt(int retry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.none().delayBefore(retry))
                .withMessageStartingWith("retry is " + retry);
    }

    @Test
    @SuppressWarnings("NullAway")
    void badSettingsAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.exponential(-1, Duration.ZERO))
                .withMessageStartingWith("retries is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetryPolicy.exponential(1, Duration.ofMillis(-1)))
                .withMessageStartingWith("firstDelay is PT-0.001S");
        assertThatNullPointerException()
                .isThrownBy(() -> RetryPolicy.exponential(1, null))
                .withMessage("firstDelay");
    }
}
