package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallAttemptTest {
    private static final Duration ELAPSED = Duration.ofMillis(12);

    @Test
    void aSuccessHasNoFailure() {
        CallAttempt attempt = CallAttempt.of("GET", "/manage/sessions", 1, ELAPSED, null);

        assertThat(attempt.method()).isEqualTo("GET");
        assertThat(attempt.path()).isEqualTo("/manage/sessions");
        assertThat(attempt.number()).isEqualTo(1);
        assertThat(attempt.elapsed()).isEqualTo(ELAPSED);
        assertThat(attempt.failure()).isEmpty();
        assertThat(attempt).hasToString("GET /manage/sessions, attempt 1, 12 ms, ok");
    }

    @Test
    void aFailureIsCarriedAndItsTextShowsOnlyItsType() {
        IllegalStateException failure = new IllegalStateException("private");
        CallAttempt attempt = CallAttempt.of("POST", "/manage/a", 2, ELAPSED, failure);

        assertThat(attempt.failure()).containsSame(failure);
        assertThat(attempt).hasToString("POST /manage/a, attempt 2, 12 ms, IllegalStateException");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aMissingPartIsRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> CallAttempt.of(null, "/", 1, ELAPSED, null))
                .withMessage("method");
        assertThatNullPointerException()
                .isThrownBy(() -> CallAttempt.of("GET", null, 1, ELAPSED, null))
                .withMessage("path");
        assertThatNullPointerException()
                .isThrownBy(() -> CallAttempt.of("GET", "/", 1, null, null))
                .withMessage("elapsed");
    }
}
