package io.github.nimbleapi.control.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.control.ManualClock;
import io.github.nimbleapi.control.guard.Block.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A blocklist's file of which most is superseded, so that it is written anew. */
class FileStoreAnewTest {
    private final ManualClock clock = new ManualClock();

    @TempDir
    private Path folder = Path.of("");

    private Path file() {
        return folder.resolve("blocklist.jsonl");
    }

    private Path fresh() {
        return folder.resolve("blocklist.jsonl.new");
    }

    @Test
    void supersededLinesAreWrittenAwaySometime() throws IOException {
        try (BlocklistStore store = BlocklistStore.file(file())) {
            store.put(Block.of(Kind.STREAM, "live/a"));
            int most = 0;
            int writtenAnew = 0;
            long size = 0;
            for (int i = 0; i < 2_500; i++) {
                store.put(
                        Block.of(Kind.VIEWER, "v" + i % 2).until(clock.instant().plusNanos(i)));
                most = Math.max(most, Files.readAllLines(file()).size());
                writtenAnew += Files.size(file()) > size ? 0 : 1;
                size = Files.size(file());
            }
            assertThat(writtenAnew).isEqualTo(2);
            assertThat(most).isBetween(900, 1_010);
            assertThat(fresh()).doesNotExist();
            assertThatThrownBy(() -> BlocklistStore.file(file()))
                    .as("still locked")
                    .isInstanceOf(IllegalStateException.class);
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
        try (Blocklist blocklist = Blocklist.builder()
                .clock(clock)
                .store(BlocklistStore.file(file()))
                .build()) {
            for (int i = 0; i < 1_100; i++) {
                blocklist.blockViewer("v" + i, Duration.ofSeconds(1));
                clock.advance(Duration.ofSeconds(1));
            }
        }
        assertThat(Files.readAllLines(file()).size()).isLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-rw-rw-"})
    @DisabledOnOs(OS.WINDOWS)
    void theFileKeepsItsPermissions(String permissions) throws IOException {
        Files.createFile(file());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));
        try (BlocklistStore store = BlocklistStore.file(file())) {
            supersedeAll(store);
        }

        assertThat(Files.readAllLines(file()).size()).isLessThan(1_000);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo(permissions);
    }

    @Test
    void whatACrashLeftIsGone() throws IOException {
        Files.writeString(fresh(), "{\"block");

        BlocklistStore.file(file()).close();

        assertThat(fresh()).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whenItCannotBeReplacedNothingIsLeftAndTheNextChangeOpensItAgain() throws IOException {
        Path moved = folder.resolve("moved");
        try (BlocklistStore store = BlocklistStore.file(file())) {
            store.put(Block.of(Kind.VIEWER, "ann"));
            Files.move(file(), moved);
            Files.createDirectory(file());
            supersedeAll(store);
            assertThat(fresh()).doesNotExist();
            assertThatThrownBy(() -> store.put(Block.of(Kind.VIEWER, "bob"))).isInstanceOf(UncheckedIOException.class);
            Files.delete(file());
            Files.move(moved, file());

            store.put(Block.of(Kind.VIEWER, "eve"));
        }
        try (BlocklistStore reopened = BlocklistStore.file(file())) {
            assertThat(reopened.load()).extracting(Block::value).containsExactly("ann", "v", "eve");
        }
    }

    private void supersedeAll(BlocklistStore store) {
        for (int i = 0; i <= 1_003; i++) {
            store.put(Block.of(Kind.VIEWER, "v").until(clock.instant().plusNanos(i)));
        }
    }
}
