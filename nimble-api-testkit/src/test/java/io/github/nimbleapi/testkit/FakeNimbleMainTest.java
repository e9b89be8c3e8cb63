package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.NimbleClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The process that harnesses in other languages start. */
class FakeNimbleMainTest {
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    private @Nullable Process process;

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void itAnnouncesWhereThingsAre() throws Exception {
        Path file = Files.writeString(directory.resolve("fake.json"), "{\"sessions\":3,\"token\":\"s3cret\"}");
        Process fake = start("--port", "0", "--stream", "live/tv one", "--config", file.toString());
        List<String> lines = firstLines(fake, 7);
        List<String> urls = urls(String.join("\n", lines));
        assertThat(urls)
                .containsExactly(
                        urls.get(0),
                        urls.get(1),
                        urls.get(1) + "/live/tv%20one/playlist.m3u8",
                        urls.get(1) + "/live/tv%20one/manifest.mpd",
                        urls.get(1) + "/live/tv%20one/mpeg.2ts",
                        urls.get(1) + "/live/tv%20one/icecast.stream",
                        urls.get(1) + "/live/tv%20one");
        assertThat(lines).noneSatisfy(line -> assertThat(line).contains("s3cret"));
        Player player = new Player();
        assertThat(player.get(URI.create(urls.get(2))).body()).startsWith("#EXTM3U");
        assertThat(player.get(URI.create(urls.get(0) + "/")).body()).contains("Sessions: 4");
        try (NimbleClient nimble =
                NimbleClient.builder(urls.get(0)).managementToken("s3cret").build()) {
            assertThat(nimble.sessions().list()).hasSize(4);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void sigtermClosesIt() throws Exception {
        Process fake = start("--port", "0", "--stream", "live/tv");
        List<String> urls = urls(String.join("\n", firstLines(fake, 5)));
        try (InputStream endless = new Player().open(URI.create(urls.get(4))).body()) {
            endless.read();
            new ProcessBuilder("kill", Long.toString(fake.pid())).start();
            assertThat(exitCode(fake)).isEqualTo(ENDED_BY_SIGTERM);
        }
        assertThat(text(fake.getErrorStream())).isEmpty();
    }

    @Test
    void helpIsNoMistake() throws Exception {
        Process fake = start("--prot", "--help");
        assertThat(text(fake.getInputStream())).contains("--media-port");
        assertThat(exitCode(fake)).isZero();
    }

    @Test
    void aMistakeIsOneLine() throws Exception {
        Process fake = start("--prot");
        assertThat(text(fake.getErrorStream()).lines()).containsExactly("unknown option --prot, see --help");
        assertThat(exitCode(fake)).isEqualTo(2);
    }

    @Test
    void aPortThatIsTakenIsOneLine() throws Exception {
        try (FakeNimble busy = FakeNimble.start()) {
            Process fake = start("--port", Integer.toString(busy.port()), "--media-port", "0");
            assertThat(text(fake.getErrorStream()).lines())
                    .singleElement()
                    .asString()
                    .startsWith("can't listen on 127.0.0.1:" + busy.port() + ": ");
            assertThat(exitCode(fake)).isEqualTo(1);
        }
    }

    private Process start(String... arguments) throws IOException {
        process = Jvm.start(FakeNimbleMain.class, List.of(), arguments);
        return process;
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static List<String> firstLines(Process process, int count) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return output.lines().limit(count).collect(Collectors.toList());
    }

    private static List<String> urls(String text) {
        return Pattern.compile("http://[^\\s,;]+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toList());
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
