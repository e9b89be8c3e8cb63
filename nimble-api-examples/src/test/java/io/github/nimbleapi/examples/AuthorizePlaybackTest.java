package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.NimbleServer;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class AuthorizePlaybackTest {
    @Test
    void aPlayerIsLetInOrSentToTheLogin() {
        ProgramRun run = new ProgramRun().exitsWith(0, "playback-authorization");

        assertThat(run.out()).contains("A player of free/tv gets HTTP 200", "A player of premium/tv gets HTTP 302");
    }

    @Test
    void otherApplicationsAreRefusedWithoutALogin(@NimbleServer FakeNimble fake) throws Exception {
        assertThat(status(fake, "premium", "--open=free")).isEqualTo(403);
        assertThat(status(fake, "free", "--open=free")).isEqualTo(200);
    }

    @Test
    void aBlockedAddressIsRefused(@NimbleServer FakeNimble fake) throws Exception {
        assertThat(status(fake, "free", "--open=free", "--block=127.0.0.0/8")).isEqualTo(403);
    }

    private static int status(FakeNimble fake, String app, String... arguments) throws Exception {
        fake.addStream(app, "tv");
        String[] all = new String[arguments.length + 1];
        all[0] = "playback-authorization";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        try (Running program = Running.of(new ProgramRun(), all)) {
            fake.playbackAuthorization().handler(URI.create(program.printed("(http://[^ ]+)\\.")));
            return SimplePlayer.status(fake.playbackUrl(app, "tv", "playlist.m3u8"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--open=a --block=nonsense, nonsense",
        "--login=nonsense, location has scheme",
        "--block=192.0.2.1, Who may watch?",
        "--port=8096, Who may watch?"
    })
    void whatMakesNoSenseIsRefusedAtOnce(String arguments, String words) {
        ProgramRun run = new ProgramRun().exitsWith(2, ("playback-authorization " + arguments).split(" "));

        assertThat(run.err()).contains(words);
        assertThat(run.out()).isEmpty();
    }
}
