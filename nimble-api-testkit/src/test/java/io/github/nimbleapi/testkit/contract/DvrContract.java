package io.github.nimbleapi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.dvr.DvrArchive;
import io.github.nimbleapi.dvr.DvrExport;
import io.github.nimbleapi.dvr.DvrPeriod;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleNotFoundException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is recorded. */
abstract class DvrContract extends Contract {
    private static final Instant START = Instant.ofEpochSecond(1654499440);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long SIZE = 360_000;
    private static final DvrExport VIDEO = DvrExport.mp4("live", "one");
    private static final DvrExport SUBTITLES = DvrExport.subtitles("live", "one");

    @TempDir
    Path directory;

    DvrContract(TestServer.Starter starter) {
        super(starter, "s3cret");
        server.addArchive("live", "one", START, HOUR, SIZE);
    }

    @Test
    void listsArchivesWithTheirTimelines() {
        server.addArchive("a/b", "two", START.plusSeconds(60), HOUR, SIZE);

        assertThat(nimble.dvr().archives())
                .extracting(archive -> archive.app() + "|" + archive.stream())
                .containsExactly("live|one", "a/b|two");
        DvrArchive first = nimble.dvr().archivesAsync().join().get(0);
        assertThat(first.duration()).isEqualTo(HOUR);
        assertThat(first.periods()).isEqualTo(1);
        DvrPeriod period = first.timeline().get(0);
        assertThat(period.start()).hasValue(START);
        assertThat(period.end()).hasValue(START.plus(HOUR));
        assertThat(period.duration()).isEqualTo(HOUR);
    }

    @Test
    void findsAnArchive() {
        assertThat(nimble.dvr().archive("live", "one")).map(DvrArchive::stream).hasValue("one");
        assertThat(nimble.dvr().archiveAsync("live", "one").join()).isPresent();
        assertThat(nimble.dvr().archive("live", "two")).isEmpty();
        assertThat(nimble.dvr().archiveAsync("vod", "one").join()).isEmpty();
    }

    @Test
    void exportsAVideoToAFile() throws IOException {
        Path file = directory.resolve("one.mp4");

        assertThat(nimble.dvr().export(VIDEO, file)).isEqualTo(SIZE);
        assertThat(Files.size(file)).isEqualTo(SIZE);
        assertThat(new String(Files.readAllBytes(file), 4, 4, StandardCharsets.US_ASCII))
                .isEqualTo("ftyp");
        DvrExport tenth = VIDEO.between(START.minusSeconds(5), START.plusSeconds(360));
        assertThat(nimble.dvr().exportAsync(tenth, file).join()).isEqualTo(SIZE / 10);
        assertThat(Files.size(file)).isEqualTo(SIZE / 10);
        assertOnly("one.mp4");
    }

    @Test
    void exportsSubtitlesToAStream() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        DvrExport second = SUBTITLES.language("eng").between(START, START.plusSeconds(1));

        long written = nimble.dvr().export(second, stream);

        assertThat(written).isEqualTo(stream.size());
        assertThat(stream.toString(StandardCharsets.UTF_8))
                .containsPattern("^\ufeff?1\r?\n00:00:00,000 --> 00:00:01,000\r?\n.*eng");
        assertThat(nimble.dvr().exportAsync(SUBTITLES, stream).join()).isPositive();
    }

    @Test
    void theAddressOfAnExportIsGoodByItself() throws IOException {
        try (var in = nimble.dvr().exportUrl(VIDEO).uri().toURL().openStream()) {
            assertThat(in.readAllBytes()).hasSize((int) SIZE);
        }
    }

    @Test
    void doesNotExportWhatIsNotThere() throws IOException {
        missing(() -> nimble.dvr().export(DvrExport.mp4("live", "two"), directory.resolve("two.mp4")));
        missing(() -> nimble.dvr().export(DvrExport.subtitles("live", "two"), OutputStream.nullOutputStream()));
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> nimble.dvr()
                        .exportAsync(DvrExport.mp4("vod", "one"), directory.resolve("two.mp4"))
                        .join())
                .withCauseExactlyInstanceOf(NimbleNotFoundException.class);
        assertOnly();
    }

    @ParameterizedTest
    @EnumSource(TestServer.Failure.class)
    void aFailureLeavesNoFile(TestServer.Failure failure) throws IOException {
        Path file = Files.writeString(directory.resolve("one.mp4"), "old");
        // The JDK quietly sends a GET again after a reset, and meets the second one.
        server.failNext(failure, 2);

        assertThatThrownBy(() -> failure.once(nimble).dvr().export(VIDEO, file)).isInstanceOf(NimbleException.class);

        assertOnly("one.mp4");
        assertThat(file).hasContent("old");
    }

    @Test
    void cleansUpToADepth() {
        nimble.dvr().cleanUpToDepth("live", "one", Duration.ofMinutes(15));
        assertThat(duration()).isEqualTo(Duration.ofMinutes(15));
        assertThat(nimble.dvr()
                        .archive("live", "one")
                        .orElseThrow()
                        .timeline()
                        .get(0)
                        .start())
                .hasValue(START.plus(Duration.ofMinutes(45)));
        nimble.dvr().cleanUpToDepthAsync("live", "one", Duration.ofMinutes(5)).join();
        assertThat(duration()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void cleansUpARange() {
        nimble.dvr().cleanUpRange("live", "one", START.plusSeconds(600), START.plus(HOUR));
        assertThat(duration()).isEqualTo(Duration.ofMinutes(10));
        nimble.dvr()
                .cleanUpRangeAsync("live", "one", START.plusSeconds(300), START.plus(HOUR))
                .join();
        assertThat(duration()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void cleansUpAll() {
        server.addArchive("live", "two", START, HOUR, SIZE);
        nimble.dvr().cleanUpAll("live", "one");
        assertThat(duration()).isZero();
        nimble.dvr().cleanUpAllAsync("live", "two").join();
        assertThat(nimble.dvr().archives())
                .allSatisfy(left -> assertThat(left.duration()).isZero());
    }

    @Test
    void reloads() {
        nimble.dvr().reload("live", "one");
        nimble.dvr().reloadAsync("live", "one").join();
        assertThat(server.calls()).containsOnly("/manage/dvr/reload/live/one");
    }

    @Test
    void commandsForWhatIsNotThereFail() {
        missing(() -> nimble.dvr().reload("live", "two"));
        missing(() -> nimble.dvr().cleanUpAll("vod", "one"));
        missing(() -> nimble.dvr().cleanUpToDepth("live", "two", HOUR));
        missing(() -> nimble.dvr().cleanUpRange("live", "two", START, START.plus(HOUR)));
        assertThat(duration()).isEqualTo(HOUR);
    }

    private Duration duration() {
        return nimble.dvr().archive("live", "one").map(DvrArchive::duration).orElse(Duration.ZERO);
    }

    private static void missing(ThrowingCallable call) {
        assertThatThrownBy(call).isExactlyInstanceOf(NimbleNotFoundException.class);
    }

    private void assertOnly(String... names) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly(names);
        }
    }
}
