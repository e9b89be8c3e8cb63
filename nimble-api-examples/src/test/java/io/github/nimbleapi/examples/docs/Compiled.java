package io.github.nimbleapi.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Source text compiled as a user would, against the jars of the class path. */
final class Compiled {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    /** One for all files: it remembers what is in the jars. */
    private static final StandardJavaFileManager FILES =
            JAVAC.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    private final Path classes;
    private final String mainClass;

    private Compiled(Path classes, String mainClass) {
        this.classes = classes;
        this.mainClass = mainClass;
    }

    /** Compiles one file; fails with the compiler's words if that gives an error or a warning. */
    static Compiled of(Path source, Path classes) {
        StringWriter words = new StringWriter();
        List<String> options = List.of(
                "--release",
                "11",
                // What runs until the end of a try block need not be mentioned in it.
                "-Xlint:all,-options,-try",
                "-Werror",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"));
        boolean clean = JAVAC.getTask(words, FILES, null, options, null, FILES.getJavaFileObjects(source))
                .call();
        assertThat(clean).as("%s%n%s", source.getFileName(), words).isTrue();
        return new Compiled(classes, source.getFileName().toString().replace(".java", ""));
    }

    /** Runs its main method in a JVM of its own and returns what it printed. */
    String run() throws IOException, InterruptedException {
        Path output = Files.createTempFile(classes, "output", ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes + File.pathSeparator + System.getProperty("java.class.path"),
                        mainClass)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exitCode = process.waitFor();
        String printed = Files.readString(output);
        assertThat(exitCode).as(printed).isZero();
        return printed;
    }
}
