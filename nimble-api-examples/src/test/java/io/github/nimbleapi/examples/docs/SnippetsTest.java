package io.github.nimbleapi.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java snippet in the README, in the guides and in public Javadoc compiles. */
class SnippetsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern IN_MARKDOWN = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern IN_JAVADOC = Pattern.compile("<pre>\\{@code\n(.*?)\n *\\* }</pre>", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?class (\\w+)");
    private static final String IMPORTS = Stream.of(
                    "static io.github.nimbleapi.session.SessionFilters.*",
                    "static org.junit.jupiter.api.Assertions.*",
                    "io.github.nimbleapi.*",
                    "io.github.nimbleapi.control.fleet.*",
                    "io.github.nimbleapi.control.guard.*",
                    "io.github.nimbleapi.control.handler.*",
                    "io.github.nimbleapi.control.watch.*",
                    "io.github.nimbleapi.dvr.*",
                    "io.github.nimbleapi.error.*",
                    "io.github.nimbleapi.protocol.*",
                    "io.github.nimbleapi.raw.*",
                    "io.github.nimbleapi.republish.*",
                    "io.github.nimbleapi.server.*",
                    "io.github.nimbleapi.session.*",
                    "io.github.nimbleapi.signing.*",
                    "io.github.nimbleapi.stream.*",
                    "io.github.nimbleapi.testkit.*",
                    "java.lang.annotation.*",
                    "java.net.URI",
                    "java.nio.file.Path",
                    "java.time.*",
                    "java.util.*",
                    "java.util.concurrent.*",
                    "java.util.stream.*",
                    "org.junit.jupiter.api.Test")
            .map(name -> "import " + name + ";\n")
            .collect(Collectors.joining());

    /** What snippets may use without saying where it is from. */
    private static final String GIVEN = "NimbleClient nimble, edge1, edge2;\n"
            + "FakeNimble fake;\n"
            + "NimbleFleet fleet;\n"
            + "Blocklist blocklist;\n"
            + "PayPerViewHandler payPerView;\n"
            + "PlaybackAuthorizationHandler authorization;\n"
            + "byte[] body;\n"
            + "Queue<SessionEvent> queue;\n"
            + "String token, key, password;\n"
            + "Instant kickOff;\n"
            + "void codeUnderTest(String url) {}\n";

    static List<String> guides() throws IOException {
        List<String> snippets = new ArrayList<>();
        for (String guide : List.of("README.md", "docs/control.md", "docs/fake.md")) {
            snippets.addAll(found(IN_MARKDOWN, Files.readString(ROOT.resolve(guide))));
        }
        return snippets;
    }

    static List<String> javadoc() throws IOException {
        List<String> snippets = new ArrayList<>();
        for (String module : List.of("nimble-api-core", "nimble-api-control", "nimble-api-testkit")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).collect(Collectors.toList())) {
                    for (String snippet : found(IN_JAVADOC, Files.readString(file))) {
                        snippets.add(snippet.replaceAll("(?m)^ *\\* ?", ""));
                    }
                }
            }
        }
        return snippets;
    }

    @ParameterizedTest
    @MethodSource({"guides", "javadoc"})
    void compiles(String snippet, @TempDir Path folder) throws IOException {
        Matcher named = CLASS.matcher(snippet);
        String name = named.find() ? named.group(1) : "Snippet";
        Path source = folder.resolve(name + ".java");
        Files.writeString(source, unit(snippet));
        Compiled.of(source, folder);
    }

    @Test
    void noneIsOverlooked() throws IOException {
        assertThat(guides()).hasSizeGreaterThanOrEqualTo(22);
        assertThat(javadoc()).hasSizeGreaterThanOrEqualTo(24);
    }

    private static String unit(String snippet) {
        if (snippet.contains("import ")) {
            return snippet;
        }
        if (CLASS.matcher(snippet).find()) {
            return IMPORTS + snippet;
        }
        boolean member = snippet.contains("@Test") || snippet.contains("@interface");
        String body = member ? snippet : "void run() throws Exception {\n" + snippet + "\n}";
        return IMPORTS + "class Snippet {\n" + GIVEN + body + "\n}\n";
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toList());
    }
}
