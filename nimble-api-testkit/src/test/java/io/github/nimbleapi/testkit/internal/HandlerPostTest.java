package io.github.nimbleapi.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a fake posts to a handler, seen from the handler's bare socket. */
class HandlerPostTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final HandlerPost post = new HandlerPost();
    private final ServerSocket listening = listen();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    @AfterEach
    void close() throws IOException {
        post.close();
        listening.close();
    }

    @FunctionalInterface
    private interface Peer {
        void talk(InputStream in, OutputStream out) throws IOException;
    }

    @Test
    void postsOnceWithAllThatAHandlerNeeds() throws Exception {
        peerAnswers("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nföjunk");
        HandlerAnswer answer = post.post(url("/ppv/x%20y?a=b&c"), "{\"ä\":1}", LONG);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bodyText()).isEqualTo("fö");
        assertThat(heads)
                .containsExactly("POST /ppv/x%20y?a=b&c HTTP/1.1\r\nHost: 127.0.0.1:" + listening.getLocalPort()
                        + "\r\nContent-Type: application/json\r\nContent-Length: 8\r\nConnection: close\r\n\r\n"
                        + "{\"ä\":1}");
    }

    @Test
    void aUrlWithoutAPathMeansTheRoot() throws Exception {
        peerAnswers("HTTP/1.0 204 No content\r\n\r\n");
        assertThat(post.post(url(""), "{}", LONG).status()).isEqualTo(204);
        assertThat(heads.get(0)).startsWith("POST / HTTP/1.1\r\n");
    }

    @Test
    void bodiesOfAllKindsAreRead() throws Exception {
        assertThat(answerTo("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x\r\n[1\r\n1\r\n]\r\n0\r\n\r\n"))
                .isEqualTo("200 [1]");
        assertThat(answerTo("HTTP/1.1 500\r\n\r\nuntil the end")).isEqualTo("500 until the end");
        assertThat(answerTo("HTTP/1.1 100 Continue\r\nA: b\r\n\r\nHTTP/1.1 103 Early\r\n\r\nHTTP/1.1 404 No\r\n\r\n"))
                .isEqualTo("404 ");
        assertThat(answerTo("HTTP/1.1 204 No\r\nContent-Length: 2\r\n\r\n")).isEqualTo("204 ");
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        assertThat(answerTo("HTTP/1.1 307 Moved\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"))
                .isEqualTo("307 ");
        assertThat(heads).hasSize(1);
    }

    @Test
    void whatIsNoAnswerIsSaid() {
        assertThat(failureOf("")).hasMessage("the connection was closed without an answer");
        assertThat(failureOf("ICY 200 OK\r\n\r\n")).hasMessage("the answer is not HTTP/1.x");
        assertThat(failureOf("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}")).hasMessage("body cut off");
        assertThat(failureOf("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n{}")).hasMessage("length");
        assertThat(heads).as("a POST is never repeated").hasSize(4);
    }

    @Test
    void anAnswerHasABound() throws Exception {
        assertThat(answerTo("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1024 * 1024 - 19)))
                .hasSize(1024 * 1024 - 15);
        assertThat(failureOf("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1024 * 1024 - 18)))
                .hasMessage("the answer is longer than 1048576 bytes");
    }

    @Test
    void nobodyListens() throws IOException {
        listening.close();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> post.post(url("/"), "{}", LONG));
    }

    @Test
    void silenceIsNotAwaitedForEver() {
        peer((in, out) -> untilClosed(in));
        assertFailure(SHORT, "{}").withMessage("no whole answer within PT0.1S");
        gone.join();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void aNameIsNotLookedUpForEver() throws Exception {
        CompletableFuture<InetSocketAddress> found =
                new CompletableFuture<InetSocketAddress>().orTimeout(10, TimeUnit.SECONDS);
        HandlerPost slow = new HandlerPost((host, port) -> found.join());
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> slow.post(url("/"), "{}", SHORT))
                .withMessage("no whole answer within PT0.1S");
        CompletableFuture<HandlerAnswer> answer = CompletableFuture.supplyAsync(() -> posted(slow, url("/"), LONG));
        slow.close();
        assertThat(answer)
                .failsWithin(LONG)
                .withThrowableOfType(ExecutionException.class)
                .withMessageContaining("the fake was closed");
        found.complete(null);
    }

    @Test
    void aNameThatNobodyHasIsSaid() {
        HandlerPost lost = new HandlerPost(InetSocketAddress::createUnresolved);
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> lost.post(URI.create("http://nobody.invalid/"), "{}", LONG))
                .withMessageContaining("nobody.invalid");
        lost.close();
    }

    @Test
    void dripsAreNotAwaitedForEver() {
        peer((in, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            drip(out);
        });
        assertFailure(SHORT, "{}").withMessage("no whole answer within PT0.1S");
        gone.join();
    }

    @Test
    void aPeerThatDoesNotReadIsNotAwaitedForEver() {
        peerOf(socket -> gone.join());
        assertFailure(SHORT, "x".repeat(64 * 1024 * 1024)).withMessage("no whole answer within PT0.1S");
        gone.complete(null);
    }

    @Test
    void closingEndsWhatIsUnderWay() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        CompletableFuture<Void> asked = new CompletableFuture<>();
        peer((in, out) -> {
            asked.complete(null);
            untilClosed(in);
        });
        CompletableFuture<HandlerAnswer> answer = CompletableFuture.supplyAsync(() -> posted(post, url("/"), LONG));
        asked.join();
        post.close();
        assertThat(answer)
                .failsWithin(LONG)
                .withThrowableOfType(ExecutionException.class)
                .withMessageContaining("the fake was closed");
        gone.join();
        assertFailure(LONG, "{}").withMessage("the fake was closed");
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .doesNotContain("fake-nimble-handler-alarms");
    }

    @Test
    void anAnswerInTimeLeavesNothingBehind() throws Exception {
        peer((in, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            untilClosed(in);
        });
        assertThat(post.post(url("/"), "{}", LONG).status()).isEqualTo(200);
        gone.join();
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + path);
    }

    private static HandlerAnswer posted(HandlerPost post, URI url, Duration timeout) {
        try {
            return post.post(url, "{}", timeout);
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private String answerTo(String wire) throws Exception {
        peerAnswers(wire);
        HandlerAnswer answer = post.post(url("/"), "{}", LONG);
        return answer.status() + " " + answer.bodyText();
    }

    private Throwable failureOf(String wire) {
        peerAnswers(wire);
        return catchThrowableOfType(IOException.class, () -> post.post(url("/"), "{}", LONG));
    }

    private ThrowableAssertAlternative<IOException> assertFailure(Duration timeout, String body) {
        return assertThatExceptionOfType(IOException.class).isThrownBy(() -> post.post(url("/"), body, timeout));
    }

    private void peerAnswers(String wire) {
        peer((in, out) -> out.write(wire.getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes one connection, reads a request, and talks. */
    private void peer(Peer peer) {
        peerOf(socket -> {
            heads.add(request(socket.getInputStream()));
            peer.talk(socket.getInputStream(), socket.getOutputStream());
        });
    }

    @FunctionalInterface
    private interface Served {
        void serve(Socket socket) throws IOException;
    }

    private void peerOf(Served served) {
        Thread thread = new Thread(() -> {
            try (Socket socket = listening.accept()) {
                served.serve(socket);
            } catch (IOException e) {
                gone.complete(null);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (!read.toString(StandardCharsets.UTF_8).endsWith("}")) {
            read.write(in.read());
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    private void untilClosed(InputStream in) throws IOException {
        assertThat(in.read()).isNegative();
        gone.complete(null);
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void drip(OutputStream out) throws IOException {
        while (true) {
            out.write(' ');
        }
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
