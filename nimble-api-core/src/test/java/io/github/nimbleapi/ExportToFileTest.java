package io.github.nimbleapi;

import static io.github.nimbleapi.ExportSamples.BEGINNING;
import static io.github.nimbleapi.ExportSamples.EXPORT;
import static io.github.nimbleapi.ExportSamples.MP4;
import static io.github.nimbleapi.ExportSamples.OLD;
import static io.github.nimbleapi.ExportSamples.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nimbleapi.dvr.DvrExport;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.error.NimbleResponseException;
import io.github.nimbleapi.error.NimbleTimeoutException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExportToFileTest {
    @TempDir
    Path directory;

    @Test
    void aFileIsWrittenWhole() throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(MP4));
                NimbleClient client = peer.client().build()) {
            Path one = directory.resolve("one.mp4");
            Path two = directory.resolve("two.mp4");

            assertThat(client.dvr().export(EXPORT, one)).isEqualTo(MP4.length());
            assertThat(BothWays.value(client.dvr().exportAsync(EXPORT, two))).isEqualTo(MP4.length());

            assertThat(one).hasContent(MP4);
            assertThat(two).hasContent(MP4);
            assertThat(names(directory)).containsExactlyInAnyOrder("one.mp4", "two.mp4");
            assertThat(peer.connectionCount())
                    .as("the connection is used again")
                    .isEqualTo(1);
        }
    }

    @Test
    void aFileThatWasThereIsReplacedOnlyWhenTheNewOneIsComplete() throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(MP4));
                NimbleClient client = peer.client().build()) {
            Path target = ExportSamples.oldFile(directory);
            List<String> meanwhile = new CopyOnWriteArrayList<>();

            client.dvr().export(EXPORT, target, progress -> {
                assertThat(target).hasContent(OLD);
                assertThat(names(directory)).hasSize(2);
                meanwhile.addAll(names(directory));
            });

            assertThat(target).hasContent(MP4);
            assertThat(names(directory)).containsExactly("game.mp4");
            assertThat(meanwhile).allMatch(name -> name.matches("game\\.mp4(\\.[0-9a-f]{16}\\.part)?"));
        }
    }

    @Test
    void emptySubtitlesAreAFileToo() {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(""));
                NimbleClient client = peer.client().build()) {
            Path target = directory.resolve("game.srt");

            assertThat(client.dvr().export(DvrExport.subtitles("live", "one"), target))
                    .isZero();

            assertThat(target).isEmptyFile();
        }
    }

    @Test
    void aLinkIsReplacedAndNotFollowed() throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(MP4));
                NimbleClient client = peer.client().build()) {
            Path linked = ExportSamples.oldFile(directory);
            Path link = Files.createSymbolicLink(directory.resolve("link.mp4"), linked);

            client.dvr().export(EXPORT, link);

            assertThat(link).hasContent(MP4).isRegularFile();
            assertThat(Files.isSymbolicLink(link)).isFalse();
            assertThat(linked).hasContent(OLD);
        }
    }

    @Test
    void anotherFileSystemIsPossible() throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(MP4));
                NimbleClient client = peer.client().build();
                FileSystem zip = FileSystems.newFileSystem(
                        URI.create("jar:" + directory.resolve("all.zip").toUri()), Map.of("create", "true"))) {
            Path target = Files.writeString(zip.getPath("/game.mp4"), OLD);

            client.dvr().export(EXPORT, target);

            assertThat(Files.readString(target)).isEqualTo(MP4);
            assertThat(names(zip.getPath("/"))).containsExactly("game.mp4");
        }
    }

    static Stream<Arguments> failures() {
        String half = RawPeer.head("200 OK", MP4.length()) + BEGINNING;
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        return Stream.of(
                arguments(NimbleConnectionException.class, "too short", half, true),
                arguments(NimbleConnectionException.class, "no last chunk", chunked + RawPeer.chunk(MP4), true),
                arguments(NimbleTimeoutException.class, "a stall before the body", RawPeer.head("200 OK", 9), false),
                arguments(NimbleTimeoutException.class, "a stall in the body", half, false),
                arguments(NimbleDataException.class, "too large", RawPeer.ok(MP4 + MP4), false),
                arguments(NimbleDataException.class, "empty", RawPeer.ok(""), false),
                arguments(NimbleNotFoundException.class, "200", RawPeer.ok("{\"status\":\"Not found\"}"), false),
                arguments(NimbleResponseException.class, "500", RawPeer.answer("500 No", MP4), false));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("failures")
    void aFailureLeavesNothingAndWhatWasThereStays(
            Class<NimbleException> type, String name, String answer, boolean closes) throws Exception {
        try (RawPeer peer = closes ? RawPeer.answeringAndClosing(answer) : RawPeer.answering(answer);
                NimbleClient client = peer.client()
                        .callTimeout(Duration.ofMillis(name.startsWith("a stall") ? 500 : 20_000))
                        .retryPolicy(RetryPolicy.none())
                        .maxResponseBytes(MP4.length() + 1)
                        .build()) {
            Path target = ExportSamples.oldFile(directory);

            BothWays.fail(
                    type,
                    () -> client.dvr().export(EXPORT, target),
                    client.dvr().exportAsync(EXPORT, target));

            assertThat(names(directory)).containsExactly("game.mp4");
            assertThat(target).hasContent(OLD);
        }
    }

    @Test
    void whatTheCallbackThrowsEndsTheExportAndReachesTheCaller() throws Exception {
        try (RawPeer peer = ExportSamples.beginning();
                NimbleClient client = peer.client().build()) {
            Path target = ExportSamples.oldFile(directory);
            ArithmeticException broken = new ArithmeticException("callback");
            StackOverflowError worse = new StackOverflowError();

            assertThatThrownBy(() -> client.dvr().export(EXPORT, target, progress -> {
                        throw broken;
                    }))
                    .isSameAs(broken);
            assertThat(BothWays.failure(client.dvr().exportAsync(EXPORT, target, progress -> {
                        throw worse;
                    })))
                    .isSameAs(worse);

            assertThat(names(directory)).containsExactly("game.mp4");
            assertThat(target).hasContent(OLD);
            assertThat(peer.allConnectionsEndWithin(Duration.ofSeconds(1))).isTrue();
        }
    }

    @Test
    void aCallbackThatThrowsAtTheVeryEndKeepsTheOldFileToo() throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(MP4));
                NimbleClient client = peer.client().build()) {
            Path target = ExportSamples.oldFile(directory);
            List<Long> told = new CopyOnWriteArrayList<>();

            assertThatThrownBy(() -> client.dvr().export(EXPORT, target, progress -> {
                        if (told.contains((long) MP4.length())) {
                            throw new ArithmeticException();
                        }
                        told.add(progress.written());
                    }))
                    .isExactlyInstanceOf(ArithmeticException.class);

            assertThat(names(directory)).containsExactly("game.mp4");
            assertThat(target).hasContent(OLD);
        }
    }

    @Test
    void aTargetThatCanNotBeOneIsRefusedBeforeAnythingIsSent() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("folder"));
        Path nowhere = directory.resolve("missing").resolve("game.mp4");
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(MP4));
                NimbleClient client = peer.client().build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.dvr().export(EXPORT, folder))
                    .withMessageContaining("target is '" + folder + "'");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.dvr().exportAsync(EXPORT, folder))
                    .withMessageContaining("no file");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.dvr().export(EXPORT, nowhere))
                    .withMessageContaining("no directory '" + nowhere.getParent() + "'");
            assertThatIllegalArgumentException().isThrownBy(() -> client.dvr().export(EXPORT, Path.of("/")));
            assertThatIllegalArgumentException().isThrownBy(() -> client.dvr().export(EXPORT, Path.of("")));
            assertThatIllegalArgumentException().isThrownBy(() -> client.dvr().export(EXPORT, Path.of("/dev/null")));
            assertThat(peer.requests()).isEmpty();
        }
    }

    @Test
    void aDiskThatFailsIsNoFailureOfTheServer() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("folder"));
        Path target = folder.resolve("game.mp4");
        try (RawPeer peer = RawPeer.playing(connection -> {
                    while (connection.readsRequest()) {
                        Files.deleteIfExists(folder);
                        connection.write(RawPeer.ok(MP4));
                    }
                });
                NimbleClient client = peer.client().build()) {
            UncheckedIOException failure = BothWays.fail(
                    UncheckedIOException.class,
                    () -> {
                        ensure(folder);
                        client.dvr().export(EXPORT, target);
                    },
                    client.dvr().exportAsync(EXPORT, target));

            assertThat(failure).hasCauseExactlyInstanceOf(NoSuchFileException.class);
            assertThat(failure)
                    .hasMessageContaining("GET /manage/dvr/export_mp4/live/one on " + peer.url() + " after 0 bytes")
                    .hasMessageContaining("writing to " + target);
        }
    }

    private static void ensure(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
