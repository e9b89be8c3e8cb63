package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.icecast.IcecastStreamInfo;
import io.github.nimbleapi.session.SessionType;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class MediaEdgeTest {
    private final ManualClock clock = new ManualClock();
    private final FakeNimble fake =
            FakeNimble.builder().clock(clock).cdnOrigin(true).start();
    private final Player player = new Player();

    @BeforeEach
    void goLive() {
        fake.addStream("live", "tv");
    }

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void aPlaylistOpensASessionAndEveryRequestKeepsItGoing() throws Exception {
        URI chunks =
                player.follow(url("playlist.m3u8"), "User-Agent", "Tv/1", "X-Forwarded-For", "203.0.113.7, 10.0.0.1");
        FakeSession session = only();
        assertThat(session.type()).isEqualTo(SessionType.HLS);
        assertThat(session.app() + "/" + session.stream()).isEqualTo("live/tv");
        assertThat(session.clientIp()).isEqualTo("203.0.113.7");
        assertThat(session.userAgent()).isEqualTo("Tv/1");
        assertThat(session.created()).isEqualTo(clock.instant());
        long sentForPlaylist = session.bytesSent();

        clock.advance(Duration.ofSeconds(10));
        String list = player.get(chunks, "X-Forwarded-For", "203.0.113.7").body();

        assertThat(session.lastAccess()).isEqualTo(clock.instant());
        assertThat(session.bytesSent()).isEqualTo(sentForPlaylist + list.length());
        assertThat(fake.sessions()).containsExactly(session);
    }

    @Test
    void theChunkListIsAWindowThatMovesWithTheClock() throws Exception {
        URI chunks = player.follow(url("playlist.m3u8"));
        assertThat(player.get(chunks).body())
                .contains("MEDIA-SEQUENCE:0")
                .contains("segment-3.ts")
                .doesNotContain("segment-4.ts");

        clock.advance(Duration.ofSeconds(4));

        assertThat(player.get(chunks).body())
                .contains("MEDIA-SEQUENCE:2")
                .contains("segment-5.ts")
                .doesNotContain("segment-6.ts");
    }

    @Test
    void aSegmentOfTheFarFutureIsNotThere() throws Exception {
        URI chunks = player.follow(url("playlist.m3u8"));

        assertThat(player.get(chunks.resolve("segment-3.ts?" + chunks.getQuery()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(player.get(chunks.resolve("segment-5.ts?" + chunks.getQuery()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(player.get(chunks.resolve("invented.ts?" + chunks.getQuery()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyPlaylistRequestOpensASessionOfItsOwn() throws Exception {
        player.get(url("playlist.m3u8"));
        player.get(url("playlist.m3u8"));

        assertThat(fake.sessions()).hasSize(2);
    }

    @Test
    void aDeletedSessionIsForbiddenForEver() throws Exception {
        URI chunks = player.follow(url("playlist.m3u8"));
        URI segment = player.follow(chunks);
        FakeSession session = only();

        fake.newClient().sessions().delete(session.id());

        assertThat(player.get(chunks).statusCode()).isEqualTo(403);
        assertThat(player.get(segment).statusCode()).isEqualTo(403);
        assertThat(session.isDeleted()).isTrue();
        assertThat(session.disconnected()).isCompletedWithValue(clock.instant());
        assertThat(player.get(url("playlist.m3u8")).statusCode())
                .as("deleting is not banning")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"playlist.m3u8, 31, 0", "playlist.m3u8, 30, 1", "manifest.mpd, 31, 0", "'', 31, 0"})
    void aSilentSessionEnds(String file, int seconds, int left) throws Exception {
        player.get(url(file));
        FakeSession session = only();

        clock.advance(Duration.ofSeconds(seconds));

        assertThat(fake.newClient().sessions().list()).hasSize(left);
        assertThat(session.isDeleted()).isFalse();
        assertThat(session.disconnected()).isNotDone();
    }

    @Test
    void aPlayerThatWasSilentForTooLongHasToBeginAnew() throws Exception {
        URI chunks = player.follow(url("playlist.m3u8"));

        clock.advance(Duration.ofSeconds(31));

        assertThat(player.get(chunks).statusCode()).isEqualTo(403);
    }

    @Test
    void aSessionFromATestIsNeverSilent() {
        fake.addSession(s -> s.type(SessionType.HLS));

        clock.advance(Duration.ofDays(1));

        assertThat(fake.sessions()).hasSize(1);
    }

    @Test
    void aSessionIsBoundToItsAddressAndStream() throws Exception {
        fake.addStream("live", "other");
        URI chunks = player.follow(url("playlist.m3u8"), "X-Forwarded-For", "203.0.113.7");

        assertThat(player.get(chunks, "X-Forwarded-For", "203.0.113.8").statusCode())
                .isEqualTo(403);
        assertThat(player.get(
                                chunks.resolve("../other/chunks.m3u8?" + chunks.getQuery()),
                                "X-Forwarded-For",
                                "203.0.113.7")
                        .statusCode())
                .isEqualTo(403);
        assertThat(player.get(chunks, "X-Forwarded-For", "203.0.113.7").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "segment-0.ts",
                "video-init.mp4",
                "segment-0.ts?nimblesessionid=x",
                "chunks.m3u8?nimblesessionid=7",
                "chunks.m3u8?nimblesessionid=99999999999999999999"
            })
    void whoHasNoSessionGetsNoMedia(String file) throws Exception {
        assertThat(player.get(URI.create(url("") + "/" + file)).statusCode()).isEqualTo(403);
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live/nobody/playlist.m3u8", "/", "/live", "/live/tvtv/playlist.m3u8"})
    void whatIsNotLiveIsNotFound(String path) throws Exception {
        assertThat(player.get(url("").resolve(path)).statusCode()).isEqualTo(404);
    }

    @Test
    void namesMayHaveSlashesAndSpacesInThem() throws Exception {
        fake.addStream("vod", "smil:a b/çğ.smil");

        URI chunks = player.follow(fake.playbackUrl("vod", "smil:a b/çğ.smil", "playlist.m3u8"));

        assertThat(player.get(chunks).statusCode()).isEqualTo(200);
        assertThat(only().stream()).isEqualTo("smil:a b/çğ.smil");
    }

    @Test
    void aManifestLeadsToSegmentsOfItsSession() throws Exception {
        String manifest = player.get(url("manifest.mpd")).body();
        String query = "nimblesessionid=" + only().id();

        assertThat(manifest)
                .contains("video-$Number$.m4s?" + query)
                .contains("availabilityStartTime=\"2026-05-20T13:05:01Z\"");
        for (String file : new String[] {"video-init.mp4", "audio-init.mp4", "video-3.m4s", "audio-3.m4s"}) {
            assertThat(player.get(url(file + "?" + query)).statusCode())
                    .as(file)
                    .isEqualTo(200);
        }
        fake.newClient().sessions().delete(only().id());
        assertThat(player.get(url("video-3.m4s?" + query)).statusCode()).isEqualTo(403);
    }

    @Test
    void aDownloadIsLedToItsSessionAndMayAskForRanges() throws Exception {
        HttpResponse<String> first = player.get(url(""));
        assertThat(first.statusCode()).isEqualTo(302);
        URI file = url("").resolve(first.headers().firstValue("Location").orElseThrow());

        byte[] whole = player.download(file).body();
        HttpResponse<byte[]> part = player.download(file, "Range", "bytes=4-7");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 4-7/" + whole.length);
        assertThat(new String(part.body(), StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        assertThat(player.download(file, "Range", "bytes=" + (whole.length - 3) + "-")
                        .body())
                .hasSize(3);
        assertThat(player.download(file, "Range", "bytes=5-3").statusCode()).isEqualTo(200);
        assertThat(player.download(file, "Range", "bytes=999999999-").statusCode())
                .isEqualTo(416);
        assertThat(only().bytesSent()).isGreaterThanOrEqualTo(whole.length + 7L);
        fake.newClient().sessions().delete(only().id());
        assertThat(player.get(file).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"mpeg.2ts, MPEG-TS", "icecast.stream, Icecast"})
    void deletingTheSessionOfAnEndlessBodyClosesTheSocket(String file, String type) throws Exception {
        try (InputStream body = player.open(url(file)).body()) {
            assertThat(body.readNBytes(70_000))
                    .as("more than the first segment")
                    .hasSize(70_000);
            FakeSession session = only();
            assertThat(session.type()).isEqualTo(SessionType.of(type));
            assertThat(session.bytesSent()).isGreaterThanOrEqualTo(70_000);
            assertThat(session.disconnected()).isNotDone();

            fake.newClient().sessions().delete(session.id());

            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
            assertThat(session.disconnected()).isDone();
        }
    }

    @Test
    void aPlayerWhoseSessionTheTestEndsIsGone() throws Exception {
        try (InputStream body = player.open(url("mpeg.2ts")).body()) {
            FakeSession session = only();
            fake.endSession(session.id());
            long sent = session.bytesSent();

            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
            assertThat(session.bytesSent()).isEqualTo(sent);
            assertThat(session.disconnected()).isNotDone();
        }
    }

    @Test
    void anEndlessBodyEndsWithItsStream() throws Exception {
        try (InputStream body = player.open(url("mpeg.2ts")).body()) {
            fake.endStream("live", "tv");

            assertThat(body.readAllBytes()).isNotEmpty();
            awaitNoSession();
        }
    }

    @Test
    void aViewerWhoLeavesAnEndlessBodyHasEndedTheSession() throws Exception {
        InputStream body = player.open(url("mpeg.2ts")).body();
        FakeSession session = only();
        body.close();

        awaitNoSession();

        assertThat(session.disconnected()).isNotDone();
    }

    @Test
    void icecastTellsTheTitleToThoseWhoAsk() throws Exception {
        fake.icecast()
                .put(
                        "live",
                        "tv",
                        IcecastStreamInfo.builder()
                                .name("Jazz")
                                .title("So What")
                                .build());
        try (InputStream body =
                player.open(url("icecast.stream"), "Icy-MetaData", "1").body()) {
            assertThat(nextTitle(body)).startsWith("StreamTitle='So What';");
            assertThat(nextTitle(body)).as("nothing new").isEmpty();
            fake.newClient().icecast().updateMetadata("live", "tv", "Blue in Green");
            String title = nextTitle(body);
            while (title.isEmpty()) {
                title = nextTitle(body);
            }
            assertThat(title).startsWith("StreamTitle='Blue in Green';");
        }
    }

    private static String nextTitle(InputStream body) throws IOException {
        assertThat(body.readNBytes(16_000)).hasSize(16_000);
        return new String(body.readNBytes(body.read() * 16), StandardCharsets.UTF_8);
    }

    @Test
    void aHandleTellsWhenItsViewerWasPutOut() {
        FakeSession session = fake.addSession(s -> s.type(SessionType.RTMP));
        assertThat(session.disconnected()).isNotDone();

        fake.newClient().sessions().delete(session.id());

        assertThat(session.disconnected()).isCompletedWithValue(clock.instant());
    }

    @Test
    void aHeadRequestGetsNoBody() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fake.mediaPort())) {
            String twice = "HEAD /live/tv/playlist.m3u8 HTTP/1.1\r\n\r\nHEAD / HTTP/1.0\r\n\r\n";
            socket.getOutputStream().write(twice.getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answers).containsPattern("Content-Length: [0-9]+").doesNotContain("<html>");
            assertThat(answers.split("HTTP/1.1 404", -1)).hasSize(3);
        }
    }

    @Test
    void aStrangeSignatureKeepsTheManifestWhole() throws Exception {
        String manifest = player.get(URI.create(url("manifest.mpd") + "?wmsAuthSign=a%22b&x="))
                .body();
        assertThat(manifest).contains("wmsAuthSign=a%22b");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fake.mediaPort())) {
            String raw = "GET /live/tv/manifest.mpd?wmsAuthSign=a\"b<c HTTP/1.0\r\n\r\n";
            socket.getOutputStream().write(raw.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("wmsAuthSign=a&quot;b&lt;c");
        }
    }

    @Test
    void aNameOfAnIcecastStreamStaysOnItsLine() throws Exception {
        fake.icecast()
                .put(
                        "live",
                        "tv",
                        IcecastStreamInfo.builder().name("a\r\nX-Other: b").build());
        try (InputStream body = player.open(url("icecast.stream")).body()) {
            assertThat(body.read()).isNotNegative();
        }
        HttpResponse<InputStream> answer = player.open(url("icecast.stream"));
        answer.body().close();
        assertThat(answer.headers().firstValue("icy-name")).contains("a  X-Other: b");
        assertThat(answer.headers().firstValue("X-Other")).isEmpty();
    }

    @Test
    void aLongTitleIsShortenedBetweenItsLetters() throws Exception {
        fake.icecast()
                .put(
                        "live",
                        "tv",
                        IcecastStreamInfo.builder().title("ş".repeat(3_000)).build());
        try (InputStream body =
                player.open(url("icecast.stream"), "Icy-MetaData", "1").body()) {
            assertThat(nextTitle(body).strip()).matches("(?s)StreamTitle='ş{2000,}';\\x00*");
        }
    }

    @Test
    void aTimeOfSilenceMayBeForEver() throws Exception {
        try (FakeNimble patient = FakeNimble.builder()
                .sessionTimeout(Duration.ofSeconds(Long.MAX_VALUE))
                .start()) {
            patient.addStream("live", "tv");
            player.get(patient.playbackUrl("live", "tv", "playlist.m3u8"));
            assertThat(patient.newClient().sessions().list()).hasSize(1);
        }
    }

    @Test
    void pagesFromElsewhereMayPlay() throws Exception {
        assertThat(player.get(url("playlist.m3u8")).headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
    }

    private URI url(String file) {
        return URI.create(fake.playbackUrl("live", "tv", "") + (file.isEmpty() ? "" : "/" + file));
    }

    private FakeSession only() {
        assertThat(fake.sessions()).hasSize(1);
        return fake.sessions().get(0);
    }

    private void awaitNoSession() throws InterruptedException {
        while (!fake.sessions().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
