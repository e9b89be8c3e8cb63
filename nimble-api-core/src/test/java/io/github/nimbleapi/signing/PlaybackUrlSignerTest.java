package io.github.nimbleapi.signing;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybackUrlSignerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-20T13:05:09Z"), ZoneId.of("Asia/Tokyo"));
    private static final URI HLS = URI.create("http://edge-1:8081/live/stream/playlist.m3u8");

    private static PlaybackUrlSigner signer(UnaryOperator<PlaybackUrlSigner.Builder> settings) {
        return settings.apply(PlaybackUrlSigner.builder("defaultpassword").clock(CLOCK))
                .build();
    }

    private static PlaybackUrlSigner viewer() {
        return signer(b -> b.viewerId("ID_1"));
    }

    static PlaybackUrlSigner of(JsonNode vector) {
        PlaybackUrlSigner.Builder builder = PlaybackUrlSigner.builder(
                        vector.get("key").asText())
                .validFor(Duration.ofMinutes(vector.get("valid_minutes").asLong()))
                .clock(Clock.fixed(
                        Instant.ofEpochSecond(vector.get("epoch_seconds").asLong()), ZoneId.systemDefault()));
        if (!vector.get("client_ip").isNull()) {
            builder.clientIp(vector.get("client_ip").asText());
        }
        if (!vector.get("viewer_id").isNull()) {
            builder.viewerId(vector.get("viewer_id").asText());
        }
        if (!vector.get("signed_stream").isNull()) {
            builder.signedStream(vector.get("signed_stream").asText());
        }
        return builder.build();
    }

    /** Made by other programs, see the file. */
    @TestFactory
    List<DynamicTest> theTokenIsTheOneThatOthersCompute() {
        return Vectors.of("playback").stream()
                .map(v -> DynamicTest.dynamicTest(
                        v.get("server_time").asText(),
                        () -> assertThat(of(v).token()).isEqualTo(v.get("token").asText())))
                .collect(toList());
    }

    @Test
    void theHashesOfTheFiveVariants() {
        assertThat(inner(signer(b -> b.clientIp("127.0.0.1"))))
                .isEqualTo("server_time=5/20/2026 1:05:09 PM&hash_value=QPZjy+uSmczhvS42NKXYjg==&validminutes=20");
        assertThat(inner(signer(b -> b.clientIp("127.0.0.1").signedStream("live/stream"))))
                .contains("&hash_value=3E+Q29xsv7QPsOgIcPHK3A==&")
                .endsWith("&strm_len=11");
        assertThat(inner(viewer()))
                .contains("&hash_value=XHmhCGwtOIpVqQizBch5/Q==&")
                .endsWith("&id=ID_1");
        assertThat(inner(signer(b -> b.clientIp("127.0.0.1").viewerId("ID_1"))))
                .contains("&hash_value=F9ZTbyPFDLGqOnRPXRXeDg==&")
                .endsWith("&id=ID_1&checkip=true");
        assertThat(inner(signer(b -> b.clientIp("127.0.0.1").viewerId("ID_1").signedStream("live/stream"))))
                .contains("&hash_value=FI9emBZnNBRIYcCZpM4jqA==&");
    }

    private static String inner(PlaybackUrlSigner signer) {
        return new String(Base64.getDecoder().decode(signer.token()), StandardCharsets.UTF_8);
    }

    @Test
    void aStreamsLengthIsInBytes() {
        assertThat(inner(signer(b -> b.viewerId("1").signedStream("live/ışık"))))
                .contains("strm_len=12");
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/live/stream/playlist.m3u8, http://h/live/stream/playlist.m3u8?wmsAuthSign=T",
        "https://h:1/live/stream/playlist.m3u8?a=b, https://h:1/live/stream/playlist.m3u8?a=b&wmsAuthSign=T",
        "wss://h/live/stream#x, wss://h/live/stream?wmsAuthSign=T#x",
        "http://edge_1/proxy/live/stream/mpeg.2ts, http://edge_1/proxy/live/stream/mpeg.2ts?wmsAuthSign=T",
        "rtmp://h/live/stream, rtmp://h/live?wmsAuthSign=T/stream",
        "RTMPS://h:1935/live/a/stream?x=y, RTMPS://h:1935/live?wmsAuthSign=T/a/stream?x=y",
        "rtsp://h/live/stream#f, rtsp://h/live?wmsAuthSign=T/stream#f",
    })
    void theTokenStandsWhereNimbleLooksForIt(URI url, String signed) {
        PlaybackUrlSigner signer = viewer();

        assertThat(signer.sign(url)).hasToString(signed.replace("=T", "=" + signer.token()));
    }

    @ParameterizedTest
    @CsvSource({
        "rtmp://h/live/stream, rtmp://h/live/stream?wmsAuthSign=T",
        "rtsp://h/live/stream?x=y, rtsp://h/live/stream?x=y&wmsAuthSign=T"
    })
    void theTokenMayStandAtTheEnd(URI url, String signed) {
        PlaybackUrlSigner signer = signer(b -> b.viewerId("1").tokenAtEnd());

        assertThat(signer.sign(url)).hasToString(signed.replace("=T", "=" + signer.token()));
    }

    /** A plus in a query is a blank to some; on RTMP nobody decodes. */
    @Test
    void aPlusIsEncodedForHttpAlone() {
        PlaybackUrlSigner signer = signer(b -> b.viewerId(">>>>>>"));
        assertThat(signer.token()).contains("+");

        assertThat(signer.sign(HLS).toString()).doesNotContain("+").contains("%2B");
        assertThat(signer.sign(URI.create("rtmp://h/live/stream")).toString()).contains("+");
        assertThat(PlaybackToken.of(signer.sign(HLS)).viewerId()).contains(">>>>>>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"live/stream", "live/stre", "live/", "live"})
    void aSignedStreamIsTheBeginningOfThePath(String signedStream) {
        assertThat(signer(b -> b.viewerId("1").signedStream(signedStream))
                        .sign(HLS)
                        .toString())
                .contains("wmsAuthSign");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "srt://h:1?streamid=/live/stream",
                "file:///live/stream",
                "mailto:live/stream",
                "/live/stream/playlist.m3u8",
                "rtmp://h/live",
                "rtmp://h",
                "http://h",
                "http://h?/live/stream",
                "https://h/live/",
                "wss://h//live",
                "http://h/live/other/playlist.m3u8",
                "http://h/xlive/stream",
                "http://h/live/stream?wmsAuthSign=c2VydmVy"
            })
    void anAddressThatCannotBeSignedIsRefused(URI url) {
        PlaybackUrlSigner signer = signer(b -> b.viewerId("1").signedStream("live/stream"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> signer.sign(url))
                .withMessageStartingWith("url is")
                .withMessageNotContaining("c2Vyd");
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/live, give one with application and stream",
        "rtmp://h/live?publishsign=c2VydmVy/one, give one with application and stream before its query",
        "srt://h:1?streamid=/live/one, put token() there yourself",
    })
    void theMessageSaysWhatIsMissing(URI url, String remedy) {
        for (PlaybackUrlSigner signer :
                List.of(viewer(), signer(b -> b.viewerId("1").tokenAtEnd()))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> signer.sign(url))
                    .withMessageEndingWith(remedy)
                    .withMessageNotContaining("c2Vyd");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "s3cret\n", "s3cret\r\n", "s3\tcret"})
    void aKeyThatCanNotBeOneIsRefusedUnseen(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlaybackUrlSigner.builder(key))
                .withMessageStartingWith("key ")
                .withMessageContaining(": give the bare ")
                .withMessageNotContaining("cret");
    }

    @Test
    void badSettingsAreNamed() {
        PlaybackUrlSigner.Builder builder = PlaybackUrlSigner.builder("k");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.viewerId("a&checkip=true"))
                .withMessageContaining("viewerId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.viewerId("a\nb"))
                .withMessageContaining("viewerId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.clientIp(" "))
                .withMessageContaining("clientIp");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.signedStream("/live/one"))
                .withMessageContaining("/live/one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.signedStream(" "))
                .withMessageContaining("signedStream");
        assertThatIllegalStateException().isThrownBy(builder::build).withMessageContaining("viewerId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1M", "PT59S", "PT90S", "PT1M0.001S", "PT16666666667H"})
    void aTimeThatNimbleCannotCountIsRefused(Duration validFor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlaybackUrlSigner.builder("k").validFor(validFor))
                .withMessageContaining(validFor.toString());
    }

    @Test
    void theKeyIsNotShown() {
        assertThat(PlaybackUrlSigner.builder("s3cret-key").viewerId("1").build().toString())
                .doesNotContain("s3cret");
    }
}
