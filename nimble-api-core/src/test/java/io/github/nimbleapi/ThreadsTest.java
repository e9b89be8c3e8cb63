package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.error.NimbleTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Code of the user runs in threads of the client or of the caller, never in one that the whole JVM depends on. */
class ThreadsTest {
    private final BlockingQueue<String> threads = new LinkedBlockingQueue<>();
    private final RawPeer peer = RawPeer.playing(connection -> {
        while (connection.readsRequest()) {
            if (connection.lastRequest().contains("/manage/sessions ")) {
                connection.write(RawPeer.ok("[{\"id\":4}]"));
            }
        }
    });
    private final NimbleClient client =
            peer.client().listener(attempt -> noteThread()).build();

    @AfterEach
    void close() {
        client.close();
        peer.close();
    }

    @Test
    void anAsynchronousCallRunsInThreadsOfTheClient() throws Exception {
        BothWays.value(client.sessions().listAsync(session -> noteThread()));

        assertThat(threads(2)).allMatch(name -> name.startsWith("nimble-api-"));
    }

    @Test
    void aBlockingCallRunsInTheThreadOfItsCaller() throws Exception {
        client.sessions().list(session -> noteThread());

        assertThat(threads(2)).containsExactly(name(), name());
    }

    @Test
    void theDeadlineOfACallRunsInThreadsOfTheClient() throws Exception {
        NimbleClient hasty = client.withOptions(o -> o.callTimeout(Duration.ofMillis(300)));
        assertThat(BothWays.failure(hasty.server().statusAsync().whenComplete((status, failure) -> noteThread())))
                .hasCauseInstanceOf(NimbleTimeoutException.class);
        assertThatThrownBy(() -> hasty.server().status()).isInstanceOf(NimbleTimeoutException.class);

        assertThat(threads(3)).allMatch(name -> name.startsWith("nimble-api-"));
    }

    private List<String> threads(int count) throws InterruptedException {
        List<String> noted = new ArrayList<>();
        while (noted.size() < count) {
            String name = threads.poll(10, TimeUnit.SECONDS);
            assertThat(name).as("a thread after %s", noted).isNotNull();
            noted.add(name);
        }
        return noted;
    }

    private boolean noteThread() {
        return threads.add(name());
    }

    private static String name() {
        return Thread.currentThread().getName();
    }
}
