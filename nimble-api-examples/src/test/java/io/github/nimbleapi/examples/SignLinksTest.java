package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.signing.PlaybackToken;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.NimbleServer;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SignLinksTest {
    private static final String LINK = "http://edge-1:8081/live/tv/playlist.m3u8";

    private static ProgramRun keyed() {
        return new ProgramRun().with("NIMBLE_WMSAUTH_KEY", "s3cret-key");
    }

    @Test
    void aSignedLinkLetsThePlayerIn(@NimbleServer FakeNimble fake) {
        fake.addStream("live", "tv");
        fake.wmsAuth().key("s3cret-key");
        String bare = fake.playbackUrl("live", "tv", "playlist.m3u8").toString();

        ProgramRun run = keyed().exitsWith(0, "sign-links", "--viewer=ann", "--ip=127.0.0.1", "--stream=live/tv", bare);

        URI link = URI.create(run.lastLine());
        assertThat(SimplePlayer.status(URI.create(bare))).isEqualTo(403);
        assertThat(SimplePlayer.status(link)).isEqualTo(200);
        assertThat(fake.sessions())
                .singleElement()
                .satisfies(s -> assertThat(s.viewerId()).isEqualTo("ann"));
    }

    @Test
    void eachLinkIsSigned() {
        ProgramRun run =
                keyed().exitsWith(0, "sign-links", "--viewer=ann", "--minutes=5", LINK, "rtmp://edge-1/live/tv");

        assertThat(run.lines())
                .hasSize(2)
                .allSatisfy(link -> assertThat(PlaybackToken.of(URI.create(link)))
                        .satisfies(token -> assertThat(token.viewerId()).contains("ann"))
                        .satisfies(token -> assertThat(token.expires())
                                .contains(token.begins().orElseThrow().plusSeconds(300))));
        assertThat(run.out()).doesNotContain("s3cret");
    }

    @Test
    void aLinkIsExplained() {
        String link = keyed().exitsWith(0, "sign-links", "--ip=192.0.2.1", LINK).lastLine();

        assertThat(explained("--ip=192.0.2.1", link)).contains("lets the player in");
        assertThat(explained("--ip=192.0.2.1", "--player-ip=192.0.2.2", link)).contains("403", "OTHER_IP");
        assertThat(explained(link)).contains("WRONG_KEY", "OTHER_IP");
    }

    private static String explained(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "sign-links";
        all[1] = "--explain";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return keyed().exitsWith(0, all).out();
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(new ProgramRun().exitsWith(2, "sign-links", LINK).err()).startsWith("Which key?");
        assertThat(keyed().exitsWith(2, "sign-links").err()).startsWith("Which links?");
        assertThat(keyed().exitsWith(2, "sign-links", LINK).err()).contains("viewerId");
        assertThat(keyed().exitsWith(2, "sign-links", "--viewer=ann", "udp://h/live/tv")
                        .err())
                .startsWith("url is");
        assertThat(keyed().exitsWith(2, "sign-links", "--minutes=9223372036854775807", "--viewer=ann", LINK)
                        .err())
                .startsWith("--minutes is 9223372036854775807: give 0 to ");
        assertThat(keyed().exitsWith(2, "sign-links", "--explain", LINK).err()).contains("wmsAuthSign");
    }

    @Test
    void withoutAKeyLinksAreTriedOnAFake() {
        ProgramRun run = new ProgramRun().exitsWith(0, "sign-links");

        assertThat(run.out())
                .contains("A link without a signature: HTTP 403", "A link for viewer ann: HTTP 200")
                .containsPattern("that is over: HTTP 403\\R.*\\R    because the link is over")
                .containsPattern("another address: HTTP 403\\R.*\\R    because the link is for another address")
                .containsPattern("another key: HTTP 403\\R.*\\R    because the link was signed with another key");
    }
}
