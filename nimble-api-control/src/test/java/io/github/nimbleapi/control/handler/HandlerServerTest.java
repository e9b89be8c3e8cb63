package io.github.nimbleapi.control.handler;

import static io.github.nimbleapi.control.handler.Push.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandlerServerTest {
    private final PayPerViewHandler payPerView = PayPerViewHandler.builder()
            .token(Push.GENUINE_TOKEN)
            .listener(new Told())
            .onReport(r -> Set.of("5"))
            .build();

    /** A new one each time, else it may use a connection that the server is about to close. */
    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static HttpResponse<String> post(URI uri, byte[] body) throws IOException, InterruptedException {
        return client().send(
                        HttpRequest.newBuilder(uri)
                                .POST(BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void servesHandlersAtTheirPaths() throws Exception {
        try (HandlerServer server = HandlerServer.builder()
                .handle("/ppv", payPerView)
                .handle("/auth", PlaybackAuthorizationHandler.of(request -> PlaybackDecision.deny()))
                .start()) {
            HttpResponse<String> reply = post(server.uri("/ppv?a=b"), bytes(Push.GENUINE));

            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(reply.body()).isEqualTo(Push.text(payPerView.handle(bytes(Push.GENUINE))));
            assertThat(post(server.uri("/auth"), bytes("{}")).body()).isEqualTo("{\"return_code\":403}");
            assertThat(post(server.uri("/ppv"), bytes("x")).statusCode()).isEqualTo(400);
            assertThat(post(server.uri("/ppv"), bytes("{}")).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void answersOnlyPostsToExactPaths() throws Exception {
        try (HandlerServer server =
                HandlerServer.builder().handle("/ppv", payPerView).start()) {
            for (String path : List.of("/", "/ppv/", "/ppvx", "/x")) {
                assertThat(post(server.uri(path), bytes(Push.GENUINE)).statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
            HttpResponse<String> get =
                    client().send(HttpRequest.newBuilder(server.uri("/ppv")).build(), BodyHandlers.ofString());
            assertThat(get.statusCode()).isEqualTo(405);
            assertThat(get.headers().firstValue("Allow")).contains("POST");
        }
    }

    @Test
    void aBodyThatIsTooLongIsRefusedAsTheHandlerDoes() throws Exception {
        Told told = new Told();
        PublishControlHandler small = PublishControlHandler.builder()
                .decide(a -> true)
                .maxBodyBytes(1_000)
                .listener(told)
                .build();
        try (HandlerServer server = HandlerServer.builder().handle("/", small).start()) {
            assertThat(post(server.uri("/"), new byte[1_001]).statusCode()).isEqualTo(400);
            assertThat(told.only().text()).contains("longer than 1000 bytes");
            assertThat(post(server.uri("/"), bytes("{}" + " ".repeat(998))).statusCode())
                    .isEqualTo(200);

            try (RawClient client = new RawClient(server.port())) {
                client.send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
                client.sendForEver("3e8\r\n" + "x".repeat(1_000) + "\r\n");
                assertThat(client.isCutOff()).isTrue();
            }
        }
    }

    /** It would not see the answer if the connection were closed meanwhile. */
    @Test
    void whoSendsALittleTooMuchIsHeardOut() throws Exception {
        PublishControlHandler large = PublishControlHandler.builder()
                .decide(a -> true)
                .maxBodyBytes(32 << 20)
                .listener(new Told())
                .build();
        try (HandlerServer server = HandlerServer.builder().handle("/", large).start();
                RawClient client = new RawClient(server.port())) {
            client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: " + (48 << 20) + "\r\n\r\n");
            String part = " ".repeat(1 << 20);
            for (int i = 0; i < 48; i++) {
                client.send(part);
            }
            assertThat(client.firstLine()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void aHandlerOfYourOwnThatThrowsOrAnswersNothingIsA500() throws Exception {
        try (HandlerServer server = HandlerServer.builder()
                .handle("/throws", body -> {
                    throw new StackOverflowError();
                })
                .handle("/null", body -> nothing())
                .start()) {
            assertThat(post(server.uri("/throws"), bytes("{}")).statusCode()).isEqualTo(500);
            assertThat(post(server.uri("/null"), bytes("{}")).statusCode()).isEqualTo(500);
        }
    }

    @SuppressWarnings("NullAway") // what it must not answer
    private static HandlerReply nothing() {
        return null;
    }

    @Test
    void anInterruptThatYourCodeLeavesBehindDoesNotLoseItsAnswer() throws Exception {
        try (HandlerServer server = HandlerServer.builder()
                .handle("/", body -> {
                    Thread.currentThread().interrupt();
                    return HandlerReply.of(200, "text/plain", body);
                })
                .start()) {
            assertThat(post(server.uri("/"), bytes("ok")).body()).isEqualTo("ok");
        }
    }

    @Test
    void peersThatTakeTheirTimeAreCutOff() throws Exception {
        byte[] much = new byte[30 << 20];
        try (HandlerServer server = HandlerServer.builder()
                .handle("/", body -> HandlerReply.of(200, "text/plain", body.length == 0 ? much : body))
                .threads(1)
                .peerWithin(Duration.ofSeconds(1))
                .start()) {
            for (String beginning : List.of(
                    "P",
                    "POST / HTTP/1.1\r\nHo",
                    "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nab",
                    "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                    "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n")) {
                try (RawClient client = new RawClient(server.port())) {
                    client.send(beginning);
                    // The only thread is free again.
                    assertThat(post(server.uri("/"), bytes("ok")).body())
                            .as(beginning)
                            .isEqualTo("ok");
                    assertThat(client.isCutOff()).as(beginning).isTrue();
                }
            }
        }
    }

    @Test
    void yourOwnCodeIsNotTimed() throws Exception {
        CountDownLatch longer = new CountDownLatch(1);
        try (HandlerServer server = HandlerServer.builder()
                .handle("/", body -> {
                    try {
                        longer.await(1_500, TimeUnit.MILLISECONDS);
                        return HandlerReply.of(200, "text/plain", body);
                    } catch (InterruptedException e) {
                        return HandlerReply.bare(500);
                    }
                })
                .peerWithin(Duration.ofMillis(500))
                .start()) {
            assertThat(post(server.uri("/"), bytes("ok")).body()).isEqualTo("ok");
        }
    }

    @Test
    void closingWaitsForCallsThatRunAndRefusesNewOnes() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch may = new CountDownLatch(1);
        HandlerServer server = HandlerServer.builder()
                .handle("/", body -> {
                    running.countDown();
                    await(may);
                    return HandlerReply.of(200, "text/plain", body);
                })
                .stopWithin(Duration.ofHours(1))
                .start();
        URI uri = server.uri("/");
        CompletableFuture<HttpResponse<String>> call = CompletableFuture.supplyAsync(() -> unchecked(uri));
        await(running);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
        while (post(server.uri("/x"), bytes("")).statusCode() != 503) {
            Thread.onSpinWait();
        }

        assertThat(closed).isNotDone();
        may.countDown();

        assertThat(call.get(10, TimeUnit.SECONDS).body()).isEqualTo("ok");
        closed.get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> post(uri, bytes(""))).isInstanceOf(ConnectException.class);
        awaitNoThreads();
        server.close();
    }

    @Test
    void closingHasAnEnd() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        HandlerServer server = HandlerServer.builder()
                .handle("/", body -> {
                    running.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return HandlerReply.bare(500);
                })
                .stopWithin(Duration.ofMillis(50))
                .start();
        try (RawClient client = new RawClient(server.port())) {
            client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");
            await(running);
            server.close();

            await(interrupted);
            assertThat(client.isCutOff()).isTrue();
        }
        awaitNoThreads();
    }

    @Test
    void codeThatDoesNotMindInterruptsIsLeftBehind() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch may = new CountDownLatch(1);
        HandlerServer server = HandlerServer.builder()
                .handle("/", body -> {
                    running.countDown();
                    while (may.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return HandlerReply.bare(500);
                })
                .stopWithin(Duration.ofMillis(50))
                .start();
        try (RawClient client = new RawClient(server.port())) {
            client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");
            await(running);

            assertTimeoutPreemptively(Duration.ofSeconds(8), server::close);
        } finally {
            may.countDown();
        }
        awaitNoThreads();
    }

    @Test
    void mayBeClosedByAHandlerWhichIsNeitherWaitedForNorInterrupted() throws Exception {
        CompletableFuture<HandlerServer> itself = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        itself.complete(HandlerServer.builder()
                .handle("/", body -> {
                    itself.join().close();
                    interrupted.complete(Thread.currentThread().isInterrupted());
                    return HandlerReply.bare(200);
                })
                .stopWithin(Duration.ofHours(1))
                .start());
        try (RawClient client = new RawClient(itself.join().port())) {
            client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");

            assertThat(interrupted.get(20, TimeUnit.SECONDS)).isFalse();
            assertThat(client.isCutOff()).isTrue();
        }
        awaitNoThreads();
    }

    @Test
    void anAddressOfIpv6MayHaveItsBrackets() throws Exception {
        for (String host : List.of("::1", "[::1]")) {
            try (HandlerServer server =
                    HandlerServer.builder().host(host).handle("/", payPerView).start()) {
                assertThat(server.uri("/x")).isEqualTo(URI.create("http://[::1]:" + server.port() + "/x"));
            }
        }
    }

    @Test
    void argumentsAreChecked() throws Exception {
        assertThatThrownBy(() -> HandlerServer.builder().start()).hasMessageContaining("handle is missing");
        assertThatThrownBy(() -> HandlerServer.builder().handle("x", payPerView))
                .hasMessageContaining("path is \"x\"");
        assertThatThrownBy(
                        () -> HandlerServer.builder().handle("/x", payPerView).handle("/x", payPerView))
                .hasMessageContaining("/x");
        assertThatThrownBy(() -> HandlerServer.builder().port(-1)).hasMessageContaining("port is -1");
        assertThatThrownBy(() -> HandlerServer.builder().threads(0)).hasMessageContaining("threads is 0");
        assertThatThrownBy(() -> HandlerServer.builder().peerWithin(Duration.ZERO))
                .hasMessageContaining("peerWithin");
        try (HandlerServer server =
                HandlerServer.builder().handle("/", payPerView).start()) {
            assertThatThrownBy(() -> HandlerServer.builder()
                            .port(server.port())
                            .handle("/", payPerView)
                            .start())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("port " + server.port());
        }
        try (HandlerServer server =
                HandlerServer.builder().host("0.0.0.0").handle("/", payPerView).start()) {
            assertThat(server.uri("/x")).isEqualTo(URI.create("http://localhost:" + server.port() + "/x"));
            assertThat(server.uri("")).isEqualTo(URI.create("http://localhost:" + server.port()));
            assertThatThrownBy(() -> server.uri("x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("path is \"x\": give one such as /pay-per-view");
        }
        awaitNoThreads();
    }

    private static HttpResponse<String> unchecked(URI uri) {
        try {
            return post(uri, bytes("ok"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** They end a little later than what they ran. */
    private static void awaitNoThreads() throws InterruptedException {
        while (!threads().isEmpty()) {
            Thread.sleep(5);
        }
    }

    /** Of servers. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("nimble-api-handler") || name.startsWith("HTTP-Dispatcher"))
                .collect(Collectors.toSet());
    }
}
