package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.signing.PlaybackToken;
import io.github.nimbleapi.signing.PlaybackUrlSigner;
import io.github.nimbleapi.signing.PublishUrlSigner;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The links that the SDK signs, read by the fake, which shares no code with it. */
class SignedLinksTest {
    private static final Instant NOW = Instant.parse("2026-05-20T00:05:09Z");
    private static final List<String> KEYS = List.of("key", "ключ &=+", "other");
    private static final List<String> IPS = List.of("127.0.0.1", "10.1.2.3", "2001:db8::1");
    private static final List<String> STREAMS = List.of("live/one", "live/two", "live/ışık/three");

    @Test
    void aPlayerComesInWithASignedLinkAlone(@NimbleServer FakeNimble fake) throws Exception {
        fake.addStream("live", "one");
        fake.wmsAuth().key("s3cret");
        URI bare = fake.playbackUrl("live", "one", "playlist.m3u8");
        PlaybackUrlSigner links = PlaybackUrlSigner.builder("s3cret")
                .viewerId("??ann")
                .clientIp("127.0.0.1")
                .signedStream("live/one")
                .build();

        assertThat(status(bare)).isEqualTo(403);
        assertThat(status(links.sign(bare))).isEqualTo(200);
        assertThat(fake.sessions())
                .singleElement()
                .satisfies(session -> assertThat(session.viewerId()).isEqualTo("??ann"));
    }

    private static int status(URI url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @RepeatedTest(300)
    void whatIsExplainedIsWhatHappens() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String ip = oneOf(IPS, random);
        String stream = oneOf(STREAMS, random);
        PlaybackUrlSigner theirs = signer(random);
        PlaybackUrlSigner ours = signer(random);
        FakeWmsAuth fake = new FakeWmsAuth(Clock.fixed(NOW, ZoneOffset.UTC));
        fake.key(KEYS.get(0));
        fake.tolerance(Duration.ZERO);

        PlaybackToken token = PlaybackToken.decode(theirs.token());
        PlaybackUrlSigner keyed = PlaybackUrlSigner.builder(KEYS.get(0))
                .viewerId("nobody")
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();
        String app = stream.substring(0, stream.lastIndexOf('/'));
        boolean admitted = fake.admit(app, stream.substring(app.length() + 1), ip, theirs.token())
                .isPresent();

        assertThat(token.explain(keyed, ip, stream).isEmpty())
                .as("seed %d", seed)
                .isEqualTo(admitted);
        assertThat(token.explain(ours, ip, stream)).as("seed %d", seed).doesNotHaveDuplicates();
    }

    private static PlaybackUrlSigner signer(Random random) {
        PlaybackUrlSigner.Builder builder = PlaybackUrlSigner.builder(KEYS.get(random.nextInt(4) / 2))
                .clock(Clock.fixed(NOW.plusSeconds(random.nextInt(5) * 60L - 180), ZoneOffset.UTC))
                .validFor(Duration.ofMinutes(1 + random.nextInt(3)));
        boolean viewer = random.nextBoolean();
        if (viewer) {
            builder.viewerId("ann");
        }
        if (!viewer || random.nextBoolean()) {
            builder.clientIp(oneOf(IPS, random));
        }
        if (random.nextBoolean()) {
            String stream = oneOf(STREAMS, random);
            builder.signedStream(stream.substring(0, 1 + random.nextInt(stream.length())));
        }
        return builder.build();
    }

    private static String oneOf(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtmp://edge-1/live/one",
                "rtmps://edge-1:443/live/one",
                "rtsp://edge-1/live/one",
                "https://edge-1/live/one",
                "srt://edge-1:4444?mode=caller&streamid=/live/one&latency=120",
                "srt://edge-1:4444?streamid=%2Flive%2Fone"
            })
    void aPublisherComesInWithASignedLink(URI url) {
        for (String publisher : List.of("ID_1", "a?b?c?d?", "ışık")) {
            URI link = PublishUrlSigner.builder("s3cret")
                    .publisherId(publisher)
                    .clientIp("127.0.0.1")
                    .build()
                    .sign(url);
            PublishLink read = PublishLink.of(link);

            assertThat(read.publisherId()).isEqualTo(publisher);
            assertThat(read.name()).isEqualTo("live/one");
            assertThat(read.isSignedWith("s3cret", "127.0.0.1")).isTrue();
            assertThat(read.isSignedWith("other", "127.0.0.1")).isFalse();
        }
    }
}
