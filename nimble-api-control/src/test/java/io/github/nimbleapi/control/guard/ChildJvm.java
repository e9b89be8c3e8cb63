package io.github.nimbleapi.control.guard;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM of its own, which may be killed. */
final class ChildJvm {
    private ChildJvm() {}

    /** Runs a main method, on the class path, whichever path this JVM is on. */
    static Process start(Class<?> main, Object... arguments) throws IOException {
        return new ProcessBuilder(command(main, arguments))
                .redirectErrorStream(true)
                .start();
    }

    /** The same with files of so many blocks of 512 bytes at most. */
    static Process startWithSmallFiles(int blocks, Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + blocks + " && exec \"$@\"", "sh"));
        command.addAll(command(main, arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static List<String> command(Class<?> main, Object... arguments) {
        String classPath = Stream.of("jdk.module.path", "java.class.path")
                .map(name -> System.getProperty(name, ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                testClasses() + File.pathSeparator + classPath,
                main.getName()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return command;
    }

    /** They patch the module under test, so no path names them. */
    private static Path testClasses() {
        String name = ChildJvm.class.getName().replace('.', '/') + ".class";
        URL file = Objects.requireNonNull(ChildJvm.class.getResource("/" + name));
        return Path.of(URI.create(file.toString().replace(name, "")));
    }
}
