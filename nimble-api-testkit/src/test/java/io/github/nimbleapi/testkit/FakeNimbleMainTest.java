package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.nimbleapi.NimbleClient;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line for harnesses in other languages. */
class FakeNimbleMainTest {
    @Test
    void startsWithWhatIsAskedFor() {
        try (FakeNimble fake =
                FakeNimbleMain.start(List.of("--port", "0", "--token", "s3cret", "--sessions", "1000"))) {
            assertThat(fake.newClient().sessions().list())
                    .hasSize(1000)
                    .allSatisfy(session -> assertThat(session.app()).isNotEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--prot 1, Unknown option --prot",
        "--port, --port needs a value",
        "--port http, --port is http",
        "--port 99999, 99999",
        "--sessions -1, --sessions is -1",
        "--token, --token needs a value"
    })
    void aMistakeIsNamed(String arguments, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeNimbleMain.start(List.of(arguments.split(" ", -1))))
                .withMessageContaining(message);
    }

    @Test
    void runsAsAProcessUntilItIsStopped() throws Exception {
        Process process = start("--port", "0", "--sessions", "3");
        try (NimbleClient nimble = NimbleClient.create(announcedUrl(process))) {
            assertThat(nimble.sessions().list()).hasSize(3);
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void exitCodesTellWhatHappened() throws Exception {
        assertThat(start("--help").waitFor()).isEqualTo(0);
        assertThat(start("--prot").waitFor()).isEqualTo(2);
        try (FakeNimble fake = FakeNimble.start()) {
            assertThat(start("--port", Integer.toString(fake.port())).waitFor()).isEqualTo(1);
        }
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("jdk.module.path", "") + File.pathSeparator + System.getProperty("java.class.path"),
                FakeNimbleMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String announcedUrl(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Matcher url = Pattern.compile("http://\\S+").matcher(output.readLine());
        assertThat(url.find()).isTrue();
        return url.group();
    }
}
