package io.github.nimbleapi.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/architecture.md names the packages and classes that there are. */
class ArchitecturePageTest {
    private static final Pattern PACKAGE = Pattern.compile("`(io\\.github\\.nimbleapi[a-z0-9.]*)`");
    private static final Pattern CLASS = Pattern.compile("[`( ]([A-Z][a-z]+(?:[A-Z][a-z0-9]+)+)\\b");

    @Test
    void eachPackageIsNamedAndEachNamedOneIsThere() throws IOException {
        Set<String> packages = new TreeSet<>();
        for (Path file : sources("package-info.java")) {
            packages.add(Files.readString(file).replaceFirst("(?s).*\\npackage ([a-z0-9.]+);.*", "$1"));
        }
        assertThat(named(PACKAGE)).containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void eachNamedClassIsThere() throws IOException {
        Set<String> classes = sources(".java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(named(CLASS)).isNotEmpty().isSubsetOf(classes);
    }

    private static Set<String> named(Pattern pattern) throws IOException {
        return pattern.matcher(Guides.text("architecture.md"))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> sources(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : Guides.PUBLISHED_MODULES) {
            try (Stream<Path> files = Files.walk(Guides.ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(ending)).forEach(found::add);
            }
        }
        return found;
    }
}
