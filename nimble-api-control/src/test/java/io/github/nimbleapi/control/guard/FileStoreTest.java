package io.github.nimbleapi.control.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.control.guard.Block.Kind;
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
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
                "{\"block\":\"VIEWER\",\"value\":\"torn\"}",
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
        try (Blocklist reopened = open()) {
            assertThat(reopened.blockedViewers()).containsExactlyInAnyOrder("ann", "bob");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"block\":\"VIEWER\",\"value\":\"torn",
                "",
                "[]",
                "\0\0",
                "{\"block\":\"VIEWER\"}",
                "{\"block\":\"SERVER\",\"value\":\"ann\"}",
                "{\"value\":\"ann\"}",
                "{\"block\":\"IP\",\"value\":\"example.com\"}",
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
    void aSecondStoreIsRefusedUntilTheFirstIsClosed() throws Exception {
        try (Blocklist first = open()) {
            first.blockViewer("ann");
            assertThatThrownBy(this::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(file() + " is open in a BlocklistStore of this process");
            Process other = ChildJvm.start(FileStoreCrashTest.Blocks.class, file(), 1);
            assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("IllegalStateException: " + file() + " is open in a BlocklistStore of another process");
            first.blockViewer("bob");
        }
        try (Blocklist second = open()) {
            assertThat(second.blockedViewers()).containsExactlyInAnyOrder("ann", "bob");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsTheFileItLeadsTo() throws IOException {
        Files.createFile(file());
        Path link = Files.createSymbolicLink(folder.resolve("link"), file());
        try (BlocklistStore first = BlocklistStore.file(link)) {
            assertThat(first.load()).isEmpty();
            assertThatThrownBy(() -> BlocklistStore.file(file())).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void supersededLinesAreWrittenAwaySometime() throws IOException {
        try (BlocklistStore store = BlocklistStore.file(file())) {
            store.put(Block.of(Kind.STREAM, "live/a"));
            int most = 0;
            for (int i = 0; i < 2_500; i++) {
                store.put(
                        Block.of(Kind.VIEWER, "v" + i % 2).until(clock.instant().plusNanos(i)));
                most = Math.max(most, Files.readAllLines(file()).size());
            }
            assertThat(most).isBetween(900, 1_010);
            assertThat(folder.resolve("blocklist.jsonl.new")).doesNotExist();
            assertThatThrownBy(this::open).as("still locked").isInstanceOf(IllegalStateException.class);
        }
        try (BlocklistStore reopened = BlocklistStore.file(file())) {
            assertThat(reopened.load())
                    .containsExactlyInAnyOrder(
                            Block.of(Kind.STREAM, "live/a"),
                            Block.of(Kind.VIEWER, "v0").until(clock.instant().plusNanos(2498)),
                            Block.of(Kind.VIEWER, "v1").until(clock.instant().plusNanos(2499)));
        }
    }

    @Test
    void aFileThatCannotBeWrittenAnewGoesOnGrowing() throws IOException {
        Files.createDirectories(folder.resolve("blocklist.jsonl.new/in the way"));
        try (BlocklistStore store = BlocklistStore.file(file())) {
            for (int i = 0; i < 1_200; i++) {
                store.put(Block.of(Kind.VIEWER, "v").until(clock.instant().plusNanos(i)));
            }
        }
        assertThat(Files.readAllLines(file()).size()).isEqualTo(1_200);
        try (BlocklistStore reopened = BlocklistStore.file(file())) {
            assertThat(reopened.load())
                    .containsExactly(
                            Block.of(Kind.VIEWER, "v").until(clock.instant().plusNanos(1199)));
        }
    }

    @Test
    void whatHasEndedIsWrittenAwayToo() throws IOException {
        try (Blocklist blocklist = open()) {
            for (int i = 0; i < 1_100; i++) {
                blocklist.blockViewer("v" + i, Duration.ofSeconds(1));
                clock.advance(Duration.ofSeconds(1));
            }
        }
        assertThat(Files.readAllLines(file()).size()).isLessThan(200);
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
    void closingTwiceOpensNobodyElsesStore() {
        BlocklistStore first = BlocklistStore.file(file());
        first.close();
        try (BlocklistStore second = BlocklistStore.file(file())) {
            first.close();
            assertThatThrownBy(this::open).isInstanceOf(IllegalStateException.class);
            second.put(Block.of(Kind.VIEWER, "ann"));
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
