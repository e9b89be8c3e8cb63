package io.github.nimbleapi.control.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.control.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A blocklist that is kept in a file. */
class FileStoreTest {
    private final ManualClock clock = new ManualClock();

    @TempDir
    private Path folder = Path.of("");

    private Path file() {
        return folder.resolve("blocklist.jsonl");
    }

    private Blocklist open() {
        return Blocklist.builder()
                .clock(clock)
                .store(BlocklistStore.file(file()))
                .build();
    }

    @Test
    void aReopenedListIsTheSame() {
        List<Block> entries;
        try (Blocklist blocklist = open()) {
            blocklist.blockViewer("ann");
            blocklist.blockViewer("bob", Duration.ofHours(1).plusNanos(1));
            blocklist.blockIp("2001:db8::/32");
            blocklist.blockIp("10.0.0.1", Duration.ofDays(400_000_000_000L));
            blocklist.blockStream("live", "a/b");
            blocklist.blockViewer("eve");
            blocklist.unblockViewer("eve");
            blocklist.blockViewer("ann", Duration.ofHours(2));
            entries = blocklist.entries();
        }

        try (Blocklist reopened = open()) {
            assertThat(reopened.entries()).hasSize(5).hasSameElementsAs(entries);
        }
    }

    @Test
    void anyTextMayBeAViewersId() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> ids = Stream.concat(
                        Stream.of(
                                "a\nb",
                                "\"",
                                "\\",
                                "x\u2028",
                                "\uD800",
                                "\uDC00\uD800",
                                "\uFFFD",
                                "I\u0131\u0130",
                                "\0",
                                "\uD83D\uDE00"),
                        Stream.generate(() -> random.ints(3, 0, 0x10000)
                                        .mapToObj(Character::toString)
                                        .reduce("x", String::concat))
                                .limit(50))
                .collect(Collectors.toList());
        try (Blocklist blocklist = open()) {
            ids.forEach(blocklist::blockViewer);
        }

        try (Blocklist reopened = open()) {
            assertThat(reopened.blockedViewers()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void timeGoesOnWhileItIsClosed() throws IOException {
        try (Blocklist blocklist = open()) {
            blocklist.blockViewer("ann", Duration.ofMinutes(1));
            blocklist.blockViewer("bob", Duration.ofMinutes(2));
        }
        clock.advance(Duration.ofMinutes(1));

        try (Blocklist reopened = open()) {
            assertThat(reopened.blockedViewers()).containsExactly("bob");
            reopened.blockViewer("ann");
            assertThat(reopened.blockedViewers()).containsExactlyInAnyOrder("ann", "bob");
        }
        try (Blocklist reopened = open()) {
            assertThat(reopened.blockedViewers()).containsExactlyInAnyOrder("ann", "bob");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"block\":\"VIEWER\",\"value\":\"torn",
                "{\"block\":\"VIEWER\",\"value\":\"torn, and longer than the line that comes in its place",
                "\0\0\0\0",
                "{\"block\":\"VIEWER\",\"value\":\"t\u00FCr"
            })
    void whatIsCutOffAtTheEndIsDropped(String torn) throws IOException {
        try (Blocklist blocklist = open()) {
            blocklist.blockViewer("ann");
        }
        append(torn);

        try (Blocklist reopened = open()) {
            assertThat(reopened.blockedViewers()).containsExactly("ann");
            reopened.blockViewer("bob");
        }
        assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).endsWith("\"bob\"}\n");
        try (Blocklist reopened = open()) {
            assertThat(reopened.blockedViewers()).containsExactlyInAnyOrder("ann", "bob");
        }
    }

    @Test
    void aFileMayBeWrittenByHand() throws IOException {
        Files.writeString(
                file(),
                "\n{\"block\":\"VIEWER\",\"value\":\"ann\"}\r\n \n{ \"block\": \"VIEWER\", \"value\": \"j\u00FCrgen\" }");

        try (Blocklist reopened = open()) {
            assertThat(reopened.blockedViewers()).containsExactlyInAnyOrder("ann", "j\u00FCrgen");
        }
        append("\n{\"block\":\"VIEWER\",\"value\":\"eve\"}");
        try (Blocklist reopened = open()) {
            reopened.blockViewer("bob");
        }
        try (Blocklist reopened = open()) {
            assertThat(reopened.blockedViewers()).containsExactlyInAnyOrder("ann", "j\u00FCrgen", "eve", "bob");
        }
    }

    @Test
    void aStreamThatWasWrittenWithASlashBeforeItIsBlocked() throws IOException {
        Files.writeString(file(), "{\"block\":\"STREAM\",\"value\":\"/live/leaked\"}\n");

        try (Blocklist reopened = open()) {
            assertThat(reopened.isStreamBlocked("live", "leaked")).isTrue();
            assertThat(reopened.unblockStream("live", "leaked")).isTrue();
        }
        try (Blocklist reopened = open()) {
            assertThat(reopened.entries()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"block\":\"VIEWER\",\"value\":\"torn",
                "[]",
                "\0\0",
                "{\"block\":\"VIEWER\"}",
                "{\"block\":\"SERVER\",\"value\":\"ann\"}",
                "{\"value\":\"ann\"}",
                "{\"block\":\"IP\",\"value\":\"example.com\"}",
                "{\"block\":\"STREAM\",\"value\":\"live\"}",
                "{\"block\":\"VIEWER\",\"value\":\"ann\",\"until\":\"tomorrow\"}",
                "{\"block\":\"VIEWER\",\"value\":\"ann\"}{\"block\":\"VIEWER\",\"value\":\"bob\"}",
            })
    void damageElsewhereIsToldWithFileAndLine(String damage) throws IOException {
        try (Blocklist blocklist = open()) {
            blocklist.blockViewer("ann");
        }
        append(damage + "\n{\"block\":\"VIEWER\",\"value\":\"bob\"}\n");
        byte[] before = Files.readAllBytes(file());

        assertThatThrownBy(this::open)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file() + " is damaged: line 2 is no change of a blocklist");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);

        Files.writeString(file(), "{\"block\":\"VIEWER\",\"value\":\"cut\u00E9\"}\n");
        try (Blocklist mended = open()) {
            assertThat(mended.blockedViewers()).containsExactly("cut\u00E9");
        }
    }

    @Test
    void bytesThatAreNoTextAreDamage() throws IOException {
        byte[] line = "{\"block\":\"VIEWER\",\"value\":\"?nn\"}\n".getBytes(StandardCharsets.US_ASCII);
        line[27] = (byte) 0xE4;
        Files.write(file(), line);

        assertThatThrownBy(this::open).hasMessageContaining("line 1");
    }

    @Test
    void anInterruptedCallerHarmsNothing() {
        try (Blocklist blocklist = open()) {
            Thread.currentThread().interrupt();
            blocklist.blockViewer("ann");
            assertThat(Thread.interrupted()).isTrue();
            blocklist.blockViewer("bob");
        }
        try (Blocklist reopened = open()) {
            assertThat(reopened.blockedViewers()).containsExactlyInAnyOrder("ann", "bob");
        }
    }

    @Test
    void aClosedListRefusesChangesAndAnswersStill() {
        Blocklist blocklist = open();
        blocklist.blockViewer("ann");
        blocklist.close();
        blocklist.close();

        assertThatThrownBy(() -> blocklist.blockViewer("bob"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file() + " could not be written");
        assertThat(blocklist.blockedViewers()).containsExactly("ann");
    }

    @Test
    void aFileWithoutAFolderIsRefused() {
        assertThatThrownBy(() -> BlocklistStore.file(folder.resolve("none/blocklist")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none/blocklist");
    }

    private void append(String text) throws IOException {
        Files.writeString(file(), text, StandardOpenOption.APPEND);
    }
}
