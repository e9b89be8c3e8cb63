package io.github.nimbleapi.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/frameworks.md shows stands in the sources of the examples, which need more than Java 11 to compile. */
class ExcerptsTest {
    private static final Pattern EXCERPT = Pattern.compile("```(?:java|yaml)\n(.*?)```", Pattern.DOTALL);

    @Test
    void eachStandsInASource() throws IOException {
        List<String> excerpts = EXCERPT.matcher(Guides.text("frameworks.md"))
                .results()
                .map(found -> withoutSpace(found.group(1)))
                .collect(Collectors.toList());

        assertThat(excerpts).hasSizeGreaterThanOrEqualTo(8);
        String sources = sources();
        assertThat(excerpts).allSatisfy(excerpt -> assertThat(sources).contains(excerpt));
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Guides.ROOT.resolve("frameworks"))) {
            for (Path file : files.filter(ExcerptsTest::isSource).collect(Collectors.toList())) {
                all.append(withoutSpace(Files.readString(file))).append(' ');
            }
        }
        return all.toString();
    }

    private static boolean isSource(Path file) {
        return file.toString().matches(".*[/\\\\]src[/\\\\].*\\.(java|yaml)");
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }
}
