package io.github.nimbleapi.testkit;

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

/** Another JVM with the classes of this one. */
final class Jvm {
    private Jvm() {}

    static Process start(Class<?> main, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    /** On the class path, whichever path this JVM is on. */
    private static String classPath() {
        return Stream.of(
                        testClasses().toString(),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path"))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** They patch the module under test, so no path names them. */
    private static Path testClasses() {
        String name = Jvm.class.getName().replace('.', '/') + ".class";
        URL file = Objects.requireNonNull(Jvm.class.getResource("/" + name));
        return Path.of(URI.create(file.toString().replace(name, "")));
    }
}
