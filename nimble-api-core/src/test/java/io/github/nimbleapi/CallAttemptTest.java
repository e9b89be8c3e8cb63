package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallAttemptTest {
    private static final Duration ELAPSED = Duration.ofMillis(12);

    @Test
    void aSuccessHasNoFailure() {
        CallAttempt attempt = CallAttempt.of("http://edge-1:8082", "GET", "/manage/sessions", 1, ELAPSED, null);

        assertThat(attempt.url()).isEqualTo("http://edge-1:8082");
        assertThat(attempt.method()).isEqualTo("GET");
        assertThat(attempt.path()).isEqualTo("/manage/sessions");
        assertThat(attempt.number()).isEqualTo(1);
        assertThat(attempt.elapsed()).isEqualTo(ELAPSED);
        assertThat(attempt.failure()).isEmpty();
        assertThat(attempt).hasToString("GET /manage/sessions on http://edge-1:8082, attempt 1, 12 ms, ok");
    }

    @Test
    void aFailureIsCarriedAndItsTextShowsOnlyItsType() {
        IllegalStateException failure = new IllegalStateException("private");
        CallAttempt attempt = CallAttempt.of("http://edge-1:8082", "POST", "/manage/a", 2, ELAPSED, failure);

        assertThat(attempt.failure()).containsSame(failure);
        assertThat(attempt)
                .hasToString("POST /manage/a on http://edge-1:8082, attempt 2, 12 ms, IllegalStateException");
    }

    @Test
    void attemptsAreEqualInAllTheirParts() {
        IllegalStateException failure = new IllegalStateException();
        CallAttempt attempt = CallAttempt.of("http://edge-1:8082", "GET", "/a", 1, ELAPSED, failure);

        assertThat(attempt)
                .isEqualTo(CallAttempt.of("http://edge-1:8082", "GET", "/a", 1, ELAPSED, failure))
                .hasSameHashCodeAs(CallAttempt.of("http://edge-1:8082", "GET", "/a", 1, ELAPSED, failure))
                .isNotEqualTo(CallAttempt.of("http://edge-2:8082", "GET", "/a", 1, ELAPSED, failure))
                .isNotEqualTo(CallAttempt.of("http://edge-1:8082", "PUT", "/a", 1, ELAPSED, failure))
                .isNotEqualTo(CallAttempt.of("http://edge-1:8082", "GET", "/b", 1, ELAPSED, failure))
                .isNotEqualTo(CallAttempt.of("http://edge-1:8082", "GET", "/a", 2, ELAPSED, failure))
                .isNotEqualTo(CallAttempt.of("http://edge-1:8082", "GET", "/a", 1, Duration.ZERO, failure))
                .isNotEqualTo(CallAttempt.of("http://edge-1:8082", "GET", "/a", 1, ELAPSED, null))
                .isNotEqualTo("attempt");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aMissingPartIsRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> CallAttempt.of(null, "GET", "/", 1, ELAPSED, null))
                .withMessage("url");
        assertThatNullPointerException()
                .isThrownBy(() -> CallAttempt.of("http://edge-1:8082", null, "/", 1, ELAPSED, null))
                .withMessage("method");
        assertThatNullPointerException()
                .isThrownBy(() -> CallAttempt.of("http://edge-1:8082", "GET", null, 1, ELAPSED, null))
                .withMessage("path");
        assertThatNullPointerException()
                .isThrownBy(() -> CallAttempt.of("http://edge-1:8082", "GET", "/", 1, null, null))
                .withMessage("elapsed");
    }
}
