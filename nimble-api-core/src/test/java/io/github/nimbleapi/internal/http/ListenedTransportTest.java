package io.github.nimbleapi.internal.http;

import static io.github.nimbleapi.internal.http.Samples.LIST;
import static io.github.nimbleapi.internal.http.Samples.broken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.CallAttempt;
import io.github.nimbleapi.CallListener;
import io.github.nimbleapi.CallOptions;
import io.github.nimbleapi.error.NimbleConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListenedTransportTest {
    private final FakeTimer timer = new FakeTimer();
    private final StubTransport stub = new StubTransport();
    private final List<CallAttempt> told = new ArrayList<>();

    private Exchange<String> exchange(Request request) {
        return Samples.exchange(request, CallOptions.builder().build(), timer);
    }

    private CompletableFuture<String> send(CallListener listener, Exchange<String> exchange) {
        return new ListenedTransport(stub, listener, timer, Samples.SERVER).send(exchange);
    }

    @Test
    void aSuccessIsToldWithItsTimeWhenItIsOver() {
        CompletableFuture<String> outcome = send(told::add, exchange(LIST));
        timer.advance(Duration.ofMillis(12));
        assertThat(told).isEmpty();
        stub.answer().complete("list");

        assertThat(outcome).isCompletedWithValue("list");
        assertThat(told)
                .singleElement()
                .hasToString("GET /manage/sessions on http://edge-1:8082, attempt 1, 12 ms, ok");
    }

    @Test
    void aLogThatFailsDoesNotKeepTheCallWaiting() {
        try (CapturedLog log = new CapturedLog()) {
            log.failAtFirst();
            CompletableFuture<String> outcome = send(told::add, exchange(LIST));
            stub.answer().complete("list");

            assertThat(outcome).isCompletedWithValue("list");
        }
    }

    @Test
    void aFailureIsToldAndPassedOnAsItIs() {
        CompletableFuture<String> outcome =
                send(told::add, exchange(LIST).next().next());
        NimbleConnectionException failure = broken();
        stub.fail(failure);

        assertThat(outcome.handle((value, thrown) -> thrown)).isCompletedWithValue(failure);
        assertThat(told).singleElement().satisfies(attempt -> {
            assertThat(attempt.number()).isEqualTo(3);
            assertThat(attempt.failure()).containsSame(failure);
        });
    }

    @Test
    void theQueryIsNotTold() {
        send(told::add, exchange(Request.of("GET", "/manage/dvr_status?timeline=true")));
        stub.answer().complete("list");

        assertThat(told).singleElement().extracting(CallAttempt::path).isEqualTo("/manage/dvr_status");
    }

    @Test
    void cancellingGoesDownAndIsTold() {
        send(told::add, exchange(LIST)).cancel(true);

        assertThat(stub.answer()).isCancelled();
        assertThat(told).singleElement().asString().endsWith("CancellationException");
    }

    static Stream<Throwable> thrown() {
        return Stream.of(new IllegalStateException("metrics are down"), new AssertionError("a mock's opinion"));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void aListenerThatThrowsChangesNothingAndIsLogged(Throwable thrown) {
        try (CapturedLog log = new CapturedLog()) {
            CompletableFuture<String> outcome = send(attempt -> rethrow(thrown), exchange(LIST));
            stub.answer().complete("list");

            assertThat(outcome).isCompletedWithValue("list");
            assertThat(log.records())
                    .filteredOn(record -> record.getLevel().equals(Level.WARNING))
                    .singleElement()
                    .extracting(LogRecord::getThrown)
                    .isSameAs(thrown);
        }
    }

    private static void rethrow(Throwable thrown) {
        if (thrown instanceof Error) {
            throw (Error) thrown;
        }
        throw (RuntimeException) thrown;
    }

    @Test
    void everyAttemptIsLoggedForDebugging() {
        try (CapturedLog log = new CapturedLog()) {
            send(told::add, exchange(LIST));
            stub.fail(broken());

            assertThat(log.records())
                    .singleElement()
                    .extracting(LogRecord::getMessage)
                    .isEqualTo(
                            "GET /manage/sessions on http://edge-1:8082, attempt 1, 0 ms, NimbleConnectionException");
        }
    }
}
