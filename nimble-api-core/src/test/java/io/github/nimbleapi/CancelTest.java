package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.server.ServerStatus;
import io.github.nimbleapi.session.PlaybackSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cancelling, as the peer sees it. */
class CancelTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    static Stream<ClientCall> asynchronousCalls() {
        return ClientCall.all().filter(operation -> operation.hasAsync() && !operation.requests.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("asynchronousCalls")
    @ClosesAtOnce
    void aCallCancelledBeforeItsHeadClosesItsConnection(ClientCall operation) throws Exception {
        try (RawPeer peer = RawPeer.silent();
                NimbleClient client = peer.client().build()) {
            CompletableFuture<?> call = operation.start(client);
            RawPeer.Connection connection = peer.nextConnection();
            connection.awaitRequest();

            call.cancel(true);

            assertThat(connection.endsWithin(SOON)).isTrue();
            assertThat(call).isCancelled();
        }
    }

    @Test
    @ClosesAtOnce
    void theConnectionDoesNotWaitForWhatHangsOnTheFuture() throws Exception {
        try (RawPeer peer = RawPeer.silent();
                NimbleClient client = peer.client().build()) {
            CompletableFuture<?> call = client.sessions().listAsync();
            RawPeer.Connection connection = peer.nextConnection();
            connection.awaitRequest();
            CompletableFuture<Boolean> closed = call.handle((value, failure) -> endsSoon(connection));

            call.cancel(true);

            assertThat(BothWays.value(closed)).isTrue();
        }
    }

    private static boolean endsSoon(RawPeer.Connection connection) {
        try {
            return connection.endsWithin(SOON);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCallCancelledInTheBodyClosesItsConnection() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        try (RawPeer peer = RawPeer.playing(CancelTest::beginsAList);
                NimbleClient client = peer.client().build()) {
            CompletableFuture<?> call = client.sessions().listAsync(seen(reading));
            RawPeer.Connection connection = peer.nextConnection();
            await(reading);

            call.cancel(true);

            assertThat(connection.endsWithin(SOON)).isTrue();
        }
    }

    @Test
    void aCallCancelledInARetryDelayIsNotTriedAgain() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        CountDownLatch askedAgain = new CountDownLatch(1);
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write(RawPeer.answer("503 Busy", ""));
                    if (connection.readsRequest()) {
                        askedAgain.countDown();
                    }
                });
                NimbleClient client = peer.client()
                        .retryPolicy(RetryPolicy.exponential(3, Duration.ofMillis(500)))
                        .listener(attempt -> failed.countDown())
                        .build()) {
            CompletableFuture<?> call = client.sessions().listAsync();
            await(failed);

            call.cancel(true);

            assertThat(askedAgain.await(1, TimeUnit.SECONDS)).isFalse();
            assertThat(peer.requests()).hasSize(1);
        }
    }

    @Test
    @ClosesAtOnce
    void aDeletionCancelledInItsSecondRequestClosesItsConnection() throws Exception {
        CountDownLatch deleting = new CountDownLatch(1);
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write(RawPeer.ok("[{\"id\":4}]"));
                    connection.readsRequest();
                    deleting.countDown();
                });
                NimbleClient client = peer.client().build()) {
            CompletableFuture<?> call = client.sessions().deleteIfAsync(session -> true);
            await(deleting);

            call.cancel(true);

            assertThat(peer.allConnectionsEndWithin(SOON)).isTrue();
        }
    }

    @Test
    void aTimeoutOfTheFutureClosesTheConnectionToo() throws Exception {
        try (RawPeer peer = RawPeer.playing(CancelTest::beginsAList);
                NimbleClient client = peer.client().build()) {
            CompletableFuture<?> call = client.sessions().listAsync().orTimeout(300, TimeUnit.MILLISECONDS);

            assertThat(BothWays.failure(call)).isInstanceOf(TimeoutException.class);
            assertThat(peer.nextConnection().endsWithin(SOON)).isTrue();
        }
    }

    @Test
    @ClosesAtOnce
    void aFutureCompletedByHandClosesTheConnectionToo() throws Exception {
        try (RawPeer peer = RawPeer.silent();
                NimbleClient client = peer.client().build()) {
            CompletableFuture<List<PlaybackSession>> call = client.sessions().listAsync();
            RawPeer.Connection connection = peer.nextConnection();
            connection.awaitRequest();

            call.complete(List.of());

            assertThat(connection.endsWithin(SOON)).isTrue();
        }
    }

    @Test
    void cancellingACallWhoseBodyIsCompleteDoesNotHurtTheNextOnItsConnection() throws Exception {
        // The JDK hands the connection on a moment after the body, so the calls may miss each other.
        for (int i = 0; i < 20; i++) {
            if (twoCallsMeetOnOneConnection()) {
                return;
            }
        }
        throw new AssertionError("the second call never used the connection of the first");
    }

    private static boolean twoCallsMeetOnOneConnection() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        CountDownLatch secondAsked = new CountDownLatch(1);
        try (RawPeer peer = RawPeer.playing(connection -> {
                    while (connection.readsRequest()) {
                        if (connection.lastRequest().contains("server_status")) {
                            secondAsked.countDown();
                            cancelled.await();
                            connection.write(RawPeer.ok("{\"Connections\":3}"));
                        } else {
                            connection.write(RawPeer.ok("[{\"id\":4}]"));
                        }
                    }
                });
                NimbleClient client =
                        peer.client().retryPolicy(RetryPolicy.none()).build()) {
            CompletableFuture<?> first = client.sessions().listAsync(session -> {
                reading.countDown();
                return awaited(cancelled);
            });
            await(reading);
            CompletableFuture<ServerStatus> second = client.server().statusAsync();
            await(secondAsked);

            first.cancel(true);
            cancelled.countDown();

            assertThat(BothWays.value(second).connections()).isEqualTo(3);
            return peer.connectionCount() == 1;
        }
    }

    private static void beginsAList(RawPeer.Connection connection) throws IOException {
        connection.readsRequest();
        connection.write(RawPeer.head("200 OK", 1000) + "[{\"id\":4},{\"id\":5},");
    }

    private static Predicate<PlaybackSession> seen(CountDownLatch latch) {
        return session -> {
            latch.countDown();
            return true;
        };
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        assertThat(awaited(latch)).isTrue();
    }
}
