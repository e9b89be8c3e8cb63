package io.github.nimbleapi.control.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybackRequestTest {
    private static PlaybackRequest request(String url) {
        return PlaybackRequest.of(Map.of("url", url));
    }

    private static String signed(String inner) {
        return Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "/live/a/playlist.m3u8, live, a",
        "/live/a/chunks.m3u8?nimblesessionid=5, live, a",
        "//live/a/x, live, a",
        "http://h:8081/live/a/x, live, a",
        "/a%20b/c%2Bd+e/x, a b, c+d+e",
        "/a/%zz/x, a, %zz",
        "/a/x, '', a",
        "/x, '', ''",
        "http://h, '', ''",
        "'', '', ''",
        "?a/b/c, '', ''",
        "/live//a/x, live, a",
        "/live/a//x, live, a",
        "/live/./a/x, live, a",
        "/live/%2e/a/x, live, a",
        "/live/a/x/, live, a",
        "/live/b/../a/x, live, a",
        "/../live/a/x, live, a",
        "/a.b/c..d/x, a.b, c..d"
    })
    void knowsApplicationAndStream(String url, String app, String stream) {
        assertThat(request(url).app()).isEqualTo(app);
        assertThat(request(url).stream()).isEqualTo(stream);
    }

    @Test
    void knowsTheViewerOfASignedLink() {
        String sign = signed("server_time=1&hash_value=a+b==&validminutes=5&id=user 7&strm_len=3");

        assertThat(request("/live/a/x?b=c&wmsAuthSign=" + sign).viewerId()).isEqualTo("user 7");
        assertThat(request("/live/a/x?wmsAuthSign=" + sign.replace("=", "%3D") + "#f")
                        .viewerId())
                .isEqualTo("user 7");
        assertThat(PlaybackRequest.of(Map.of("url", "/x?wmsAuthSign=" + sign, "ppv_id", "told"))
                        .viewerId())
                .isEqualTo("told");
        assertThat(request("/x?wmsAuthSign=" + sign).toString()).doesNotContain(sign);
    }

    @Test
    void theFirstViewerOfALinkCounts() {
        String nobody = signed("server_time=1");
        String ann = signed("id=&id=ann");

        assertThat(request("/x?wmsAuthSign=&wmsAuthSign=!&wmsAuthSign=" + nobody + "&wmsAuthSign=" + ann
                                + "&wmsAuthSign=" + signed("id=bob"))
                        .viewerId())
                .isEqualTo("ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/x?wmsAuthSign",
                "/x?wmsAuthSign=",
                "/x?wmsAuthSign=%",
                "/x?wmsAuthSign=!",
                "/x?wmsAuthSign=aWQ",
                "/x"
            })
    void aLinkWithoutAViewerHasNone(String url) {
        assertThat(request(url).viewerId()).isEmpty();
    }
}
