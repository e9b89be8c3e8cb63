package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.FakeSession;
import io.github.nimbleapi.testkit.NimbleServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOnServerTest {
    @NimbleServer
    FakeNimble fake;

    private ProgramRun run;

    @BeforeEach
    void nameTheServer() {
        run = new ProgramRun().with("NIMBLE_URL", fake.url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "YES", " y "})
    void yesEndsTheSessionsOfTheViewerWithMost(String yes) {
        fake.addSession(s -> s.id(1).viewerId("bob"));
        fake.addSession(s -> s.id(2).viewerId("ann"));
        fake.addSession(s -> s.id(3).viewerId("ann"));

        run.answering(yes).exitsWith(0, "demo");

        assertThat(run.out())
                .contains("End 2 sessions of viewer ann? [y/N]", "Ended 2 sessions:", "Looked again: gone.");
        assertThat(run.ids()).containsExactly("1", "2", "3", "2", "3");
        assertThat(fake.sessions()).extracting(FakeSession::id).containsExactly(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "", "yellow", "1"})
    void anyOtherAnswerIsNo(String no) {
        fake.addSession(s -> s.viewerId("ann"));

        run.answering(no).exitsWith(0, "demo");

        assertThat(run.lastLine()).endsWith("Nothing was ended.");
        assertThat(fake.sessions()).hasSize(1);
    }

    @Test
    void theEndOfInputIsNo() {
        fake.addSession(s -> s.viewerId("ann"));

        run.exitsWith(0, "demo");

        assertThat(run.lastLine()).isEqualTo("Nothing was ended.");
        assertThat(fake.sessions()).hasSize(1);
    }

    @Test
    void withoutViewersItAsksForASession() {
        fake.addSession(s -> s.id(7));
        fake.addSession(s -> s.id(8));

        run.answering("8").exitsWith(0, "demo");

        assertThat(run.out()).contains("No session has a viewer id. Which session to end?", "Ended 1 session:");
        assertThat(fake.sessions()).extracting(FakeSession::id).containsExactly(7L);
    }

    @Test
    void aBlankViewerIsNone() {
        fake.addSession(s -> s.id(7).viewerId(" "));

        run.answering("7").exitsWith(0, "demo");

        assertThat(run.out()).contains("No session has a viewer id.");
        assertThat(fake.sessions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "all", "7 8"})
    void aSessionThatIsNotThereIsNotEnded(String answer) {
        fake.addSession(s -> s.id(7));

        run.answering(answer).exitsWith(0, "demo");

        assertThat(run.out()).contains("There is no session " + answer + ".", "Nothing was ended.");
        assertThat(fake.sessions()).hasSize(1);
    }

    @Test
    void anEmptyServerIsSaidAndNothingAsked() {
        run.answering("y").exitsWith(0, "demo");

        assertThat(run.out().strip())
                .isEqualTo("Nobody is watching on " + fake.url() + ". Start a player and try again.");
    }

    @Test
    void ofALongListOnlyTheBeginningIsShown() {
        for (int id = 1; id <= 25; id++) {
            fake.addSession(s -> s.viewerId("ann"));
        }

        run.exitsWith(0, "demo");

        assertThat(run.ids()).hasSize(20);
        assertThat(run.out()).contains("... and 5 more", "End 25 sessions of viewer ann?");
    }

    @Test
    void theTokenComesFromTheEnvironment() {
        try (FakeNimble signed = FakeNimble.builder().managementToken("s3cret").start()) {
            run.with("NIMBLE_URL", signed.url())
                    .with("NIMBLE_MANAGEMENT_TOKEN", "s3cret")
                    .exitsWith(0, "demo");
        }
        assertThat(run.out()).startsWith("Nobody is watching");
    }
}
