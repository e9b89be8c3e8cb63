package io.github.nimbleapi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.RetryPolicy;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleResponseException;
import io.github.nimbleapi.error.NimbleTimeoutException;
import io.github.nimbleapi.error.NimbleUnsupportedException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client makes of a server in trouble. */
abstract class FailureContract {
    private final TestServer server;
    private final NimbleClient patient;

    FailureContract(TestServer.Starter starter) {
        server = starter.start(null);
        server.addSession(1, "live", "one", "");
        patient = NimbleClient.builder(server.url())
                .retryPolicy(RetryPolicy.exponential(2, Duration.ofMillis(10)))
                .build();
    }

    @AfterEach
    void close() {
        patient.close();
        server.close();
    }

    static Class<? extends NimbleException> expected(TestServer.Failure failure) {
        switch (failure) {
            case RESET:
            case CLOSED_EARLY:
            case TRUNCATED:
                return NimbleConnectionException.class;
            case STALL:
            case STALL_IN_BODY:
                return NimbleTimeoutException.class;
            case GARBAGE:
                return NimbleDataException.class;
            case UNAVAILABLE:
                return NimbleResponseException.class;
            default:
                return NimbleUnsupportedException.class;
        }
    }

    @ParameterizedTest
    @EnumSource(TestServer.Failure.class)
    void eachFailureHasItsException(TestServer.Failure failure) {
        server.failNext(failure, 2);
        assertThatThrownBy(() -> failure.once(patient).sessions().list()).isExactlyInstanceOf(expected(failure));
    }

    @ParameterizedTest
    @EnumSource(TestServer.Failure.class)
    void aFutureFailsWithTheSameExceptionAsItsCause(TestServer.Failure failure) {
        server.failNext(failure, 2);
        assertThatThrownBy(() -> failure.once(patient).sessions().listAsync().join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isExactlyInstanceOf(expected(failure));
    }

    @ParameterizedTest
    @CsvSource({"TRUNCATED", "UNAVAILABLE", "CLOSED_EARLY"})
    void whatMayPassIsRepeated(TestServer.Failure failure) {
        server.failNext(failure, 2);
        assertThat(patient.sessions().list()).hasSize(1);
        assertThat(server.calls()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"GARBAGE", "UNKNOWN_ENDPOINT"})
    void whatWillNotPassIsNotRepeated(TestServer.Failure failure) {
        server.failNext(failure, 1);
        assertThatThrownBy(() -> patient.sessions().list()).isInstanceOf(NimbleException.class);
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void aDeletionIsRepeatedButARawPostIsNot() {
        server.failNext(TestServer.Failure.UNAVAILABLE, 1);
        patient.sessions().delete(1);
        assertThat(server.running()).isEmpty();
        server.failNext(TestServer.Failure.UNAVAILABLE, 1);
        assertThatThrownBy(() -> patient.raw().post("/manage/reload_config"))
                .isInstanceOf(NimbleResponseException.class);
        assertThat(server.calls()).hasSize(3);
    }

    @Test
    void theClientRecovers() {
        for (TestServer.Failure failure : TestServer.Failure.values()) {
            // On a used connection the JDK quietly sends a GET again after a reset, and meets the second one.
            server.failNext(failure, failure == TestServer.Failure.RESET ? 2 : 1);
            assertThatThrownBy(() -> failure.once(patient).server().status()).isInstanceOf(expected(failure));
            assertThat(patient.sessions().list()).as("after %s", failure).hasSize(1);
        }
    }
}
