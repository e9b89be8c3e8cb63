package io.github.nimbleapi.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What links from one page of the project to another leads somewhere. */
class LinksTest {
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]*`", Pattern.DOTALL);
    private static final Pattern FENCED = Pattern.compile("```.*?```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

    static List<Path> pages() throws IOException {
        return Guides.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leadSomewhere(Path page) throws IOException {
        List<String> broken = new ArrayList<>();
        for (String link : found(LINK, CODE.matcher(Files.readString(page)).replaceAll(""))) {
            if (!link.matches("[a-z]+:.*") && !leadsSomewhere(page, link)) {
                broken.add(link);
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void eachGuideIsInTheIndex() throws IOException {
        List<String> listed = found(LINK, Guides.text("README.md"));
        for (Path page : Guides.all()) {
            Path folder = page.getParent();
            if (folder != null && folder.endsWith("docs") && !page.endsWith("README.md")) {
                assertThat(listed).contains(String.valueOf(page.getFileName()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Many servers, many-servers",
        "A player gets 403: why?, a-player-gets-403-why",
        "'Use `stream()`, or not', use-stream-or-not",
        "See [this](that.md), see-this"
    })
    void anchorsAreThoseOfGitHub(String heading, String anchor) {
        assertThat(anchor(heading)).isEqualTo(anchor);
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        int mark = link.indexOf('#');
        String file = mark < 0 ? link : link.substring(0, mark);
        Path target = file.isEmpty() ? page : page.resolveSibling(file);
        if (mark < 0 || !Files.exists(target)) {
            return Files.exists(target);
        }
        String text = FENCED.matcher(Files.readString(target)).replaceAll("");
        return found(HEADING, text).stream().map(LinksTest::anchor).anyMatch(link.substring(mark + 1)::equals);
    }

    private static String anchor(String heading) {
        return heading.replaceAll("]\\([^)]*\\)", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toList());
    }
}
