package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The page of the runnable jar. */
class FrontPageTest {
    private final Player browser = new Player();

    @Test
    void itTellsWhatThereIsOnBothPorts() throws Exception {
        try (FakeNimble fake = FakeNimble.builder().withFrontPage().start()) {
            fake.populate(1_234);
            fake.addStream("live", "tv & <b>\"'");
            fake.addStream("radio", "fm");
            for (String url : new String[] {fake.url(), fake.mediaUrl()}) {
                HttpResponse<String> page = page(url);
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.headers().firstValue("Content-Type")).contains("text/html");
                assertThat(page.body())
                        .contains("not Softvelum's")
                        .contains("Sessions: 1234")
                        .contains("Live streams: 2")
                        .contains("<li>live/tv &amp; &lt;b&gt;&quot;&#39;: <a href=\""
                                + fake.playbackUrl("live", "tv & <b>\"'", "playlist.m3u8") + "\">HLS</a>")
                        .contains("<a href=\"" + fake.playbackUrl("radio", "fm", "manifest.mpd") + "\">MPEG-DASH</a>")
                        .contains("curl " + fake.url() + "/manage/sessions\n")
                        .doesNotContain("signed")
                        .doesNotContain("<b>");
            }
            assertThat(fake.calls()).isEmpty();
        }
    }

    @Test
    void itNeedsNoSignatureAndShowsNone() throws Exception {
        try (FakeNimble fake =
                FakeNimble.builder().managementToken("s3cret").withFrontPage().start()) {
            HttpResponse<String> page = page(fake.url());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Calls have to be signed")
                    .satisfies(body -> assertThat(body.contains("s3cret")).isFalse());
            assertThat(browser.get(URI.create(fake.url() + "/manage/sessions")).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aFakeInATestHasNoneAsTheRealServer(@NimbleServer FakeNimble fake) throws Exception {
        assertThat(page(fake.url()).statusCode()).isEqualTo(404);
        assertThat(page(fake.mediaUrl()).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> page(String url) throws IOException, InterruptedException {
        return browser.get(URI.create(url + "/"));
    }
}
