package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.error.NimbleInterruptedException;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An interrupted caller gets away at once, and its connection is closed. */
class InterruptTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final CountDownLatch underWay = new CountDownLatch(1);

    @Test
    @ClosesAtOnce
    void beforeTheHead() throws Exception {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    underWay.countDown();
                });
                NimbleClient client = peer.client().build()) {
            interrupted(() -> client.sessions().list());

            assertThat(peer.allConnectionsEndWithin(SOON)).isTrue();
        }
    }

    @Test
    void inTheBody() throws Exception {
        try (RawPeer peer = beginningAList();
                NimbleClient client = peer.client().build()) {
            interrupted(() -> client.sessions().list(session -> {
                underWay.countDown();
                return true;
            }));

            assertThat(peer.allConnectionsEndWithin(SOON)).isTrue();
        }
    }

    @Test
    void betweenTheElementsOfAStream() throws Exception {
        try (RawPeer peer = beginningAList();
                NimbleClient client = peer.client().build()) {
            interrupted(() -> {
                try (Stream<PlaybackSession> sessions = client.sessions().stream()) {
                    sessions.forEach(session -> underWay.countDown());
                }
            });

            assertThat(peer.allConnectionsEndWithin(SOON)).isTrue();
        }
    }

    @Test
    void inARetryDelay() throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.answer("503 Busy", ""));
                NimbleClient client = peer.client()
                        .retryPolicy(RetryPolicy.exponential(3, Duration.ofSeconds(10)))
                        .listener(attempt -> underWay.countDown())
                        .build()) {
            interrupted(() -> client.sessions().list());

            assertThat(peer.requests()).hasSize(1);
        }
    }

    @Test
    @ClosesAtOnce
    void beforeTheCall() throws Exception {
        try (RawPeer peer = RawPeer.silent();
                NimbleClient client = peer.client().build()) {
            underWay.countDown();
            interrupted(() -> {
                Thread.currentThread().interrupt();
                client.sessions().list();
            });

            assertThat(peer.allConnectionsEndWithin(SOON)).isTrue();
        }
    }

    private static RawPeer beginningAList() {
        return RawPeer.playing(connection -> {
            connection.readsRequest();
            connection.write(RawPeer.head("200 OK", 1000) + "[{\"id\":4},");
        });
    }

    /** Interrupts a call once it is under way, and checks how it ends. */
    private void interrupted(Runnable call) throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                call.run();
                thrown.complete(new AssertionError("the call was not interrupted"));
            } catch (Throwable e) {
                flag.complete(Thread.currentThread().isInterrupted());
                thrown.complete(e);
            }
        });
        caller.start();
        assertThat(underWay.await(20, TimeUnit.SECONDS)).isTrue();

        caller.interrupt();

        assertThat(thrown.get(SOON.toMillis(), TimeUnit.MILLISECONDS))
                .isExactlyInstanceOf(NimbleInterruptedException.class)
                .hasMessageContaining("GET /manage/sessions");
        assertThat(flag.get()).isTrue();
    }
}
