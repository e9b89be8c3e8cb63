package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.FakeSession;
import io.github.nimbleapi.testkit.NimbleServer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndSessionsTest {
    @NimbleServer
    FakeNimble fake;

    private ProgramRun run;

    @BeforeEach
    void threeWatch() {
        fake.addSession(s -> s.id(1).app("live").viewerId("ann"));
        fake.addSession(s -> s.id(2).app("live").viewerId("bob"));
        fake.addSession(s -> s.id(3).app("radio").viewerId("ann"));
        run = new ProgramRun().with("NIMBLE_URL", fake.url());
    }

    @Test
    void theSessionsOfAViewerAreEndedAndShown() {
        run.exitsWith(0, "end", "--viewer=ann");

        assertThat(run.ids()).containsExactly("1", "3");
        assertThat(run.lastLine()).startsWith("2 sessions ended.").contains("not banning");
        assertThat(watching()).isEqualTo("2");
    }

    @Test
    void optionsNarrowEachOther() {
        run.exitsWith(0, "end", "--viewer=ann", "--app=radio");

        assertThat(watching()).isEqualTo("1 2");
    }

    @Test
    void idsMayBeRepeatedAndJoinedAndThoseNotFoundAreNamed() {
        run.exitsWith(0, "end", "--id=1", "--id=2,99", "--id=18446744073709551615");

        assertThat(run.ids()).containsExactly("1", "2");
        assertThat(run.lastLine()).isEqualTo("Not among them: 99, 18446744073709551615");
        assertThat(watching()).isEqualTo("3");
    }

    @Test
    void anIdThatDoesNotMatchTheFilterIsSpared() {
        run.exitsWith(0, "end", "--id=2", "--viewer=ann");

        assertThat(run.out()).contains("No session matches: nothing was ended.");
        assertThat(watching()).isEqualTo("1 2 3");
    }

    @Test
    void aDryRunEndsNothing() {
        run.exitsWith(0, "end", "--viewer=ann", "--dry-run");

        assertThat(run.ids()).containsExactly("1", "3");
        assertThat(run.lastLine()).startsWith("2 sessions would be ended");
        assertThat(watching()).isEqualTo("1 2 3");
    }

    @Test
    void nobodyEndsEverybodyByAccident() {
        run.exitsWith(2, "end");

        assertThat(run.err()).startsWith("Which sessions? Give at least one of").contains("Usage:", "end --help");
        assertThat(fake.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--app=", "--stream= ", "--viewer=", "--ip=", "--type=", "--id=", "--id=-1", "--id=all"})
    void anOptionWithoutASensibleValueEndsNothing(String option) {
        run.exitsWith(2, "end", "--id=1", option);

        assertThat(run.err()).contains("--");
        assertThat(fake.calls()).isEmpty();
    }

    private String watching() {
        return fake.sessions().stream()
                .map(FakeSession::id)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}
