package io.github.nimbleapi;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM with little memory, for what must not need much. */
final class SmallJvm {
    private SmallJvm() {}

    /** Runs a main method with one argument to its end, and returns what it printed. */
    static String run(Class<?> main, String argument) throws IOException, InterruptedException {
        return run(List.of("-Xmx32m"), main, argument);
    }

    static String run(List<String> options, Class<?> main, String argument) throws IOException, InterruptedException {
        Process process = fork(options, main, argument);
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** On the class path, whichever path this JVM is on. */
    private static Process fork(List<String> options, Class<?> main, String argument) throws IOException {
        String classPath = Stream.of("jdk.module.path", "java.class.path")
                .map(name -> System.getProperty(name, ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", testClasses() + File.pathSeparator + classPath, main.getName(), argument));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** They patch the module under test, so no path names them. */
    private static Path testClasses() {
        String name = SmallJvm.class.getName().replace('.', '/') + ".class";
        URL file = Objects.requireNonNull(SmallJvm.class.getResource("/" + name));
        return Path.of(URI.create(file.toString().replace(name, "")));
    }
}
