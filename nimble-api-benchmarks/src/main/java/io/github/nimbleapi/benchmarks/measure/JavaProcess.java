package io.github.nimbleapi.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM like this one, with another main method. */
public final class JavaProcess {
    private final List<String> command = new ArrayList<>();

    private JavaProcess() {}

    /** With this class path, and options such as {@code -Xmx16m}. */
    public static JavaProcess on(String classPath, List<String> jvmOptions) {
        JavaProcess process = new JavaProcess();
        process.command.add(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        process.command.addAll(jvmOptions);
        process.command.addAll(List.of("-cp", classPath));
        return process;
    }

    /** With the class path of this one. */
    public static JavaProcess with(String... jvmOptions) {
        return on(System.getProperty("java.class.path"), List.of(jvmOptions));
    }

    /** Starts it. What it says as an error is passed on. */
    public Process start(Class<?> main, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.add(main.getName());
        all.addAll(arguments);
        return new ProcessBuilder(all)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
