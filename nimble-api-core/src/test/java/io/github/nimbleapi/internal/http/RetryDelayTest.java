package io.github.nimbleapi.internal.http;

import static io.github.nimbleapi.internal.http.Samples.LIST;
import static io.github.nimbleapi.internal.http.Samples.broken;
import static io.github.nimbleapi.internal.http.Samples.retryAfter;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.CallOptions;
import io.github.nimbleapi.RetryPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryDelayTest {
    private static final Duration A_LITTLE = Duration.ofNanos(1);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private final FakeTimer timer = new FakeTimer();
    private final StubTransport stub = new StubTransport();

    /** First after 200 ms, then after 400 ms, less what chance takes off. */
    private CompletableFuture<String> send(double random, Duration callTimeout) {
        return send(random, callTimeout, RetryPolicy.exponential(2, Duration.ofMillis(200)));
    }

    private CompletableFuture<String> send(double random, Duration callTimeout, RetryPolicy policy) {
        CallOptions options = CallOptions.builder()
                .callTimeout(callTimeout)
                .retryPolicy(policy)
                .build();
        return new RetryingTransport(stub, timer, CLOCK, () -> random).send(Samples.exchange(LIST, options, timer));
    }

    private void assertNextAttemptAfter(Duration delay) {
        int before = stub.sent();
        timer.advance(delay.minus(A_LITTLE));
        assertThat(stub.sent()).isEqualTo(before);
        timer.advance(A_LITTLE);
        assertThat(stub.sent()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({"0, PT0.1S, PT0.2S", "0.5, PT0.15S, PT0.3S", "1, PT0.2S, PT0.4S"})
    void betweenHalfAndAllOfTheDelayIsWaited(double random, Duration first, Duration second) {
        send(random, Duration.ofSeconds(30));
        stub.fail(broken());
        assertNextAttemptAfter(first);
        stub.fail(broken());
        assertNextAttemptAfter(second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | PT3S",
                "' 3 ' | PT3S",
                "Fri, 02 Jan 2026 03:04:12 GMT | PT7S",
                "Fri, 2 Jan 2026 03:04:12 GMT | PT7S",
                "0 | PT0.2S",
                "Fri, 02 Jan 2026 03:04:00 GMT | PT0.2S",
                "-5 | PT0.2S",
                "1.5 | PT0.2S",
                "soon | PT0.2S",
                "'' | PT0.2S"
            })
    void theServerMayAskForMore(String value, Duration delay) {
        send(1, Duration.ofSeconds(30));
        stub.fail(retryAfter(value));

        assertNextAttemptAfter(delay);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30",
                "99999999999999999999",
                "9223372036854775807",
                "Fri, 02 Jan 2026 04:00:00 GMT",
                "Fri, 31 Dec 9999 23:59:59 GMT"
            })
    void aServerThatAsksForTooMuchEndsTheCallAtOnce(String value) {
        CompletableFuture<String> outcome = send(1, Duration.ofSeconds(30));
        var failure = retryAfter(value);
        stub.fail(failure);

        assertThat(outcome.handle((v, thrown) -> thrown)).isCompletedWithValue(failure);
        assertThat(timer.pending()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.2S", "PT0.1S"})
    void aDelayThatOutlastsTheCallIsNotBegun(Duration callTimeout) {
        CompletableFuture<String> outcome = send(1, callTimeout);
        var failure = broken();
        stub.fail(failure);

        assertThat(outcome.handle((v, thrown) -> thrown)).isCompletedWithValue(failure);
        assertThat(timer.pending()).isZero();
    }

    @Test
    void norIsOneOfMoreThanAllNanoseconds() {
        RetryPolicy patient = RetryPolicy.exponential(1, Duration.ofDays(400 * 365));
        CompletableFuture<String> outcome = send(1, Duration.ofSeconds(30), patient);
        var failure = broken();
        stub.fail(failure);

        assertThat(outcome.handle((v, thrown) -> thrown)).isCompletedWithValue(failure);
        assertThat(timer.pending()).isZero();
    }

    @Test
    void theTimeOfEarlierAttemptsCounts() {
        CompletableFuture<String> outcome = send(1, Duration.ofMillis(700));
        timer.advance(Duration.ofMillis(100));
        stub.fail(broken());
        assertNextAttemptAfter(Duration.ofMillis(200));
        var failure = broken();
        stub.fail(failure);

        assertThat(outcome.handle((v, thrown) -> thrown)).isCompletedWithValue(failure);
        assertThat(stub.sent()).isEqualTo(2);
    }
}
