package io.github.nimbleapi.frameworks.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.Fault;
import io.github.nimbleapi.testkit.NimbleServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class CallTimerTest {
    @Test
    void eachAttemptIsTimed(@NimbleServer FakeNimble fake) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        fake.failNext(Fault.connectionReset());

        try (NimbleClient nimble =
                NimbleClient.builder(fake.url()).listener(new CallTimer(meters)).build()) {
            nimble.sessions().list();
        }

        assertThat(meters.get("nimble.calls")
                        .tag("outcome", "NimbleConnectionException")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("nimble.calls").tag("outcome", "ok").timer().count())
                .isEqualTo(1);
    }
}
