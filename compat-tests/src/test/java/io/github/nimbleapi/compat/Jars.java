package io.github.nimbleapi.compat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The built jars, and those that they need, as Maven laid them out. */
final class Jars {
    private static final Path TARGET = Path.of("target");

    private Jars() {}

    /** With the newest Jackson. */
    static List<Path> newest() throws IOException {
        return jars("newest");
    }

    /** With the oldest. */
    static List<Path> floor() throws IOException {
        List<Path> jars = new ArrayList<>(newest());
        jars.removeIf(jar -> jar.getFileName().toString().startsWith("jackson-"));
        jars.addAll(jars("floor"));
        return jars;
    }

    /** The files in a published jar: name to content. */
    static Map<String, byte[]> content(String artifact) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        try (JarFile jar =
                new JarFile(TARGET.resolve(Path.of("newest", artifact + ".jar")).toFile())) {
            jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach(entry -> content.put(entry.getName(), read(jar, entry)));
        }
        return content;
    }

    private static byte[] read(JarFile jar, JarEntry entry) {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> jars(String folder) throws IOException {
        try (Stream<Path> files = Files.list(TARGET.resolve(folder))) {
            return files.sorted().collect(Collectors.toList());
        }
    }
}
