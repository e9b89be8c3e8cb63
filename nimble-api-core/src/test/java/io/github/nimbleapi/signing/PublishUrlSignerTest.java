package io.github.nimbleapi.signing;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishUrlSignerTest {
    private static final String TOKEN = "aWQ9SURfMSZzaWduPW95Zi9YVHBLM0c3QkQ4SmpwVnF1VHc9PSZpcD0xMjcuMC4wLjE=";
    private static final PublishUrlSigner SIGNER = PublishUrlSigner.builder("defaultpassword")
            .publisherId("ID_1")
            .clientIp("127.0.0.1")
            .build();

    /** Made by other programs, see the file. */
    @TestFactory
    List<DynamicTest> theTokenIsTheOneThatOthersCompute() {
        return Vectors.of("publish").stream()
                .map(v -> DynamicTest.dynamicTest(
                        v.get("id").asText() + v.get("stream").asText(),
                        () -> assertThat(token(v)).isEqualTo(v.get("token").asText())))
                .collect(toList());
    }

    private static String token(JsonNode vector) {
        PublishUrlSigner.Builder builder = PublishUrlSigner.builder(
                        vector.get("password").asText())
                .publisherId(vector.get("id").asText());
        if (!vector.get("client_ip").isNull()) {
            builder.clientIp(vector.get("client_ip").asText());
        }
        String stream = vector.get("stream").asText();
        int slash = stream.lastIndexOf('/');
        return builder.build().token(stream.substring(1, slash), stream.substring(slash + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "rtmp://h/live/stream, rtmp://h/live?publishsign=T/stream",
        "rtmps://h:443/live/stream?x=y, rtmps://h:443/live?publishsign=T/stream?x=y",
        "rtsp://h/live/stream, rtsp://h/live/stream?publishsign=T",
        "https://h/live/stream?x=y#f, https://h/live/stream?x=y&publishsign=T#f",
        "srt://h:1?streamid=/live/stream, srt://h:1?streamid=/live/stream?publishsign=T",
        "srt://h:1?mode=caller&streamid=/live/stream&latency=9, srt://h:1?mode=caller&streamid=/live/stream?publishsign=T&latency=9",
        "srt://h:1?streamid=%2Flive%2Fstream, srt://h:1?streamid=%2Flive%2Fstream?publishsign=T",
        "srt://h:1?streamid=/live/stream?x=1&latency=9, srt://h:1?streamid=/live/stream?x=1%26publishsign=T&latency=9",
        "srt://h:1?streamid=/live/stream%3Fx=1#f, srt://h:1?streamid=/live/stream%3Fx=1%26publishsign=T#f",
    })
    void theTokenStandsWhereNimbleLooksForIt(URI url, String signed) {
        assertThat(SIGNER.sign(url)).hasToString(signed.replace("=T", "=" + TOKEN));
    }

    @Test
    void theTokenMayStandAtTheEnd() {
        PublishUrlSigner signer = PublishUrlSigner.builder("defaultpassword")
                .publisherId("ID_1")
                .clientIp("127.0.0.1")
                .tokenAtEnd()
                .build();

        assertThat(signer.sign(URI.create("rtmp://h/live/stream")))
                .hasToString("rtmp://h/live/stream?publishsign=" + TOKEN);
    }

    /** A plus in a query is a blank to some; an encoder of RTSP decodes nothing. */
    @Test
    void aPlusIsEncodedForHttpAlone() {
        PublishUrlSigner signer =
                PublishUrlSigner.builder("p").publisherId(">>>>>>").build();
        assertThat(signer.token("live", "one")).contains("+");

        assertThat(signer.sign(URI.create("https://h/live/one")).toString())
                .doesNotContain("+")
                .contains("%2B");
        assertThat(signer.sign(URI.create("rtsp://h/live/one")).toString()).contains("+");
    }

    @ParameterizedTest
    @CsvSource({
        "rtmp://h/live, give one with application and stream",
        "rtmp://h/live?wmsAuthSign=c2VydmVy/one, give one with application and stream before its query",
        "srt://h:1?streamid=live/one, 'give one with ?streamid=/application/stream, with a slash before both'",
        "srt://h:1?streamid=live, 'give one with ?streamid=/application/stream, with a slash before both'",
    })
    void theMessageSaysWhatIsMissing(URI url, String remedy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIGNER.sign(url))
                .withMessageEndingWith(remedy)
                .withMessageNotContaining("c2Vyd");
    }

    /** An application may hold slashes; the signature is of the whole. */
    @Test
    void theLastPartIsTheStream() {
        URI signed = SIGNER.sign(URI.create("rtsp://h/a/b/c"));

        assertThat(signed.getRawQuery()).isEqualTo("publishsign=" + SIGNER.token("a/b", "c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "udp://h/live/stream",
                "rtmp://h/live",
                "rtmp://h/live/",
                "rtsp://h",
                "rtsp://h/live",
                "srt://h:1",
                "srt://h:1?streamid=live",
                "srt://h:1?streamid=live/stream",
                "srt://h:1?a=b#&streamid=/live/stream",
                "srt://h:1?streamid=?/live/stream",
                "live/stream",
                "rtmp://h/live?publishsign=c2VydmVy/stream"
            })
    void anAddressThatCannotBeSignedIsRefused(URI url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIGNER.sign(url))
                .withMessageStartingWith("url is")
                .withMessageNotContaining("c2Vyd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "s3cret\n", "s3cret\r\n", "s3\tcret"})
    void aPasswordThatCanNotBeOneIsRefusedUnseen(String password) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishUrlSigner.builder(password))
                .withMessageStartingWith("password ")
                .withMessageContaining(": give the bare ")
                .withMessageNotContaining("cret");
    }

    @ParameterizedTest
    @CsvSource({"'', one, app", "' ', one, app", "live, '', stream", "live, ' ', stream"})
    void aTokenIsForAStreamOfAnApplication(String app, String stream, String blank) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIGNER.token(app, stream))
                .withMessageStartingWith(blank + " is blank: give ");
    }

    @Test
    void badSettingsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishUrlSigner.builder("p").publisherId("a&ip=1"))
                .withMessageContaining("publisherId");
        assertThatIllegalStateException()
                .isThrownBy(() -> PublishUrlSigner.builder("p").build())
                .withMessageContaining("publisherId");
    }

    @Test
    void thePasswordIsNotShown() {
        assertThat(PublishUrlSigner.builder("s3cret").publisherId("1").build().toString())
                .doesNotContain("s3cret");
    }
}
