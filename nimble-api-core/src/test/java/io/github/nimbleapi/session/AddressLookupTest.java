package io.github.nimbleapi.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM of its own, because only at its start can one say what host names resolve to. */
class AddressLookupTest {
    private static final List<String> PROGRAM = List.of(
            "import io.github.nimbleapi.session.*;",
            "class Lookup {",
            "  public static void main(String... odd) throws Exception {",
            "    System.out.println(java.net.InetAddress.getByName(odd[0]).getHostAddress());",
            "    var session = PlaybackSession.builder(4).clientIp(odd[0]).build();",
            "    System.out.println(SessionFilters.fromIp(\"2001:db8:0:0:0:0:0:7\").test(session));",
            "  }",
            "}");

    @TempDir
    Path folder;

    @Test
    void oddTextInPlaceOfAnAddressIsNotLookedUp() throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "2001:db8::7 player:8080\n");
        Path program = Files.write(folder.resolve("Lookup.java"), PROGRAM);

        assertThat(run(hosts, program, "player:8080")).containsExactly("2001:db8:0:0:0:0:0:7", "false");
    }

    private List<String> run(Path hosts, Path program, String argument) throws Exception {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djdk.net.hosts.file=" + hosts,
                        "-cp",
                        classes().toString(),
                        program.toString(),
                        argument)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(output, UTF_8);
    }

    private static Path classes() throws URISyntaxException, IOException {
        return Path.of(SessionFilters.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
