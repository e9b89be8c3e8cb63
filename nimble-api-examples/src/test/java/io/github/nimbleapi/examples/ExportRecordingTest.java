package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.Fault;
import io.github.nimbleapi.testkit.NimbleServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportRecordingTest {
    private static final Instant START = Instant.parse("2026-11-22T18:00:00Z");

    @NimbleServer
    FakeNimble fake;

    @TempDir
    Path folder;

    @BeforeEach
    void oneHourIsRecorded() {
        fake.dvr().addArchive("live", "news", a -> a.recorded(START, Duration.ofHours(1)));
    }

    @Test
    void allOfARecordingIsExported() throws IOException {
        Path file = folder.resolve("news.mp4");

        ProgramRun run = new ProgramRun()
                .exitsWith(0, "export-recording", "--url=" + fake.url(), "live/news", "--output=" + file);

        assertThat(file).isNotEmptyFile();
        assertThat(run.out()).contains("[##############################] 100 %");
        assertThat(run.lastLine()).isEqualTo("Wrote " + Units.bytes(Files.size(file)) + " to " + file);
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aPartOfItOrItsSubtitlesAreExported() {
        Path file = folder.resolve("news.srt");

        new ProgramRun()
                .exitsWith(
                        0,
                        "export-recording",
                        "--url=" + fake.url(),
                        "live/news",
                        "--subtitles",
                        "--from=2026-11-22T18:00:00Z",
                        "--to=2026-11-22T18:10:00Z",
                        "--output=" + file);

        assertThat(file).content().startsWith("1");
        assertThat(fake.calls().get(0).query()).isEqualTo("start=1795370400&end=1795371000");
    }

    @Test
    void recordingsAreListed() {
        ProgramRun run = new ProgramRun().with("NIMBLE_URL", fake.url()).exitsWith(0, "export-recording");

        assertThat(run.out())
                .containsPattern("Recordings:\\RSTREAM .*\\Rlive/news +2026-11-22T18:00:00Z +2026-11-22T19:00:00Z ");
    }

    @Test
    void afterAFailureThereIsNoFile() throws IOException {
        fake.failNext(Fault.truncatedBody());

        ProgramRun run = new ProgramRun()
                .exitsWith(
                        1,
                        "export-recording",
                        "--url=" + fake.url(),
                        "live/news",
                        "--output=" + folder.resolve("x.mp4"));

        assertThat(run.err()).contains("the connection broke");
        assertThat(files()).isEmpty();
    }

    @Test
    void aRecordingThatIsNotThereIsSaid() throws IOException {
        ProgramRun run = new ProgramRun()
                .exitsWith(
                        1,
                        "export-recording",
                        "--url=" + fake.url(),
                        "live/old",
                        "--output=" + folder.resolve("x.mp4"));

        assertThat(run.err()).contains("/live/old");
        assertThat(files()).isEmpty();
    }

    @Test
    void badArgumentsAreNamed() {
        assertThat(refused("news")).startsWith("The stream is news: give APP/STREAM");
        assertThat(refused("live/news", "--from=2026-11-22T18:00:00Z")).startsWith("Give both --from and --to");
        assertThat(refused("live/news", "--from=now", "--to=2026-11-22T18:00:00Z"))
                .startsWith("--from is now: ");
        assertThat(refused("live/..")).startsWith("stream is '..'");
        assertThat(refused("live/news", "--output=" + folder)).startsWith("target is '" + folder + "'");
        assertThat(refused("live/news", "--output=" + folder.resolve("none").resolve("x.mp4")))
                .contains("there is no directory");
        assertThat(fake.calls()).isEmpty();
    }

    @Test
    void withoutAServerAnInventedRecordingIsExported() throws IOException {
        Path file = folder.resolve("demo.mp4");

        ProgramRun run = new ProgramRun().exitsWith(0, "export-recording", "--output=" + file);

        assertThat(run.out()).contains("Recordings:", "100 %");
        assertThat(file).isNotEmptyFile();
    }

    private String refused(String... arguments) {
        return new ProgramRun()
                .exitsWith(
                        2,
                        Stream.concat(Stream.of("export-recording", "--url=" + fake.url()), Stream.of(arguments))
                                .toArray(String[]::new))
                .err();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toList());
        }
    }
}
