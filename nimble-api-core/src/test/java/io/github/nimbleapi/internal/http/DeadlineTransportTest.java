package io.github.nimbleapi.internal.http;

import static io.github.nimbleapi.internal.http.Samples.LIST;
import static io.github.nimbleapi.internal.http.Samples.broken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.nimbleapi.CallOptions;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class DeadlineTransportTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final FakeTimer timer = new FakeTimer();
    private final StubTransport stub = new StubTransport();

    private CompletableFuture<String> send(Executor executor) {
        CallOptions options = CallOptions.builder().callTimeout(LIMIT).build();
        return new DeadlineTransport(stub, timer, Samples.SERVER)
                .send(Samples.exchange(LIST, options, timer, executor));
    }

    private CompletableFuture<String> send() {
        return send(Runnable::run);
    }

    @Test
    void whatIsNotOverAtTheDeadlineIsCancelledAndSaysSo() {
        CompletableFuture<String> outcome = send();
        timer.advance(LIMIT.minusNanos(1));
        assertThat(outcome).isNotDone();
        assertThat(stub.answer()).isNotDone();
        timer.advance(Duration.ofNanos(1));

        assertThat(stub.answer()).isCancelled();
        assertThat(catchThrowable(outcome::join).getCause())
                .asInstanceOf(InstanceOfAssertFactories.type(NimbleTimeoutException.class))
                .satisfies(e -> assertThat(e.path()).isEqualTo("/manage/sessions"))
                .satisfies(e -> assertThat(e.isRetryable()).isTrue())
                .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING)
                .contains("GET /manage/sessions on http://edge-1:8082", "callTimeout", "PT5S");
    }

    @Test
    void theTimerOnlyHandsTheEndToTheThreadsOfTheCall() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        CompletableFuture<String> outcome = send(tasks::add);
        timer.advance(LIMIT);
        assertThat(stub.answer()).isCancelled();
        assertThat(outcome).isNotDone();
        tasks.remove().run();

        assertThat(outcome).isCompletedExceptionally();
    }

    @Test
    void theTimeOfTheCallCountsNotThatOfTheExchange() {
        CallOptions options = CallOptions.builder().callTimeout(LIMIT).build();
        Exchange<String> exchange = Samples.exchange(LIST, options, timer);
        timer.advance(LIMIT.plusSeconds(1));
        CompletableFuture<String> late = new DeadlineTransport(stub, timer, Samples.SERVER).send(exchange);
        timer.advance(Duration.ZERO);

        assertThat(late).isCompletedExceptionally();
    }

    @Test
    void whatIsDoneInTimeCallsTheAlarmOff() {
        CompletableFuture<String> outcome = send();
        stub.answer().complete("list");

        assertThat(outcome).isCompletedWithValue("list");
        assertThat(timer.pending()).isZero();
    }

    @Test
    void aFailureInTimeIsPassedOnAsItIs() {
        CompletableFuture<String> outcome = send();
        NimbleConnectionException failure = broken();
        stub.fail(failure);

        assertThat(outcome.handle((value, thrown) -> thrown)).isCompletedWithValue(failure);
        assertThat(timer.pending()).isZero();
    }

    @Test
    void cancellingGoesDownAndCallsTheAlarmOff() {
        CompletableFuture<String> outcome = send();
        outcome.cancel(true);

        assertThat(stub.answer()).isCancelled();
        assertThat(outcome).isCancelled();
        assertThat(timer.pending()).isZero();
    }
}
