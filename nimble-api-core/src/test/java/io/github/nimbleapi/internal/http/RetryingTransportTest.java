package io.github.nimbleapi.internal.http;

import static io.github.nimbleapi.internal.http.Samples.LIST;
import static io.github.nimbleapi.internal.http.Samples.broken;
import static io.github.nimbleapi.internal.http.Samples.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.CallOptions;
import io.github.nimbleapi.RetryPolicy;
import io.github.nimbleapi.error.NimbleAuthenticationException;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleInterruptedException;
import io.github.nimbleapi.error.NimbleRejectedException;
import io.github.nimbleapi.error.NimbleTimeoutException;
import io.github.nimbleapi.raw.RawReply;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetryingTransportTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final FakeTimer timer = new FakeTimer();
    private final StubTransport stub = new StubTransport();
    private final RetryingTransport retrying = new RetryingTransport(stub, timer, Clock.systemUTC(), () -> 0.5);

    private CompletableFuture<String> send(Request request, CallOptions options) {
        return retrying.send(Samples.exchange(request, options, timer));
    }

    private CompletableFuture<String> send() {
        return send(LIST, CallOptions.builder().build());
    }

    static Stream<Throwable> passing() {
        return Stream.of(
                broken(),
                new NimbleTimeoutException("no connection in time", "GET", "/", null),
                refused(429),
                refused(500),
                refused(502),
                refused(503),
                refused(504));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatMayPassIsRepeated(Throwable failure) {
        CompletableFuture<String> outcome = send();
        stub.fail(failure);
        timer.advance(LONG);
        stub.answer().complete("list");

        assertThat(stub.sent()).isEqualTo(2);
        assertThat(outcome).isCompletedWithValue("list");
    }

    static Stream<Throwable> lasting() {
        RawReply reply = RawReply.of(200, "");
        return Stream.of(
                refused(301),
                refused(400),
                refused(404),
                refused(501),
                new NimbleAuthenticationException("no", "GET", "/", RawReply.of(401, "")),
                new NimbleAuthenticationException("no", "GET", "/", RawReply.of(403, "")),
                new NimbleRejectedException("no", "GET", "/", reply),
                new NimbleDataException("no JSON", "GET", "/", null),
                new NimbleInterruptedException("interrupted", "GET", "/", null),
                new NimbleConnectionException("not trusted", "GET", "/", untrusted()),
                new CancellationException(),
                new IllegalStateException("thrown by the user's filter"));
    }

    private static Throwable untrusted() {
        return new SSLHandshakeException("bad").initCause(new CertificateException("bad"));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatWillNotPassIsNotRepeated(Throwable failure) {
        CompletableFuture<String> outcome = send();
        stub.fail(failure);

        assertFailedForGood(outcome, failure);
    }

    @Test
    void whatIsNotSafeToRepeatIsNot() {
        CompletableFuture<String> outcome = send(
                Request.of("POST", "/manage/reload_config"),
                CallOptions.builder().build());
        NimbleConnectionException failure = broken();
        stub.fail(failure);

        assertFailedForGood(outcome, failure);
    }

    @Test
    void aPolicyOfNoneRepeatsNothing() {
        CompletableFuture<String> outcome =
                send(LIST, CallOptions.builder().retryPolicy(RetryPolicy.none()).build());
        NimbleConnectionException failure = broken();
        stub.fail(failure);

        assertFailedForGood(outcome, failure);
    }

    private void assertFailedForGood(CompletableFuture<String> outcome, Throwable failure) {
        assertThat(outcome).isCompletedExceptionally();
        assertThat(outcome.handle((value, thrown) -> thrown)).isCompletedWithValue(failure);
        timer.advance(LONG);
        assertThat(stub.sent()).isEqualTo(1);
    }

    @Test
    void theLastFailureStandsWhenAllAttemptsAreUsed() {
        CompletableFuture<String> outcome = send();
        stub.fail(broken());
        timer.advance(LONG);
        stub.fail(refused(503));
        timer.advance(LONG);
        NimbleConnectionException last = broken();
        stub.fail(last);
        timer.advance(LONG);

        assertThat(stub.exchanges).extracting(exchange -> exchange.attempt).containsExactly(1, 2, 3);
        assertThat(outcome.handle((value, thrown) -> thrown)).isCompletedWithValue(last);
    }

    @Test
    void cancellingDuringTheDelayMakesNoFurtherAttempt() {
        CompletableFuture<String> outcome = send();
        stub.fail(broken());
        outcome.cancel(true);
        timer.advance(LONG);

        assertThat(stub.sent()).isEqualTo(1);
    }

    @Test
    void cancellingCancelsTheAttemptUnderWay() {
        CompletableFuture<String> outcome = send();
        stub.fail(broken());
        timer.advance(LONG);
        assertThat(stub.answer()).isNotDone();
        outcome.cancel(true);

        assertThat(stub.sent()).isEqualTo(2);
        assertThat(stub.answer()).isCancelled();
    }

    @Test
    void theAlarmOnlyHandsTheNextAttemptToTheThreadsOfTheCall() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        retrying.send(Samples.exchange(LIST, CallOptions.builder().build(), timer, tasks::add));
        stub.fail(broken());
        timer.advance(LONG);
        assertThat(stub.sent()).isEqualTo(1);
        tasks.remove().run();

        assertThat(stub.sent()).isEqualTo(2);
    }
}
