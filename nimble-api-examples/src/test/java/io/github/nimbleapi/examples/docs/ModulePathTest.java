package io.github.nimbleapi.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program on the module path, which has the published jars and what they need, and no JUnit. */
class ModulePathTest {
    private static final List<String> NEEDED =
            List.of("nimble-api-core", "nimble-api-control", "nimble-api-testkit", "jackson-", "jspecify");

    @Test
    void aModuleEndsSessions(@TempDir Path folder) throws Exception {
        Path module = Files.writeString(
                folder.resolve("module-info.java"),
                "module app { requires io.github.nimbleapi.control; requires io.github.nimbleapi.testkit; }");
        Path program = Files.createDirectories(folder.resolve("app")).resolve("Main.java");
        Files.writeString(
                program,
                "package app;\n"
                        + "public class Main {\n"
                        + "  public static void main(String[] args) {\n"
                        + "    try (var fake = io.github.nimbleapi.testkit.FakeNimble.start()) {\n"
                        + "      fake.addSession(s -> s.app(\"live\"));\n"
                        + "      System.out.print(io.github.nimbleapi.control.guard.SessionGuard.builder(fake.newClient())\n"
                        + "          .rule(io.github.nimbleapi.control.guard.SessionRules.onlyApplications(\"vod\"))\n"
                        + "          .build().enforce().size() + \" ended by \"\n"
                        + "          + io.github.nimbleapi.control.guard.SessionGuard.class.getModule().getName());\n"
                        + "    }\n"
                        + "  }\n"
                        + "}\n");
        Path classes = folder.resolve("classes");

        run(
                "javac",
                "--release",
                "11",
                "-Xlint:all,-options",
                "-d",
                classes.toString(),
                "-p",
                needed(),
                "" + module,
                "" + program);

        assertThat(run("java", "-p", needed() + File.pathSeparator + classes, "-m", "app/app.Main"))
                .isEqualTo("1 ended by io.github.nimbleapi.control");
    }

    private static String needed() {
        String jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(path -> NEEDED.stream().anyMatch(path::contains))
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(jars).contains(NEEDED);
        return jars;
    }

    private static String run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", tool)
                                .toString()),
                        Arrays.stream(arguments))
                .collect(Collectors.toList());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
