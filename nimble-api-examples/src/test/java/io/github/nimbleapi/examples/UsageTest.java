package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @Test
    void withoutArgumentsThereIsHelpThatListsThePrograms() {
        ProgramRun run = new ProgramRun().exitsWith(0);

        assertThat(run.out())
                .contains("Usage: java -jar nimble-api-examples.jar")
                .containsPattern("\\R  demo  .*\\R  list  .*\\R  end   ");
    }

    @Test
    void theListHasASentenceForEachProgram() {
        String help = new ProgramRun().exitsWith(0).out();
        String list = help.replaceAll("(?s).*Programs:\\R|\\R{2}.*", "").replaceAll("\\R {3,}", " ");

        assertThat(list.lines()).hasSize(11).allMatch(line -> line.endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "list",
                "end",
                "status",
                "republish-sync",
                "export-recording",
                "pay-per-view",
                "playback-authorization",
                "limit-viewers",
                "sign-links",
                "save-sessions"
            })
    void eachProgramHasHelpWithAnExample(String program) {
        ProgramRun run = new ProgramRun().exitsWith(0, program, "--help");

        assertThat(run.out())
                .startsWith("Usage: java -jar nimble-api-examples.jar " + program)
                .containsPattern("\\RExample: .*java -jar nimble-api-examples.jar " + program);
    }

    @Test
    void aWrongWordIsUnderstoodAsNearlyRight() {
        ProgramRun run = new ProgramRun().exitsWith(2, "lst");

        assertThat(run.err()).contains("lst").contains("Did you mean", " list or ");
    }

    @Test
    void aServerMustBeNamed() {
        ProgramRun run = new ProgramRun().exitsWith(2, "list");

        assertThat(run.err()).startsWith("Which server? Give --url=http://HOST:8082 or set NIMBLE_URL.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge-1:8082", "ftp://edge-1", "http://edge_1:8082", ""})
    void aUrlThatIsNoneIsAUsageError(String url) {
        ProgramRun run = new ProgramRun().exitsWith(2, "list", "--url=" + url);

        assertThat(run.err()).startsWith("url is ").contains("list --help");
    }

    @Test
    void aWrongUrlOfTheEnvironmentIsNoBugOfTheDemo() {
        ProgramRun run = new ProgramRun().with("NIMBLE_URL", "edge-1").exitsWith(2, "demo");

        assertThat(run.err()).startsWith("url is 'edge-1'").doesNotContain("\tat ");
    }

    @Test
    void aTokenThatCanNotBeOneIsNotShown() {
        ProgramRun run = new ProgramRun()
                .with("NIMBLE_MANAGEMENT_TOKEN", "s3cret\nX: y")
                .exitsWith(2, "list", "--url=http://127.0.0.1:1");

        assertThat(run.err()).doesNotContain("s3cret");
    }

    @Test
    void aTokenOnTheCommandLineIsRefused() {
        new ProgramRun().exitsWith(2, "list", "--url=http://127.0.0.1:1", "--token=s3cret");
    }
}
