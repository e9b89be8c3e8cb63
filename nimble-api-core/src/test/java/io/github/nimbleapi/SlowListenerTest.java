package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.error.NimbleTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A listener that takes its time. */
class SlowListenerTest {
    @Test
    void theTimerOfTheWholeJvmDoesNotWaitForIt() throws Exception {
        CompletableFuture<Void> listening = new CompletableFuture<>();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        try (RawPeer peer = RawPeer.silent();
                NimbleClient client = peer.client()
                        .callTimeout(Duration.ofMillis(50))
                        .listener(attempt -> {
                            listening.complete(null);
                            goOn.join();
                        })
                        .build()) {
            CompletableFuture<?> call = client.sessions().listAsync();
            BothWays.value(listening);

            CompletableFuture<?> other = new CompletableFuture<>().orTimeout(1, TimeUnit.MILLISECONDS);
            assertThat(BothWays.failure(other)).isInstanceOf(TimeoutException.class);
            goOn.complete(null);
            assertThat(BothWays.failure(call)).isInstanceOf(NimbleTimeoutException.class);
        }
    }
}
