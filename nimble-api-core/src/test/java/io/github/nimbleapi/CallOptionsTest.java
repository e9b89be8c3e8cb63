package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallOptionsTest {
    private static final CallOptions DEFAULTS = CallOptions.builder().build();

    @Test
    void theDefaultsAreThoseOfTheJavadoc() {
        assertThat(DEFAULTS.callTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(DEFAULTS.retryPolicy()).isEqualTo(RetryPolicy.exponential(2, Duration.ofMillis(200)));
        assertThat(DEFAULTS.maxResponseBytes()).isEmpty();
    }

    static Stream<UnaryOperator<CallOptions.Builder>> changes() {
        return Stream.of(
                options -> options.callTimeout(Duration.ofSeconds(1)),
                options -> options.retryPolicy(RetryPolicy.none()),
                options -> options.maxResponseBytes(1));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangedOptionIsKeptByABuilderMadeOfIt(UnaryOperator<CallOptions.Builder> change) {
        CallOptions changed = change.apply(DEFAULTS.toBuilder()).build();

        assertThat(changed).isNotEqualTo(DEFAULTS);
        assertThat(changed.toBuilder().build()).isEqualTo(changed).hasSameHashCodeAs(changed);
        assertThat(changed.toString()).isNotEqualTo(DEFAULTS.toString());
    }

    @Test
    void whatIsSetIsRead() {
        CallOptions options = CallOptions.builder()
                .callTimeout(Duration.ofSeconds(1))
                .retryPolicy(RetryPolicy.none())
                .maxResponseBytes(1_000)
                .build();

        assertThat(options.callTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(options.retryPolicy()).isEqualTo(RetryPolicy.none());
        assertThat(options.maxResponseBytes()).hasValue(1_000);
        assertThat(options).isNotEqualTo("options");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-0.000000001S", "PT-1H"})
    void aCallTimeoutOfNothingIsRefused(Duration callTimeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.builder().callTimeout(callTimeout))
                .withMessageStartingWith("callTimeout is " + callTimeout);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aLimitOfNothingIsRefused(long maxResponseBytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.builder().maxResponseBytes(maxResponseBytes))
                .withMessageStartingWith("maxResponseBytes is " + maxResponseBytes);
    }

    @Test
    @SuppressWarnings("NullAway")
    void aMissingOptionIsRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> CallOptions.builder().callTimeout(null))
                .withMessage("callTimeout");
        assertThatNullPointerException()
                .isThrownBy(() -> CallOptions.builder().retryPolicy(null))
                .withMessage("retryPolicy");
    }
}
