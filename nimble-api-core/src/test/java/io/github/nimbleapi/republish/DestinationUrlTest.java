package io.github.nimbleapi.republish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationUrlTest {
    @ParameterizedTest
    @CsvSource({
        "rtmp://a.rtmp.youtube.com/live2/key, false, a.rtmp.youtube.com, 1935, live2, key",
        "RTMPS://h/app/key, true, h, 443, app, key",
        "rtmp://h:1936/app/key, false, h, 1936, app, key",
        "rtmps://h:1935/app/key, true, h, 1935, app, key",
        "rtmp://h:/app/key, false, h, 1935, app, key",
        "rtmp://h:443/app/key, false, h, 443, app, key",
        "rtmps://live-api-s.facebook.com:443/rtmp/K-1?s_bl=1&a=b, true, live-api-s.facebook.com, 443, rtmp, K-1?s_bl=1&a=b",
        "rtmp://h/app?x=y/stream, false, h, 1935, app?x=y, stream",
        "rtmp://h/app?wmsAuthSign=a/b==/stream, false, h, 1935, app?wmsAuthSign=a/b==, stream",
        "rtmp://h/app?x=y/stream?z=1, false, h, 1935, app?x=y, stream?z=1",
        "rtmp://h/app?/stream, false, h, 1935, app?, stream",
        "rtmp://h/app/key?, false, h, 1935, app, key?",
        "rtmp://h/app/inst/key, false, h, 1935, app/inst, key",
        "rtmp://h/app/inst/key?a=b, false, h, 1935, app/inst, key?a=b",
        "rtmp://h/app//key, false, h, 1935, app/, key",
        "rtmp://h/a%20b/k%2Fe%3Fy?c=%2F, false, h, 1935, a%20b, k%2Fe%3Fy?c=%2F",
        "rtmp://h/\u00fc/\u011f, false, h, 1935, \u00fc, \u011f",
        "rtmp://h/app/str+eam@1_2:3, false, h, 1935, app, str+eam@1_2:3",
        "rtmp://docker_host_1:1940/app/key, false, docker_host_1, 1940, app, key",
        "rtmp://10.0.0.1/app/key, false, 10.0.0.1, 1935, app, key",
        "rtmp://[2001:db8::1]:1940/app/key, false, 2001:db8::1, 1940, app, key",
        "rtmps://[::1]/app/key, true, ::1, 443, app, key"
    })
    void aUrlIsTakenApart(String url, boolean ssl, String host, int port, String app, String stream) {
        RepublishRule expected = RepublishRule.builder()
                .ssl(ssl)
                .destinationAddress(host)
                .destinationPort(port)
                .destinationApp(app)
                .destinationStream(stream)
                .build();

        assertThat(RepublishRule.to(URI.create(url)).build()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "[{index}] {1}")
    @CsvSource({
        "http://h/app/s3cret, begin it with rtmp",
        "rtmpt://h/app/s3cret, begin it with rtmp",
        "app/s3cret, begin it with rtmp",
        "s3cret:app/key, begin it with rtmp",
        "rtmp:app/s3cret, no host",
        "rtmp:/app/s3cret, no host",
        "rtmp:///app/s3cret, no host",
        "rtmp://:1935/app/s3cret, no host",
        "rtmp://h:0/app/s3cret, no port",
        "rtmp://h:65536/app/s3cret, no port",
        "rtmp://h:9999999999/app/s3cret, no port",
        "rtmp://h_1:x/app/s3cret, no host",
        "rtmp://user:s3cret@h/app/key, destinationPassword",
        "rtmp://s3cret@h_1/app/key, destinationPassword",
        "rtmp://@h/app/s3cret, destinationPassword",
        "rtmp://h/app/s3cret#x, fragment",
        "rtmp://h/app/key#s3cret, fragment",
        "rtmp://h/app/key#, fragment",
        "rtmp://h, no application",
        "rtmp://h/, no application",
        "rtmp://h/s3cret, no application",
        "rtmp://h//s3cret, no application",
        "rtmp://h/?s3cret/key, no application",
        "rtmp://h/s3cret/, no stream",
        "rtmp://h/app/?s3cret, no stream",
        "rtmp://h/app?x=s3cret, no application",
        "rtmp://h/app?x=s3cret/, no stream",
        "rtmp://h/app/s3cret?a=b/c, two ways",
        "rtmp://h/app?x=y/s3cret?a=b/c, two ways"
    })
    void aUrlThatIsNoDestinationIsRefusedWithoutBeingQuoted(String url, String words) {
        assertThatThrownBy(() -> RepublishRule.to(URI.create(url)))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("destination ")
                .hasMessageContaining(words)
                .hasNoCause()
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    @SuppressWarnings("NullAway")
    void noUrlIsRefused() {
        assertThatThrownBy(() -> RepublishRule.to(null))
                .isExactlyInstanceOf(NullPointerException.class)
                .hasMessage("destination");
    }
}
