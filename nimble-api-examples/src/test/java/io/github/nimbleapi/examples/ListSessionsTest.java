package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.session.SessionType;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.NimbleServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListSessionsTest {
    @NimbleServer
    FakeNimble fake;

    @BeforeEach
    void threeWatch() {
        fake.addSession(s -> s.id(1).app("live").stream("one").viewerId("ann").clientIp("192.0.2.1"));
        fake.addSession(s ->
                s.id(2).app("live").stream("two").type(SessionType.MPEG_DASH).clientIp("192.0.2.2"));
        fake.addSession(s -> s.id(3).app("radio").stream("one").viewerId("bob").clientIp("2001:db8::7"));
    }

    @Test
    void allAreListedAndCounted() {
        ProgramRun run = new ProgramRun().exitsWith(0, "list", "--url=" + fake.url());

        assertThat(run.lines()).hasSize(5);
        assertThat(run.lines().get(0)).startsWith("ID  APP/STREAM");
        assertThat(run.ids()).containsExactly("1", "2", "3");
        assertThat(run.lastLine()).isEqualTo("3 sessions");
    }

    @ParameterizedTest
    @CsvSource({
        "--app=live,             1 2",
        "--stream=one,           1 3",
        "--stream=radio/one,     3",
        "--viewer=bob,           3",
        "--ip=192.0.2.2,         2",
        "--ip=2001:DB8:0::7,     3",
        "--type=mpegdash,        2",
        "--app=live --stream=one, 1"
    })
    void onlyThoseThatMatchAllOptionsAreListed(String options, String ids) {
        String[] arguments = Stream.concat(Stream.of("list", "--url=" + fake.url()), Stream.of(options.split(" ")))
                .toArray(String[]::new);

        ProgramRun run = new ProgramRun().exitsWith(0, arguments);

        assertThat(String.join(" ", run.ids())).isEqualTo(ids);
    }

    @Test
    void theServerMayBeNamedByTheEnvironment() {
        ProgramRun run = new ProgramRun().with("NIMBLE_URL", fake.url()).exitsWith(0, "list", "--viewer=ann");

        assertThat(run.lastLine()).isEqualTo("1 session");
    }

    @Test
    void theOptionPrevailsOverTheEnvironment() {
        new ProgramRun().with("NIMBLE_URL", "http://127.0.0.1:1").exitsWith(0, "list", "--url=" + fake.url());
    }

    @Test
    void aNameThatBeginsWithAnAtSignIsNoFileToRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("names"), "ann");

        ProgramRun run = new ProgramRun().exitsWith(0, "list", "--url=" + fake.url(), "--viewer", "@" + file);

        assertThat(run.ids()).isEmpty();
    }

    @Test
    void noMatchIsSaid() {
        ProgramRun run = new ProgramRun().exitsWith(0, "list", "--url=" + fake.url(), "--app=vod");

        assertThat(run.lines()).isEqualTo(List.of("No session matches."));
    }

    @Test
    void anEmptyServerIsSaid() {
        List.of(1L, 2L, 3L).forEach(fake::endSession);

        ProgramRun run = new ProgramRun().exitsWith(0, "list", "--url=" + fake.url());

        assertThat(run.lines()).isEqualTo(List.of("Nobody is watching."));
    }
}
