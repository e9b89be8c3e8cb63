package io.github.nimbleapi.examples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of Java in a guide or in public Javadoc. */
final class Snippet {
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
                    "io.github.nimbleapi.examples.docs.Given",
                    "io.github.nimbleapi.protocol.*",
                    "io.github.nimbleapi.publish.*",
                    "io.github.nimbleapi.raw.*",
                    "io.github.nimbleapi.republish.*",
                    "io.github.nimbleapi.server.*",
                    "io.github.nimbleapi.session.*",
                    "io.github.nimbleapi.signing.*",
                    "io.github.nimbleapi.stream.*",
                    "io.github.nimbleapi.testkit.*",
                    "java.lang.annotation.*",
                    "java.net.URI",
                    "java.net.http.HttpClient",
                    "java.nio.file.Path",
                    "java.time.*",
                    "java.util.*",
                    "java.util.concurrent.*",
                    "java.util.stream.*",
                    "org.junit.jupiter.api.Test")
            .map(name -> "import " + name + ";\n")
            .collect(Collectors.joining());

    final String text;
    private final String place;

    private Snippet(String place, String text) {
        this.place = place;
        this.text = text;
    }

    static List<Snippet> ofGuides() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (Path guide : Guides.all()) {
            // What it shows has a build of its own: see ExcerptsTest.
            if (!guide.endsWith("frameworks.md")) {
                snippets.addAll(found(guide, IN_MARKDOWN));
            }
        }
        return snippets;
    }

    static List<Snippet> ofJavadoc() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (String module : Guides.PUBLISHED_MODULES) {
            try (Stream<Path> files = Files.walk(Guides.ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                        .sorted()
                        .collect(Collectors.toList())) {
                    for (Snippet snippet : found(file, IN_JAVADOC)) {
                        snippets.add(new Snippet(snippet.place, snippet.text.replaceAll("(?m)^ *\\* ?", "")));
                    }
                }
            }
        }
        return snippets;
    }

    private static List<Snippet> found(Path file, Pattern pattern) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            snippets.add(new Snippet(file.getFileName() + " " + (snippets.size() + 1), matcher.group(1)));
        }
        return snippets;
    }

    String className() {
        Matcher named = CLASS.matcher(text);
        return named.find() ? named.group(1) : "Snippet";
    }

    /** A file that compiles, where this is right. */
    String unit() {
        if (text.contains("import ")) {
            return text;
        }
        if (CLASS.matcher(text).find()) {
            return IMPORTS + text;
        }
        boolean member = text.contains("@Test") || text.contains("@interface");
        return member ? IMPORTS + "class Snippet {\n" + text + "\n}\n" : IMPORTS + inGiven();
    }

    private String inGiven() {
        return "public class Snippet extends Given {\n"
                + "public Snippet(FakeNimble fake, FakeNimble other) { super(fake, other); }\n"
                + "@Override public void run() throws Exception {\n" + text + "\n}\n}\n";
    }

    @Override
    public String toString() {
        return place;
    }
}
