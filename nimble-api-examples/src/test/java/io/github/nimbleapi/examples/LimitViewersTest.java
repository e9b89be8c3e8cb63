package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.FakeSession;
import io.github.nimbleapi.testkit.Fault;
import io.github.nimbleapi.testkit.NimbleServer;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class LimitViewersTest {
    @NimbleServer
    FakeNimble one;

    private final FakeNimble two = FakeNimble.start();

    @AfterEach
    void close() {
        two.close();
    }

    private static FakeSession session(FakeNimble fake, String viewer, String ip, long secondsAgo) {
        return fake.addSession(
                s -> s.viewerId(viewer).clientIp(ip).created(Instant.now().minusSeconds(secondsAgo)));
    }

    private ProgramRun limit(String... options) {
        String[] all = new String[options.length + 4];
        all[0] = "limit-viewers";
        all[1] = "--server=one=" + one.url();
        all[2] = "--server=two=" + two.url();
        all[3] = "--times=1";
        System.arraycopy(options, 0, all, 4, options.length);
        return new ProgramRun().exitsWith(0, all);
    }

    @Test
    void aViewersSessionsAreCountedOverAllServers() {
        FakeSession older = session(one, "ann", "192.0.2.1", 60);
        FakeSession younger = session(two, "ann", "192.0.2.2", 30);
        FakeSession other = session(two, "bob", "192.0.2.2", 20);

        ProgramRun run = limit();

        assertThat(younger.isDeleted()).isTrue();
        assertThat(older.isDeleted() || other.isDeleted()).isFalse();
        assertThat(run.out()).contains("two", "ann", "ended 1 session");
    }

    @Test
    void aDryRunEndsNothing() {
        session(one, "ann", "192.0.2.1", 60);
        FakeSession younger = session(two, "ann", "192.0.2.2", 30);

        ProgramRun run = limit("--dry-run");

        assertThat(younger.isDeleted()).isFalse();
        assertThat(run.out()).contains("would end 1 session");
    }

    @Test
    void otherLimits() {
        FakeSession first = session(one, "ann", "192.0.2.1", 600);
        FakeSession second = session(one, "bob", "192.0.2.1", 30);

        limit("--longest=5");
        assertThat(first.isDeleted()).isTrue();
        assertThat(second.isDeleted()).isFalse();

        FakeSession third = session(two, "cem", "192.0.2.1", 10);
        limit("--per-ip=1");
        assertThat(third.isDeleted()).isTrue();
        assertThat(second.isDeleted()).isFalse();
    }

    @Test
    void itGoesOnUntilItIsToStop() {
        ProgramRun run =
                new ProgramRun().exitsWith(0, "limit-viewers", "--server=one=" + one.url(), "--times=3", "--every=0.1");

        assertThat(run.lines()).containsExactly("ended 0 sessions", "ended 0 sessions", "ended 0 sessions");
    }

    @Test
    void anOutageOfAllServersIsOutlived() throws Exception {
        try (Running program =
                Running.of(new ProgramRun(), "limit-viewers", "--server=one=" + one.url(), "--every=0.1")) {
            program.printed("(ended 0 session)");
            one.failNext(Fault.answer(200, "{\"status\":\"Error\"}"));

            program.printed("(?s)refused.*(ended 0 session)");
        }
    }

    @Test
    void withoutAServerItIsShownOnFakeOnes() {
        ProgramRun run = new ProgramRun().exitsWith(0, "limit-viewers");

        assertThat(run.out()).contains("edge-2: session", "ann", "ended 1 session");
    }

    @ParameterizedTest
    @CsvSource({
        "--longest=9223372036854775807, --longest is 9223372036854775807: give 0 to 52560000.",
        "--longest=0, longest is PT0S",
        "--server= =http://h:1, name is blank"
    })
    void argumentsThatMakeNoSenseAreRefused(String argument, String words) {
        ProgramRun run = new ProgramRun().exitsWith(2, "limit-viewers", "--server=one=" + one.url(), argument);

        assertThat(run.err()).startsWith(words);
    }

    @Test
    void badArgumentsAreNamed() {
        assertThat(new ProgramRun()
                        .exitsWith(2, "limit-viewers", "--server=one=ftp://h")
                        .err())
                .contains("ftp");
        assertThat(new ProgramRun()
                        .exitsWith(2, "limit-viewers", "--server=one=" + one.url(), "--per-viewer=0")
                        .err())
                .contains("0");
    }
}
