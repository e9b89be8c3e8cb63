package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.Fault;
import io.github.nimbleapi.testkit.NimbleServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"demo", "list", "end --viewer=ann", "limit-viewers", "save-sessions --jdbc=jdbc:h2:mem:none"})
    void aServerThatIsNotThereIsSaidInALineWithAHint(String program) {
        String url = urlWhereNobodyListens();

        ProgramRun run = new ProgramRun().with("NIMBLE_URL", url).exitsWith(1, program.split(" "));

        assertThat(run.err().strip())
                .contains(url, "management_listen_interfaces")
                .hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aMissingTokenIsSaidWithItsVariable() {
        try (FakeNimble signed = FakeNimble.builder().managementToken("s3cret").start()) {
            ProgramRun run = new ProgramRun().exitsWith(1, "list", "--url=" + signed.url());

            assertThat(run.err().strip())
                    .contains("HTTP 403", "variable NIMBLE_MANAGEMENT_TOKEN")
                    .hasLineCount(1);
        }
    }

    @Test
    void anAnswerThatSaysNoIsSaid(@NimbleServer FakeNimble fake) {
        fake.addSession(s -> s.id(1));
        fake.failNext(Fault.answer(200, "[{\"id\":1}]"));
        fake.failNext(Fault.answer(200, "{\"status\":\"Error\"}"));

        ProgramRun run = new ProgramRun().exitsWith(1, "end", "--id=1", "--url=" + fake.url());

        assertThat(run.err()).contains("/manage/sessions/delete");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aListThatBreaksOffKeepsWhatWasPrinted(@NimbleServer FakeNimble fake) {
        // More than the JDK's client holds back: what it holds when a connection breaks is lost.
        for (int i = 0; i < 20_000; i++) {
            fake.addSession(s -> s.app("live"));
        }
        fake.failNext(Fault.truncatedBody());

        ProgramRun run = new ProgramRun().exitsWith(1, "list", "--url=" + fake.url());

        assertThat(run.ids()).hasSizeGreaterThan(100);
        assertThat(run.out()).doesNotContain("sessions\n");
        assertThat(run.err().strip()).contains("the connection broke").hasLineCount(1);
    }

    private static String urlWhereNobodyListens() {
        try (FakeNimble gone = FakeNimble.start()) {
            return gone.url();
        }
    }
}
