package io.github.nimbleapi.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.nimbleapi.control.handler.HandlerServer;
import io.github.nimbleapi.testkit.FakeNimble;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Every Java snippet in the README, in the guides and in public Javadoc compiles, and runs against fake servers. */
class SnippetsTest {
    /** What only compiles, by words that only it has, and why. */
    private static final Map<String, String> ONLY_COMPILED = Map.of(
            "@interface Edge {}", "declares something, there is nothing to run",
            "playlist.m3u8?wmsAuthSign=...", "its link is cut short");

    /** Off: guards that a snippet has started miss their server for as long as this JVM lives. */
    private static final Logger LOGGER = Logger.getLogger("io.github.nimbleapi");

    static {
        LOGGER.setLevel(Level.OFF);
    }

    private final FakeNimble fake = Given.server();
    private final FakeNimble other = Given.server();
    private final HandlerServer handlers = Given.handlers();

    static Stream<Snippet> all() throws IOException {
        return Stream.concat(Snippet.ofGuides().stream(), Snippet.ofJavadoc().stream());
    }

    @AfterEach
    void close() {
        fake.close();
        other.close();
        handlers.close();
    }

    @ParameterizedTest
    @MethodSource("all")
    @Timeout(120)
    void compilesAndRuns(Snippet snippet, @TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve(snippet.className() + ".java"), onFakes(snippet.unit(), folder));
        Compiled.of(source, folder);
        if (ONLY_COMPILED.keySet().stream().noneMatch(snippet.text::contains)) {
            assertThatCode(() -> quietly(() -> run(snippet, folder)))
                    .as("%s%n%s", snippet, snippet.text)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void noneIsOverlooked() throws IOException {
        assertThat(Snippet.ofGuides()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(Snippet.ofJavadoc()).hasSizeGreaterThanOrEqualTo(24);
        List<String> texts = all().map(snippet -> snippet.text).collect(Collectors.toList());
        assertThat(ONLY_COMPILED.keySet())
                .allSatisfy(words -> assertThat(texts)
                        .filteredOn(text -> text.contains(words))
                        .hasSize(1));
    }

    // The same with what is at hand: fake servers in place of the real ones, a folder, and less patience.
    private String onFakes(String source, Path folder) {
        return source.replace("http://edge-1:8082", fake.url())
                .replace("http://edge-2:8082", other.url())
                .replace("http://edge-1:8081", media(fake))
                .replace("http://127.0.0.1:9000", handlers.uri("").toString())
                .replaceAll("System.getenv\\(\"\\w+\"\\)", "\"s3cret\"")
                .replaceAll("\\.(host|port)\\((\"[\\d.]+\"|\\d+)\\)", "")
                .replace("Path.of(\"", "Path.of(\"" + folder.toString().replace("\\", "/") + "/")
                .replaceAll("Thread\\.sleep\\([\\d_]+\\)", "Thread.sleep(50)")
                .replaceAll("TimeUnit\\.\\w+\\.sleep\\(\\d+\\)", "TimeUnit.MILLISECONDS.sleep(50)");
    }

    private static String media(FakeNimble fake) {
        URI playlist = fake.playbackUrl("live", "one", "playlist.m3u8");
        return playlist.getScheme() + "://" + playlist.getAuthority();
    }

    private static void quietly(ThrowingCallable work) throws Throwable {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        try {
            work.call();
        } finally {
            System.setOut(out);
        }
    }

    private void run(Snippet snippet, Path classes) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Class<?> type = loader.loadClass(snippet.className());
            if (Given.class.isAssignableFrom(type)) {
                try (Given given = (Given)
                        type.getConstructor(FakeNimble.class, FakeNimble.class).newInstance(fake, other)) {
                    given.run();
                }
            } else if (snippet.text.contains("@Test")) {
                runTests(type);
            } else {
                type.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            }
        }
    }

    private static void runTests(Class<?> type) {
        SummaryGeneratingListener outcome = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(type))
                                .build(),
                        outcome);
        StringWriter failures = new StringWriter();
        outcome.getSummary().printFailuresTo(new PrintWriter(failures));
        assertThat(failures.toString()).isEmpty();
        assertThat(outcome.getSummary().getTestsSucceededCount()).isPositive();
    }
}
