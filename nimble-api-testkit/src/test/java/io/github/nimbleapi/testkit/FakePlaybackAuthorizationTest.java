package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.nimbleapi.testkit.internal.SocketServer;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakePlaybackAuthorizationTest {
    private static final String PLAYER = "GET /live/tv%20x/playlist.m3u8?wmsAuthSign=s3cret HTTP/1.1\r\n"
            + "Host: edge:8081\r\nUser-Agent: VLC/3\r\nReferer: http://site/\r\n";

    private final FakeNimble fake = FakeNimble.start();
    private final FakePlaybackAuthorization authorization = fake.playbackAuthorization();
    private final TestHandler handler = new TestHandler();
    private final SocketServer players = players();
    private volatile String viewer = "";
    private volatile FakePlaybackAuthorization asked = authorization;

    @BeforeEach
    void theHandlerIsAsked() {
        authorization.handler(handler.url());
    }

    @AfterEach
    void close() {
        players.close();
        fake.close();
        handler.close();
    }

    @Test
    void theQuestionTellsThePlayer() throws IOException {
        handler.answers(200, "{\"return_code\":200}");
        assertThat(play(PLAYER)).startsWith("HTTP/1.1 200 ");
        assertThat(fake.handlerCalls().get(0).bodyText())
                .isEqualTo("{\"url\":\"/live/tv%20x/playlist.m3u8\",\"host\":\"edge:8081\",\"user_agent\":\"VLC/3\","
                        + "\"referer\":\"http://site/\",\"client_ip\":\"127.0.0.1\"}");
        viewer = "ann";
        play("GET /live/tv/ HTTP/1.0\r\n");
        assertThat(fake.handlerCalls().get(1).bodyText())
                .isEqualTo("{\"url\":\"/live/tv/\",\"client_ip\":\"127.0.0.1\",\"ppv_id\":\"ann\"}");
    }

    @Test
    void aRefusalIsOne() throws IOException {
        authorization.allowByDefault(true);
        handler.answers(200, "{\"return_code\":403}");
        assertThat(play(PLAYER)).startsWith("HTTP/1.1 403 ");
        handler.answers(403, "");
        assertThat(play(PLAYER)).startsWith("HTTP/1.1 403 ");
        handler.answers(403, "{\"return_code\":200}");
        assertThat(play(PLAYER)).startsWith("HTTP/1.1 403 ");
        assertThat(fake.handlerCalls())
                .allSatisfy(call -> assertThat(call.problem()).isEmpty());
    }

    @Test
    void theChunkListIsAskedAboutOnceMoreAndItsRefusalEndsTheSession() throws Exception {
        fake.addStream("live", "tv");
        Player player = new Player();
        handler.answers(200, "{\"return_code\":200}");
        URI chunks = player.follow(fake.playbackUrl("live", "tv", "playlist.m3u8"));
        player.get(chunks);
        assertThat(player.get(chunks).statusCode()).isEqualTo(200);
        assertThat(fake.handlerCalls()).hasSize(2);

        URI others = player.follow(fake.playbackUrl("live", "tv", "playlist.m3u8"));
        handler.answers(403, "");
        assertThat(player.get(others).statusCode()).isEqualTo(403);
        handler.answers(200, "{\"return_code\":200}");
        assertThat(player.get(others).statusCode()).as("the session is over").isEqualTo(403);
        assertThat(fake.sessions()).hasSize(1);
    }

    @Test
    void aPlayerCanBeSentElsewhere() throws IOException {
        authorization.allowByDefault(false);
        handler.answers(200, "{\"return_code\":302,\"redirect_location\":\"http://other/live?a=b\"}");
        assertThat(play(PLAYER)).startsWith("HTTP/1.1 302 ").contains("\r\nLocation: http://other/live?a=b\r\n");
    }

    @Test
    void whatIsNoAnswerIsDecidedByDefault() throws IOException {
        for (String answer : List.of(
                "",
                "[200]",
                "{}",
                "{\"return_code\":\"200\"}",
                "{\"return_code\":201}",
                "{\"return_code\":302}",
                "{\"return_code\":200.5}",
                "{\"return_code\":302,\"redirect_location\":\"http://a/\\r\\nX: y\"}")) {
            handler.answers(200, answer);
            decidedByDefault();
        }
        handler.answers(500, "{\"return_code\":200}");
        decidedByDefault();
        handler.answers(302, "{\"return_code\":200}");
        decidedByDefault();
    }

    @Test
    void playersAreLetInByDefaultWhenNobodyIsAtHome() throws IOException {
        handler.close();
        assertThat(play(PLAYER)).startsWith("HTTP/1.1 200 ");
        decidedByDefault();
    }

    @Test
    void aSlowHandlerIsNotWaitedFor() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        handler.answers(asked -> {
            awaits(end);
            return WireReply.json("{\"return_code\":403}");
        });
        authorization.timeout(Duration.ofMillis(50));
        decidedByDefault();
        end.countDown();
    }

    @Test
    void onlyProtectedApplicationsAreAskedAbout() throws IOException {
        handler.answers(403, "");
        authorization.apps("vod", "radio");
        assertThat(play(PLAYER)).startsWith("HTTP/1.1 200 ");
        assertThat(fake.handlerCalls()).isEmpty();
        authorization.apps("vod", "live");
        assertThat(play(PLAYER)).startsWith("HTTP/1.1 403 ");
        authorization.apps();
        assertThat(play(PLAYER)).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void nobodyIsAskedWithoutAHandler() throws IOException {
        try (FakeNimble other = FakeNimble.start()) {
            asked = other.playbackAuthorization();
            asked.allowByDefault(false);
            assertThat(play(PLAYER)).startsWith("HTTP/1.1 200 ");
            assertThat(other.handlerCalls()).isEmpty();
        }
    }

    @Test
    void wrongUseIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> authorization.timeout(Duration.ofSeconds(-1)))
                .withMessageContaining("timeout is PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> authorization.handler(URI.create("handler")))
                .withMessageContaining("handler is ");
    }

    private void decidedByDefault() throws IOException {
        authorization.allowByDefault(true);
        assertThat(play(PLAYER)).startsWith("HTTP/1.1 200 ");
        authorization.allowByDefault(false);
        assertThat(play(PLAYER)).startsWith("HTTP/1.1 403 ");
        List<HandlerCall> calls = fake.handlerCalls();
        assertThat(calls.get(calls.size() - 1).problem()).isPresent();
        assertThat(calls.toString()).doesNotContain("s3cret");
    }

    /** What a player of "live" is answered that asks before it opens a session. */
    private SocketServer players() {
        try {
            return new SocketServer(
                    "127.0.0.1",
                    0,
                    (request, connection) -> connection.send(asked.refusal(request, "live", connection.peer(), viewer)
                            .orElse(WireReply.json("{}"))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String play(String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), players.port())) {
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void awaits(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
