package io.github.nimbleapi.examples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything in Markdown that readers of the project find, and where to find what it is about. */
final class Guides {
    static final Path ROOT = Path.of("..");
    static final List<String> PUBLISHED_MODULES =
            List.of("nimble-api-core", "nimble-api-control", "nimble-api-testkit");

    private Guides() {}

    static List<Path> all() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    static String text(String name) throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve(name));
    }
}
