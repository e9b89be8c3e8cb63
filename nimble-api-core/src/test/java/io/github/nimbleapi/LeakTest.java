package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.session.PlaybackSession;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is left of clients that were closed. */
class LeakTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    @Test
    void closedClientsLeaveNeitherThreadsNorConnections() throws Exception {
        settle(() -> threads().isEmpty());
        Set<String> before = threads();
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("[{\"id\":4}]"))) {
            for (int i = 0; i < 30; i++) {
                try (NimbleClient client = peer.client().build()) {
                    client.sessions().list();
                    BothWays.value(client.sessions().listAsync());
                }
            }

            assertThat(settle(() -> before.containsAll(threads())))
                    .as(() -> "left over: " + threads())
                    .isTrue();
            assertThat(peer.allConnectionsEndWithin(SOON)).isTrue();
        }
    }

    @Test
    void aGivenHttpClientOutlivesTheClient() throws Exception {
        HttpClient given = HttpClient.newHttpClient();
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("[]"))) {
            try (NimbleClient client = peer.client().httpClient(given).build()) {
                client.sessions().list();
            }

            HttpRequest request = HttpRequest.newBuilder(URI.create(peer.url())).build();
            assertThat(given.send(request, BodyHandlers.ofString()).body()).isEqualTo("[]");
        }
    }

    @Test
    @ClosesAtOnce
    void closingEndsCallsThatHang() throws Exception {
        try (RawPeer peer = RawPeer.silent()) {
            NimbleClient client = peer.client().build();
            CompletableFuture<?> async = client.sessions().listAsync();
            CompletableFuture<?> view = client.withOptions(options -> options.retryPolicy(RetryPolicy.none()))
                    .server()
                    .statusAsync();
            CompletableFuture<?> blocking =
                    CompletableFuture.runAsync(() -> client.sessions().list());
            for (int i = 0; i < 3; i++) {
                peer.nextConnection().awaitRequest();
            }

            closesSoon(client);

            assertThat(BothWays.failure(async)).isInstanceOf(CancellationException.class);
            assertThat(BothWays.failure(view)).isInstanceOf(CancellationException.class);
            assertThat(BothWays.failure(blocking)).hasCauseInstanceOf(CancellationException.class);
            assertThat(peer.allConnectionsEndWithin(SOON)).isTrue();
        }
    }

    @Test
    void closingEndsCallsInTheirBodiesAndInRetryDelays() throws Exception {
        try (RawPeer peer = RawPeer.playing(connection -> {
            connection.readsRequest();
            boolean list = connection.lastRequest().contains("sessions");
            connection.write(list ? RawPeer.head("200 OK", 1000) + "[{\"id\":4}," : RawPeer.answer("503 Busy", ""));
        })) {
            CompletableFuture<Void> reading = new CompletableFuture<>();
            CompletableFuture<Void> delayed = new CompletableFuture<>();
            NimbleClient client = peer.client()
                    .retryPolicy(RetryPolicy.exponential(1, Duration.ofSeconds(10)))
                    .listener(attempt -> delayed.complete(null))
                    .build();
            CompletableFuture<?> inItsBody = client.sessions().listAsync(session -> reading.complete(null));
            CompletableFuture<?> inADelay = client.server().statusAsync();
            BothWays.value(reading);
            BothWays.value(delayed);

            closesSoon(client);

            assertThat(BothWays.failure(inItsBody)).isInstanceOf(CancellationException.class);
            assertThat(BothWays.failure(inADelay)).isInstanceOf(CancellationException.class);
            // Below Java 21 the idle one goes with its HttpClient.
            assertThat(settle(peer::isDeserted)).isTrue();
        }
    }

    @Test
    void closingEndsAStreamThatNobodyReads() throws Exception {
        try (RawPeer peer = RawPeer.playing(connection -> {
            connection.readsRequest();
            connection.write("HTTP/1.1 200 OK\r\n\r\n[");
            while (true) {
                connection.write("{\"id\":4},".repeat(1000));
            }
        })) {
            NimbleClient client = peer.client().build();
            try (Stream<PlaybackSession> sessions = client.sessions().stream()) {
                closesSoon(client);

                assertThat(peer.allConnectionsEndWithin(SOON)).isTrue();
                assertThatThrownBy(() -> sessions.forEach(session -> {})).hasMessageContaining("closed");
            }
        }
    }

    @Test
    void aCallbackMayCloseTheClient() throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("[]"))) {
            NimbleClient client = peer.client().build();

            BothWays.value(client.sessions().listAsync().thenRun(client::close));

            assertThat(settle(peer::isDeserted)).isTrue();
        }
    }

    @Test
    void aClosedClientRefusesCalls() {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("[]"))) {
            NimbleClient client = peer.client().build();
            NimbleClient view = client.withOptions(options -> {});
            view.close();
            client.sessions().list();
            client.close();
            client.close();

            ClientCall.all().filter(operation -> !operation.requests.isEmpty()).forEach(operation -> {
                assertThatThrownBy(() -> operation.block(client)).isExactlyInstanceOf(IllegalStateException.class);
                assertThatThrownBy(() -> operation.block(view)).isExactlyInstanceOf(IllegalStateException.class);
                if (operation.hasAsync()) {
                    assertThatThrownBy(() -> operation.start(client)).isExactlyInstanceOf(IllegalStateException.class);
                }
            });
            assertThat(peer.requests()).hasSize(1);
        }
    }

    private static void closesSoon(NimbleClient client) {
        long start = System.nanoTime();
        client.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    /** Waits for something that the garbage collector brings about. */
    private static boolean settle(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return condition.getAsBoolean();
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName() + "#" + thread.getId())
                .filter(name -> name.startsWith("nimble-api-") || name.matches("HttpClient-\\d+-SelectorManager.*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
