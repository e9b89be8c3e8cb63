package io.github.nimbleapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A native image has to be told nothing of core and control; of the test kit it is told by a file in its jar. */
class PublishedJarsTest {
    private static final String TESTKIT = "nimble-api-testkit";
    private static final String TOLD =
            "META-INF/native-image/io.github.nimble-api/nimble-api-testkit/resource-config.json";

    @Test
    void allClassesAreOfJava11() throws Exception {
        for (String artifact : List.of("nimble-api-core", "nimble-api-control", TESTKIT)) {
            assertThat(classes(artifact)).isNotEmpty().allMatch(bytes -> bytes[7] == 55);
        }
    }

    @Test
    void coreAndControlHoldClassesAlone() throws Exception {
        assertThat(resources("nimble-api-core")).isEmpty();
        assertThat(resources("nimble-api-control")).isEmpty();
    }

    @Test
    void theTestKitHoldsItsMediaAndTellsOfThem() throws Exception {
        Set<String> resources = resources(TESTKIT);
        assertThat(resources.remove(TOLD)).isTrue();
        assertThat(resources)
                .containsExactlyInAnyOrderElementsOf(List.of(
                                "0.ts",
                                "1.ts",
                                "2.ts",
                                "3.ts",
                                "audio-0.m4s",
                                "audio-1.m4s",
                                "audio-2.m4s",
                                "audio-3.m4s",
                                "audio-init.mp4",
                                "loop.mp3",
                                "loop.mp4",
                                "video-0.m4s",
                                "video-1.m4s",
                                "video-2.m4s",
                                "video-3.m4s",
                                "video-init.mp4")
                        .stream()
                        .map(file -> "io/github/nimbleapi/testkit/internal/media/" + file)
                        .collect(Collectors.toList()))
                .allMatch(told().asMatchPredicate());
    }

    @Test
    void coreLooksUpNothingByName() throws Exception {
        // A view on bytes as longs: found by its type.
        assertThat(lookUps("nimble-api-core"))
                .containsExactlyInAnyOrder("Words -> MethodHandles.byteArrayViewVarHandle", "Words -> VarHandle.get");
    }

    @Test
    void controlLooksUpNothingByName() throws Exception {
        assertThat(lookUps("nimble-api-control")).isEmpty();
    }

    @Test
    void theTestKitLooksUpItsMediaAndItsVersion() throws Exception {
        Set<String> lookUps = lookUps(TESTKIT);
        // It runs in JUnit, which looks up all else by name too.
        assertThat(lookUps.removeIf(lookUp -> lookUp.startsWith("NimbleServerExtension ->")))
                .isTrue();
        assertThat(lookUps)
                .containsExactlyInAnyOrder(
                        "MediaFile -> Class.getResourceAsStream",
                        "FrontPage -> Class.getPackage",
                        "FrontPage -> Package.getImplementationVersion");
    }

    /** All but classes and what Maven puts into every jar. */
    private static Set<String> resources(String artifact) throws Exception {
        Set<String> names = new TreeSet<>(Jars.content(artifact).keySet());
        names.removeIf(name -> name.endsWith(".class"));
        String maven = "META-INF/maven/io.github.nimble-api/" + artifact;
        assertThat(names).contains("META-INF/MANIFEST.MF", maven + "/pom.xml", maven + "/pom.properties");
        names.removeAll(Set.of("META-INF/MANIFEST.MF", maven + "/pom.xml", maven + "/pom.properties"));
        return names;
    }

    /** The resources that a native image takes along. */
    private static Pattern told() throws Exception {
        String json = new String(Jars.content(TESTKIT).get(TOLD), StandardCharsets.UTF_8);
        Matcher pattern = Pattern.compile("\"pattern\": \"([^\"]+)\"").matcher(json);
        assertThat(pattern.find()).as(json).isTrue();
        return Pattern.compile(pattern.group(1).replace("\\\\", "\\"));
    }

    private static Set<String> lookUps(String artifact) throws Exception {
        return Reflections.in(classes(artifact));
    }

    private static List<byte[]> classes(String artifact) throws Exception {
        return Jars.content(artifact).entrySet().stream()
                .filter(file -> file.getKey().endsWith(".class"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toList());
    }
}
