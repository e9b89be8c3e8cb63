package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoOnFakeTest {
    @Test
    void annIsListedThenEndedThenGone() {
        ProgramRun run = new ProgramRun().exitsWith(0, "demo");

        String[] parts = run.out().split("Ann must go");
        assertThat(parts).hasSize(2);
        assertThat(parts[0]).containsPattern("\\R1 +live/news +HLS +ann").containsPattern("\\R4 .* ann ");
        assertThat(parts[1]).contains("  ended 1 on live/news", "  ended 4 on live/football");
        assertThat(parts[1]).containsPattern("\\R5 .* cem ").doesNotContainPattern("\\R[0-9]+ .* ann ");
    }

    @Test
    void viewersComeAndGo() {
        ProgramRun run = new ProgramRun().exitsWith(0, "demo");

        assertThat(run.out()).containsPattern("3 sessions\\R.*5 sessions\\R.*5 sessions");
        assertThat(run.ids()).containsExactly("1", "3", "4", "5", "6", "3", "5", "6");
    }

    @Test
    void anEmptyUrlIsNoServer() {
        ProgramRun run = new ProgramRun().with("NIMBLE_URL", "").exitsWith(0, "demo");

        assertThat(run.lines().get(0)).startsWith("A fake Nimble Streamer runs at http://127.0.0.1:");
    }
}
