package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.error.NimbleConnectionException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** An HTTP client of the user's. */
class GivenHttpClientTest {
    @Test
    void oneThatWasShutDownIsAConnectionThatFails() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        HttpClient given = HttpClient.newBuilder().executor(threads).build();
        threads.shutdown();
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("[]"));
                NimbleClient client = peer.client()
                        .httpClient(given)
                        .retryPolicy(RetryPolicy.none())
                        .callTimeout(Duration.ofSeconds(5))
                        .build()) {
            BothWays.fail(
                    NimbleConnectionException.class,
                    client.sessions()::list,
                    client.sessions().listAsync());
        }
    }

    @Test
    void oneOfASingleThreadIsEnough() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("[{\"id\":4}]"));
                NimbleClient client = peer.client()
                        .httpClient(HttpClient.newBuilder().executor(threads).build())
                        .build()) {
            assertThat(client.sessions().list()).hasSize(1);
            assertThat(BothWays.value(client.sessions().listAsync())).hasSize(1);
        } finally {
            threads.shutdown();
        }
    }
}
