package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.republish.RepublishRule;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.NimbleServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncRepublishingTest {
    private static final String RULES = "# where we stream\n"
            + "live/news  rtmp://a.rtmp.youtube.com/live2/s3cret-1  # ours\n\n"
            + "live/news  rtmps://live-api-s.facebook.com:443/rtmp/s3cret-2\n";

    @NimbleServer
    FakeNimble fake;

    @TempDir
    Path folder;

    @Test
    void theRulesBecomeWhatTheFileSays() throws IOException {
        String file = "--file=" + Files.writeString(folder.resolve("rules.txt"), RULES);

        ProgramRun first = new ProgramRun().exitsWith(0, "republish-sync", "--url=" + fake.url(), file, "--yes");
        ProgramRun second =
                new ProgramRun().with("NIMBLE_URL", fake.url()).answering("y").exitsWith(0, "republish-sync", file);

        assertThat(first.out())
                .containsPattern("Created:\\R  \\+ live/news  ->  rtmp://a.rtmp.youtube.com:1935/live2/\\*\\*\\*")
                .contains(
                        "+ live/news  ->  rtmps://live-api-s.facebook.com:443/rtmp/***", "Kept: none", "Deleted: none");
        assertThat(second.out()).contains("Created: none", "= live/news  ->  rtmp://a.rtmp", "Deleted: none");
        assertThat(first.out() + second.out() + first.err()).doesNotContain("s3cret");
        try (NimbleClient nimble = fake.newClient()) {
            assertThat(nimble.republishing().rules()).hasSize(2);
        }
    }

    @Test
    void parametersOfAnApplicationAreNotShown() throws IOException {
        Path file = Files.writeString(folder.resolve("rules.txt"), "live/news rtmp://h/app?token=s3cret/key\n");

        ProgramRun run =
                new ProgramRun().exitsWith(0, "republish-sync", "--url=" + fake.url(), "--file=" + file, "--yes");

        assertThat(run.out())
                .contains("+ live/news  ->  rtmp://h:1935/app?***/***")
                .doesNotContain("s3cret");
    }

    @Test
    void aFileOfWindowsMayBeginWithItsMark() throws IOException {
        Path file = Files.writeString(folder.resolve("rules.txt"), "\ufefflive/news rtmp://h/app/key\r\n");

        new ProgramRun().exitsWith(0, "republish-sync", "--url=" + fake.url(), "--file=" + file, "--yes");

        assertThat(fake.republishing().rules())
                .extracting(RepublishRule::sourceApp)
                .containsExactly("live");
    }

    @Test
    void nothingIsChangedWithoutAYes() throws IOException {
        String file = "--file=" + Files.writeString(folder.resolve("rules.txt"), RULES);

        ProgramRun run = new ProgramRun().answering("").exitsWith(0, "republish-sync", "--url=" + fake.url(), file);

        assertThat(run.lastLine()).endsWith("Nothing was changed.");
        assertThat(fake.calls()).allMatch(call -> call.method().equals("GET"));
    }

    @Test
    void aBadLineIsNamedButNotShown() throws IOException {
        for (String line : new String[] {
            "live/news",
            "news rtmp://h/a/s3cret",
            "live/news http://h/a/s3cret",
            "live/news rtmp://h/s3cret",
            "a/b rtmp://[/s3cret"
        }) {
            Path file = Files.writeString(folder.resolve("rules.txt"), "\n" + line + "\n");

            ProgramRun run =
                    new ProgramRun().exitsWith(2, "republish-sync", "--url=" + fake.url(), "--yes", "--file=" + file);

            assertThat(run.err()).startsWith(file + ", line 2: ").doesNotContain("s3cret");
        }
    }

    @Test
    void aFileWithoutRulesDeletesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("rules.txt"), "# none yet\n");

        ProgramRun run =
                new ProgramRun().exitsWith(2, "republish-sync", "--url=" + fake.url(), "--yes", "--file=" + file);

        assertThat(run.err()).startsWith(file + " has no rules: ");
        assertThat(fake.calls()).isEmpty();
    }

    @Test
    void aServerNeedsAFile() {
        ProgramRun run = new ProgramRun().exitsWith(2, "republish-sync", "--url=" + fake.url());

        assertThat(run.err()).startsWith("Which rules? Give --file=FILE.");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        ProgramRun run = new ProgramRun()
                .exitsWith(1, "republish-sync", "--url=" + fake.url(), "--file=" + folder.resolve("none.txt"));

        assertThat(run.err()).contains("none.txt").hasLineCount(1);
    }

    @Test
    void withoutAServerItIsShownOnAFakeOne() {
        ProgramRun run = new ProgramRun().exitsWith(0, "republish-sync");

        assertThat(run.out())
                .containsPattern("Created:\\R")
                .containsPattern("Kept:\\R")
                .containsPattern("Deleted:\\R");
    }
}
