package io.github.nimbleapi.control.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** In which passes a server that fails is asked. */
class RestingServersTest {
    private static final Set<String> BOTH = Set.of("dead", "well");

    @Test
    void restsLongerAfterEachFailureInARowAndForNoMoreThanAMinute() {
        assertThat(asked(new RestingServers(Duration.ofSeconds(12)), 20, Set.of("dead")))
                .containsExactly(0, 2, 6, 12, 18);
        assertThat(asked(new RestingServers(Duration.ofMinutes(2)), 4, Set.of("dead")))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void isAskedInEachPassAgainOnceItAnswers() {
        RestingServers resting = new RestingServers(Duration.ofMillis(600));
        resting.passed(BOTH, Set.of("dead"));
        resting.passed(Set.of("well"), Set.of());
        resting.passed(BOTH, Set.of());

        assertThat(resting.due(BOTH)).isEqualTo(BOTH);
        resting.passed(BOTH, Set.of("dead"));
        assertThat(resting.due(BOTH)).containsExactly("well");
        resting.passed(Set.of("well"), Set.of());
        assertThat(resting.due(BOTH)).as("one failure in a row, not two").isEqualTo(BOTH);
    }

    @Test
    void whenAllRestAllAreAsked() {
        assertThat(asked(new RestingServers(Duration.ofMillis(600)), 4, BOTH)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void manyFailuresDoNotOverflow() {
        assertThat(asked(new RestingServers(Duration.ofSeconds(30)), 300, Set.of("dead")))
                .hasSize(101);
    }

    /** The passes in which the dead server is asked. */
    private static List<Integer> asked(RestingServers resting, int passes, Set<String> dead) {
        List<Integer> asked = new ArrayList<>();
        for (int pass = 0; pass < passes; pass++) {
            Set<String> due = resting.due(BOTH);
            if (due.contains("dead")) {
                asked.add(pass);
            }
            Set<String> failed = new HashSet<>(due);
            failed.retainAll(dead);
            resting.passed(due, failed);
        }
        return asked;
    }
}
