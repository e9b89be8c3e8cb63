package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchIllegalArgumentException;

import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arguments and the file of the runnable jar. */
class FakeNimbleOptionsTest {
    @TempDir
    Path directory;

    @Test
    void theCommandLineSaysWhatToStart() {
        try (FakeNimble fake = start(
                "--port 0 --token s3cret --sessions 1000 --stream live/tv --stream radio/fm/one --stream live/tv")) {
            assertThat(fake.newClient().sessions().list()).hasSize(1000);
            assertThat(fake.sessions()).isEmpty();
            assertThat(liveStreams(fake)).containsExactly("live/tv", "radio/fm/one");
            assertThat(fake.newClient().sessions().find(1)).isPresent();
        }
    }

    @Test
    void theFileSaysTheSame() throws IOException {
        Path file = write("{\"port\":0,\"mediaPort\":0,\"host\":\"localhost\",\"token\":\"s3cret\",\"sessions\":7.0,"
                + "\"streams\":[\"live/tv\",\"live/two\"],\"sessionTimeout\":0.5}");
        try (FakeNimble fake = start("--config " + file)) {
            assertThat(fake.url()).startsWith("http://localhost:");
            assertThat(fake.newClient().sessions().list()).hasSize(7);
            assertThat(liveStreams(fake)).containsExactly("live/tv", "live/two");
        }
    }

    @Test
    void sessionsOfOnesOwnStandInTheFile() throws IOException {
        Path file = write("{\"port\":0,\"sessions\":[{\"app\":\"vod\",\"stream\":\"film\",\"type\":\"SRT\","
                + "\"client_ip\":\"192.0.2.7\",\"user_agent\":\"VLC\",\"ppv_id\":\"ann\","
                + "\"bytes_sent\":9007199254740993},{}]}");
        try (FakeNimble fake = start("--config " + file)) {
            List<PlaybackSession> sessions = fake.newClient().sessions().list();
            PlaybackSession first = sessions.get(0);
            assertThat(sessions).hasSize(2);
            assertThat(first.app()).isEqualTo("vod");
            assertThat(first.stream()).isEqualTo("film");
            assertThat(first.type()).isEqualTo(SessionType.SRT);
            assertThat(first.clientIp()).isEqualTo("192.0.2.7");
            assertThat(first.userAgent()).isEqualTo("VLC");
            assertThat(first.viewerId()).contains("ann");
            assertThat(first.bytesSent()).isEqualTo(9_007_199_254_740_993L);
            assertThat(sessions.get(1).app()).isEqualTo("live");
        }
    }

    @Test
    void theCommandLineCountsMoreThanTheFile() throws IOException {
        Path file = write("{\"port\":1,\"mediaPort\":1,\"host\":\"192.0.2.1\",\"token\":\"s3cret\",\"sessions\":7,"
                + "\"streams\":[\"live/tv\"]}");
        try (FakeNimble fake = start("--port 0 --media-port 0 --host 127.0.0.1 --token s3cret2 --sessions 2"
                + " --stream live/other --config " + file)) {
            assertThat(fake.newClient().sessions().list()).hasSize(2);
            assertThat(liveStreams(fake)).containsExactly("live/other");
        }
    }

    @Test
    void thePlayersPortCanBeChosen() {
        try (FakeNimble busy = FakeNimble.start()) {
            assertThatThrownBy(() -> start("--port 0 --media-port " + busy.port()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("127.0.0.1:" + busy.port());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 1 | unknown option --prot, see --help",
                "--port | --port needs a value, see --help",
                "--port http | --port is \"http\": give a whole number from 0 to 65535",
                "--port 99999 | --port is 99999: give a whole number from 0 to 65535",
                "--media-port -1 | --media-port is -1: give a whole number from 0 to 65535",
                "--sessions -1 | --sessions is -1: give a whole number from 0 to 100000000",
                "--token | --token needs a value, see --help",
                "--token --port 0 | --token needs a value, see --help",
                "--stream tv | --stream is \"tv\": give app/name",
                "--stream /tv | --stream is \"/tv\": give app/name",
                "--stream /live/tv | --stream is \"/live/tv\": give app/name",
                "--stream live/ | --stream is \"live/\": give app/name",
            })
    void aMistakeOnTheCommandLineIsNamed(String arguments, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(arguments))
                .withMessage(message);
    }

    @Test
    void aTokenAtTheWrongPlaceIsNotShown() throws IOException {
        assertThat(mistake("--token=s3cret"))
                .isEqualTo("--token=... is not understood: give --token and its value apart");
        assertThat(mistake("--tokn=s3cret")).isEqualTo("unknown option --tokn, see --help");
        assertThat(mistake("s3cret")).isEqualTo("a value stands where an option was expected, see --help");
        for (String value : List.of("[\"s3cret\"]", "\"s3cret\\n\"", "{\"s3cret\":1}")) {
            Path file = write("{\"token\":" + value + "}");
            assertThat(mistake("--config " + file))
                    .isEqualTo(file + ": token can't be used: give a text on one line that is not blank");
        }
        Path file = write("{\"token\":s3cret}");
        assertThat(mistake("--config " + file))
                .isEqualTo(file + ": no JSON at character 9: give an object such as {\"port\": 8082}");
    }

    @Test
    void aBlankArgumentIsNoValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeNimbleOptions.of(List.of("--token", " ")))
                .withMessage("--token can't be used: give a text on one line that is not blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeNimbleOptions.of(List.of("--host", "")))
                .withMessage("--host is \"\": give a text that is not blank");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"port\":\"8082\"} | FILE: port is \"8082\": give a whole number from 0 to 65535",
                "{\"mediaPort\":1.5} | FILE: mediaPort is 1.5: give a whole number from 0 to 65535",
                "{\"port\":1e999} | FILE: port is 1E+999: give a whole number from 0 to 65535",
                "{\"host\":null} | FILE: host is null: give a text that is not blank",
                "{\"sessionTimeout\":0} | FILE: sessionTimeout is 0: give a number of seconds above 0",
                "{\"sessionTimeout\":1e-12} | FILE: sessionTimeout is 1E-12: give a number of seconds above 0",
                "{\"sessionTimeout\":1e99} | FILE: sessionTimeout is 1E+99: give a number of seconds above 0",
                "{\"sessionTimeout\":true} | FILE: sessionTimeout is true: give a number of seconds above 0",
                "{\"sessions\":\"many\"} | FILE: sessions is \"many\": give a whole number from 0 to 100000000",
                "{\"sessions\":{}} | FILE: sessions is an object: give a whole number from 0 to 100000000",
                "{\"sessions\":[{},{\"bytes_sent\":-1}]} | FILE: sessions[1].bytes_sent is -1: give a whole number from 0 to"
                        + " 9223372036854775807",
                "{\"sessions\":[{\"type\":7}]} | FILE: sessions[0].type is 7: give a text that is not blank",
                "{\"sessions\":[{\"ip\":\"::1\"}]} | FILE: sessions[0].\"ip\" is no known key: give any of app, bytes_sent,"
                        + " client_ip, ppv_id, stream, type, user_agent",
                "{\"sessions\":[7]} | FILE: sessions[0] is 7: give an object with any of app, bytes_sent, client_ip,"
                        + " ppv_id, stream, type, user_agent",
                "{\"streams\":\"live/tv\"} | FILE: streams is \"live/tv\": give a list",
                "{\"streams\":[\"tv\"]} | FILE: streams[0] is \"tv\": give app/name",
                "{\"prot\":1} | FILE: \"prot\" is no known key: give any of KEYS",
                "[] | FILE is a list: give an object with any of KEYS",
                "`` | FILE: no JSON at character 0: give an object such as {\"port\": 8082}",
            })
    void aMistakeInTheFileIsNamed(String json, String message) throws IOException {
        Path file = write(json);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--config " + file))
                .withMessage(message.replace("FILE", file.toString())
                        .replace(
                                "KEYS",
                                "host, mediaPort, payPerView, playbackAuthorization, port, publishControl,"
                                        + " publishNotifications, sessionTimeout, sessions, streams, token, wmsAuth"));
    }

    @Test
    void aFakeThatCanNotBeFilledIsClosedAgain() throws IOException {
        int port = freePort();
        FakeNimbleOptions options = options("--port " + port + " --stream live/tv");
        options.prepare(fake -> fake.addStream("live", "tv"));

        assertThatIllegalArgumentException().isThrownBy(options::start);

        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aLongTextIsCutInAMessage() throws IOException {
        Path file = write("{\"sessions\":\"" + "x".repeat(1000) + "\"}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--config " + file))
                .withMessageContaining("x".repeat(60) + "…\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.json", "."})
    void aFileThatCantBeReadIsNamed(String name) {
        Path file = directory.resolve(name);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--config " + file))
                .withMessageStartingWith(file + " can't be read (")
                .withMessageEndingWith("): give a file of JSON in UTF-8");
    }

    @Test
    void aFileInAnotherEncodingIsNamed() throws IOException {
        Path file =
                Files.write(directory.resolve("latin.json"), "{\"host\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--config " + file))
                .withMessageContaining("can't be read");
    }

    @Test
    void theHelpNamesEveryOptionAndKey() {
        assertThat(CommandLine.HELP)
                .contains("--port ", "--media-port ", "--host ", "--token ", "--sessions ", "--stream ", "--config ")
                .contains("\"port\"", "\"mediaPort\"", "\"host\"", "\"token\"", "\"sessionTimeout\"", "\"streams\"")
                .contains("\"app\"", "\"stream\"", "\"type\"", "\"client_ip\"", "\"user_agent\"", "\"ppv_id\"");
    }

    private Path write(String json) throws IOException {
        return Files.writeString(directory.resolve("fake.json"), json);
    }

    private static List<String> liveStreams(FakeNimble fake) {
        List<String> names = new ArrayList<>();
        fake.newClient().liveStreams().list().forEach(stream -> names.add(stream.app() + "/" + stream.stream()));
        return names.stream().sorted().collect(Collectors.toList());
    }

    private static @Nullable String mistake(String arguments) {
        return catchIllegalArgumentException(() -> options(arguments)).getMessage();
    }

    private static FakeNimbleOptions options(String arguments) {
        return FakeNimbleOptions.of(List.of(arguments.split(" ", -1)));
    }

    private static FakeNimble start(String arguments) {
        return options(arguments).start();
    }
}
