package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Players with signed links, and the handlers that hear of them. */
class SignedPlayersTest {
    private final ManualClock clock = new ManualClock();
    private final FakeNimble fake = FakeNimble.builder().clock(clock).start();
    private final TestHandler handler = new TestHandler();
    private final Player player = new Player();
    private final Json link = Vectors.of("playback").stream()
            .filter(vector -> vector.text("client_ip").equals("127.0.0.1")
                    && vector.text("viewer_id").equals("user-42")
                    && vector.text("signed_stream").equals("live/stream"))
            .findFirst()
            .orElseThrow();
    private final URI unsigned = fake.playbackUrl("live", "stream", "playlist.m3u8");
    private final URI signed = URI.create(unsigned + "?wmsAuthSign=" + link.text("token"));

    @BeforeEach
    void linksHaveToBeSigned() {
        clock.set(Instant.ofEpochSecond(link.number("epoch_seconds")));
        fake.addStream("live", "stream");
        fake.wmsAuth().key("live", link.text("key"));
    }

    @AfterEach
    void close() {
        fake.close();
        handler.close();
    }

    @Test
    void theLinkSaysWhoWatches() throws Exception {
        assertThat(player.get(unsigned).statusCode()).isEqualTo(403);
        assertThat(player.get(signed).statusCode()).isEqualTo(200);
        assertThat(fake.sessions()).extracting(FakeSession::viewerId).containsExactly("user-42");
        clock.advance(Duration.ofMinutes(link.number("valid_minutes")).plusSeconds(91));
        assertThat(player.get(signed).statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsDeniedIsOutAndStaysOut() throws Exception {
        URI chunks = player.follow(signed);
        assertThat(player.get(chunks).statusCode()).isEqualTo(200);
        FakeSession session = fake.sessions().get(0);
        clock.advance(Duration.ofSeconds(7));
        player.get(chunks);
        clock.advance(Duration.ofSeconds(7));
        fake.payPerView().handler(handler.url());
        handler.answers(200, "{\"DenyList\":{\"ID\":[\"user-42\"]}}");
        fake.payPerView().report();
        Json told = handler.lastAsked().all("Player").findFirst().orElseThrow().at(0);
        assertThat(told.text("id")).isEqualTo("user-42");
        assertThat(told.text("sessionid")).isEqualTo(Long.toString(session.id()));
        assertThat(told.number("delta")).isEqualTo(7_000);
        assertThat(told.number("bytes_sent")).isPositive();
        assertThat(session.disconnected()).isDone();
        assertThat(player.get(chunks).statusCode()).isEqualTo(403);
        assertThat(player.get(signed).statusCode()).isEqualTo(403);
        handler.answers(200, "{}");
        fake.payPerView().report();
        assertThat(player.get(signed).statusCode()).isEqualTo(200);
    }

    @Test
    void theHandlerDecidesWhoGetsASession() throws Exception {
        fake.playbackAuthorization().handler(handler.url());
        handler.answers(200, "{\"return_code\":302,\"redirect_location\":\"http://elsewhere/\"}");
        assertThat(player.get(signed).headers().firstValue("Location")).contains("http://elsewhere/");
        assertThat(handler.lastAsked().text("ppv_id")).isEqualTo("user-42");
        assertThat(handler.lastAsked().text("url")).isEqualTo("/live/stream/playlist.m3u8");
        handler.answers(403, "");
        assertThat(player.get(signed).statusCode()).isEqualTo(403);
        assertThat(fake.sessions()).isEmpty();
        handler.close();
        assertThat(player.get(signed).statusCode()).isEqualTo(200);
        assertThat(fake.sessions()).hasSize(1);
    }
}
