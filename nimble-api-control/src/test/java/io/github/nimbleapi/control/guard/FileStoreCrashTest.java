package io.github.nimbleapi.control.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a blocklist's file when its process is killed, or the disk is full. */
class FileStoreCrashTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file() {
        return folder.resolve("blocklist.jsonl");
    }

    @Test
    void whatWasAcknowledgedBeforeAKillIsThere() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int kill = 1; kill <= 3; kill++) {
            Process child = ChildJvm.start(Blocks.class, file(), kill);
            try (BufferedReader printed = output(child)) {
                for (int i = 0; i < 250 * kill; i++) {
                    acknowledged.add(String.valueOf(printed.readLine()));
                }
                // The process itself would close its output, too.
                child.toHandle().destroyForcibly();
                printed.lines().forEach(acknowledged::add);
            }
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();

            try (Blocklist reopened = open()) {
                assertThat(reopened.blockedViewers()).containsAll(acknowledged);
                // At most the one that was not acknowledged any more.
                assertThat(reopened.blockedViewers().size() - acknowledged.size())
                        .isBetween(0, kill);
            }
        }
        assertThat(acknowledged).allMatch(id -> id.startsWith("viewer-"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aWriteThatFitsInPartOnlyIsTakenBack() throws Exception {
        Process child = ChildJvm.startWithSmallFiles(8, BlocksTooMuch.class, file());
        try (BufferedReader printed = output(child)) {
            assertThat(printed.lines())
                    .containsExactly("big refused", "file of 0 bytes", "small blocked", "in memory [small]");
        }

        try (Blocklist reopened = open()) {
            assertThat(reopened.blockedViewers()).containsExactly("small");
        }
    }

    private Blocklist open() {
        return Blocklist.builder().store(BlocklistStore.file(file())).build();
    }

    private static BufferedReader output(Process child) {
        return new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Blocks viewers until it is killed, and prints each that was blocked. */
    public static final class Blocks {
        private Blocks() {}

        public static void main(String[] args) {
            Blocklist blocklist = Blocklist.builder()
                    .store(BlocklistStore.file(Path.of(args[0])))
                    .build();
            for (int i = 0; true; i++) {
                String id = "viewer-" + args[1] + "-" + i;
                blocklist.blockViewer(id);
                System.out.println(id);
                // Superseded lines, so that the file is written anew now and then.
                for (int days = 1; days <= 3; days++) {
                    blocklist.blockIp("10.0.0.0/8", Duration.ofDays(3L * i + days));
                }
            }
        }
    }

    /** Blocks a viewer whose id does not fit into the file, then one whose id does. */
    public static final class BlocksTooMuch {
        private BlocksTooMuch() {}

        public static void main(String[] args) throws IOException {
            try (Blocklist blocklist = Blocklist.builder()
                    .store(BlocklistStore.file(Path.of(args[0])))
                    .build()) {
                try {
                    blocklist.blockViewer("x".repeat(100_000));
                } catch (UncheckedIOException e) {
                    System.out.println("big refused");
                }
                System.out.println("file of " + Files.size(Path.of(args[0])) + " bytes");
                blocklist.blockViewer("small");
                System.out.println("small blocked");
                System.out.println("in memory " + blocklist.blockedViewers());
            }
        }
    }
}
