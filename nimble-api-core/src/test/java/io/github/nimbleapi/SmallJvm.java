package io.github.nimbleapi;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM with little memory, for what must not need much. */
final class SmallJvm {
    private SmallJvm() {}

    /** Runs a main method with one argument to its end, and returns what it printed. */
    static String run(Class<?> main, String argument) throws IOException, InterruptedException {
        Process process = fork(main, argument);
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** On the class path, whichever path this JVM is on. */
    private static Process fork(Class<?> main, String argument) throws IOException {
        String classPath = Stream.of("jdk.module.path", "java.class.path")
                .map(name -> System.getProperty(name, ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        testClasses() + File.pathSeparator + classPath,
                        main.getName(),
                        argument)
                .redirectErrorStream(true)
                .start();
    }

    /** They patch the module under test, so no path names them. */
    private static Path testClasses() {
        String name = SmallJvm.class.getName().replace('.', '/') + ".class";
        URL file = Objects.requireNonNull(SmallJvm.class.getResource("/" + name));
        return Path.of(URI.create(file.toString().replace(name, "")));
    }
}
