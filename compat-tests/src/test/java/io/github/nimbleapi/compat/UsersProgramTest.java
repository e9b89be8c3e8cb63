package io.github.nimbleapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program with a module of its own, compiled against the built jars and run with them in all ways that there are. */
class UsersProgramTest {
    private static final Path SOURCES = Path.of("src", "test", "program");
    private static final String OLDEST_JACKSON = System.getProperty("jackson.floor");
    private static final String NEWEST_JACKSON = System.getProperty("jackson.newest");

    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() throws Exception {
        run(
                "javac",
                "--release",
                "11",
                "-Xlint:all,-options",
                "-Werror",
                "-proc:none",
                "-d",
                classes.toString(),
                "--module-path",
                path(Jars.newest()),
                SOURCES.resolve("module-info.java").toString(),
                SOURCES.resolve(Path.of("tour", "Tour.java")).toString());
    }

    @Test
    void runsOnTheClassPath() throws Exception {
        assertThat(java("-cp", path(withProgram(Jars.newest())), "tour.Tour"))
                .isEqualTo("on the class path with Jackson " + NEWEST_JACKSON);
    }

    @Test
    void runsOnTheModulePath() throws Exception {
        assertThat(java("-p", path(withProgram(Jars.newest())), "-m", "tour/tour.Tour"))
                .isEqualTo("in a module with Jackson " + NEWEST_JACKSON);
    }

    @Test
    void runsWithTheOldestJacksonOnTheClassPath() throws Exception {
        assertThat(java("-cp", path(withProgram(Jars.floor())), "tour.Tour"))
                .isEqualTo("on the class path with Jackson " + OLDEST_JACKSON);
    }

    @Test
    void runsWithTheOldestJacksonOnTheModulePath() throws Exception {
        assertThat(java("-p", path(withProgram(Jars.floor())), "-m", "tour/tour.Tour"))
                .isEqualTo("in a module with Jackson " + OLDEST_JACKSON);
    }

    @Test
    void theReadmeNamesTheOldestJackson() throws Exception {
        String minor = OLDEST_JACKSON.substring(0, OLDEST_JACKSON.lastIndexOf('.'));
        assertThat(Path.of("..", "README.md")).content().contains("Jackson (" + minor + " or later)");
    }

    @Test
    void runsAsAnImageOfItsOwn(@TempDir Path folder) throws Exception {
        Path image = folder.resolve("image");
        run(
                "jlink",
                "--module-path",
                path(withProgram(Jars.newest())),
                "--add-modules",
                "tour",
                "--output",
                image.toString());
        assertThat(output(image.resolve(Path.of("bin", "java")).toString(), "-m", "tour/tour.Tour"))
                .isEqualTo("in a module with Jackson " + NEWEST_JACKSON);
    }

    private static List<Path> withProgram(List<Path> jars) {
        List<Path> all = new ArrayList<>(jars);
        all.add(classes);
        return all;
    }

    private static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static void run(String tool, String... arguments) {
        StringWriter words = new StringWriter();
        PrintWriter out = new PrintWriter(words);
        int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments);
        assertThat(exitCode).as("%s: %s", tool, words).isZero();
    }

    private static String java(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return output(command.toArray(String[]::new));
    }

    private static String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(words).isZero();
        return words;
    }
}
