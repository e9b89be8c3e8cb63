package io.github.nimbleapi.control.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.nimbleapi.control.guard.Block.Kind;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** That a blocklist's file is open once. */
@Timeout(120)
class LockFileTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file() {
        return folder.resolve("blocklist.jsonl");
    }

    private Blocklist open() {
        return Blocklist.builder().store(BlocklistStore.file(file())).build();
    }

    @Test
    void aSecondStoreIsRefusedUntilTheFirstIsClosed() throws Exception {
        try (Blocklist first = open()) {
            first.blockViewer("ann");
            assertThatThrownBy(this::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(file() + " is open in a BlocklistStore of this process");
            isRefusedToAnotherProcess();
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
    void closingTwiceOpensNobodyElsesStore() {
        BlocklistStore first = BlocklistStore.file(file());
        first.close();
        try (BlocklistStore second = BlocklistStore.file(file())) {
            first.close();
            assertThatThrownBy(this::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("BlocklistStore of this process");
            second.put(Block.of(Kind.VIEWER, "ann"));
        }
    }

    @Test
    void whatAnotherProcessHadIsFreeWhenThatHasDied() throws Exception {
        Process other = ChildJvm.start(FileStoreCrashTest.Blocks.class, file(), 1);
        assertThat(other.getInputStream().read()).as("has begun").isPositive();
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("of another process");

        other.toHandle().destroyForcibly();
        other.waitFor();

        open().close();
    }

    @Test
    void isRefusedToAnotherClassLoaderWhichTakesItFromNobody() throws Exception {
        // Without a parent: the others know the module that is under test.
        try (URLClassLoader loader = new URLClassLoader(classPath(), null)) {
            Method opening = loader.loadClass(BlocklistStore.class.getName()).getMethod("file", Path.class);
            try (Blocklist first = open()) {
                assertThat(catchThrowable(() -> opening.invoke(null, file())))
                        .cause()
                        .hasMessageContaining("of another class loader of this process");
                for (int i = 0; i < 3; i++) {
                    System.gc();
                    Thread.sleep(100);
                }
                isRefusedToAnotherProcess();
                first.blockViewer("ann");
            }
            try (AutoCloseable second = (AutoCloseable) opening.invoke(null, file())) {
                assertThat(second).isNotNull();
            }
        }
    }

    /** Linux tells which files are open. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aClassLoaderThatIsRefusedAgainAndAgainKeepsOneFileOpen() throws Exception {
        Path lock = Path.of(file() + ".lock");
        try (URLClassLoader loader = new URLClassLoader(classPath(), null)) {
            Method opening = loader.loadClass(BlocklistStore.class.getName()).getMethod("file", Path.class);
            try (Blocklist first = open()) {
                for (int i = 0; i < 20; i++) {
                    assertThat(catchThrowable(() -> opening.invoke(null, file())))
                            .cause()
                            .hasMessageContaining("of another class loader of this process");
                }
                first.blockViewer("ann");
                assertThat(timesOpen(lock))
                        .as("once by its owner, once by the other")
                        .isEqualTo(2);
            }
            Files.delete(lock);
            try (AutoCloseable second = (AutoCloseable) opening.invoke(null, file())) {
                assertThat(second).isNotNull();
                assertThat(timesOpen(lock)).isEqualTo(1);
                isRefusedToAnotherProcess();
            }
        }
    }

    private static int timesOpen(Path file) throws IOException {
        int times = 0;
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors) {
                times += leadsTo(descriptor, file) ? 1 : 0;
            }
        }
        return times;
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).endsWith(file.getFileName());
        } catch (IOException e) {
            // Closed meanwhile, by another thread.
            return false;
        }
    }

    private void isRefusedToAnotherProcess() throws IOException {
        Process other = ChildJvm.start(FileStoreCrashTest.Blocks.class, file(), 1);
        // One that is not refused goes on for ever.
        String begin = new String(other.getInputStream().readNBytes(400), StandardCharsets.UTF_8);
        other.toHandle().destroyForcibly();
        assertThat(begin)
                .contains("IllegalStateException: " + file() + " is open in a BlocklistStore of another process");
    }

    private static URL[] classPath() throws MalformedURLException {
        String[] paths = Stream.of("jdk.module.path", "java.class.path")
                .map(name -> System.getProperty(name, ""))
                .filter(path -> !path.isEmpty())
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .toArray(String[]::new);
        URL[] urls = new URL[paths.length];
        for (int i = 0; i < paths.length; i++) {
            urls[i] = Path.of(paths[i]).toUri().toURL();
        }
        return urls;
    }
}
