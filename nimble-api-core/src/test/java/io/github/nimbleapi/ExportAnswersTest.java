package io.github.nimbleapi;

import static io.github.nimbleapi.ExportSamples.MP4;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nimbleapi.dvr.DvrExport;
import io.github.nimbleapi.error.NimbleAuthenticationException;
import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.error.NimbleRejectedException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a file, and what is none although it comes with HTTP 200. */
class ExportAnswersTest {
    private static final DvrExport VIDEO = DvrExport.mp4("live", "one");
    private static final DvrExport SUBTITLES = DvrExport.subtitles("live", "one");
    private static final String LONG = "{\"x\":\"" + "y".repeat(70_000) + "\"}";

    static Stream<Arguments> noFiles() {
        return Stream.of(
                        arguments(NimbleNotFoundException.class, "200 OK", "{\"status\":\"Not found\"}"),
                        arguments(NimbleNotFoundException.class, "200 OK", "\ufeff\r\n { \"status\" : \"NotFound\" } "),
                        arguments(NimbleRejectedException.class, "200 OK", "{\"status\":\"Error\"}"),
                        arguments(NimbleRejectedException.class, "200 OK", "{\"error\":\"no licence\"}"),
                        arguments(NimbleDataException.class, "200 OK", "{\"status\":\"Ok\"}"),
                        arguments(NimbleDataException.class, "200 OK", "{}"),
                        arguments(NimbleDataException.class, "200 OK", "<html>Welcome</html>"),
                        arguments(NimbleDataException.class, "200 OK", "\ufeff\n<html>Welcome</html>"),
                        arguments(NimbleNotFoundException.class, "404 No", "{\"status\":\"NotFound\"}"),
                        arguments(NimbleNotFoundException.class, "404 No", "<html>Not found</html>"),
                        arguments(NimbleAuthenticationException.class, "401 No", ""))
                .flatMap(row -> Stream.of(with(row, VIDEO), with(row, SUBTITLES)));
    }

    static Stream<Arguments> noVideos() {
        return Stream.of("", " \r\n", "[]", "{]garbage", LONG, "Not found", "\"Not found\"", "\ufeff\nnull", "404")
                .map(body -> arguments(NimbleDataException.class, "200 OK", body, VIDEO));
    }

    private static Arguments with(Arguments row, DvrExport export) {
        return arguments(row.get()[0], row.get()[1], row.get()[2], export);
    }

    @ParameterizedTest
    @MethodSource({"noFiles", "noVideos"})
    void whatIsNoFileIsNotWritten(Class<NimbleException> type, String status, String body, DvrExport export)
            throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.answer(status, body));
                NimbleClient client = peer.client().build()) {
            ByteArrayOutputStream target = new ByteArrayOutputStream();

            NimbleException failure = BothWays.fail(
                    type,
                    () -> client.dvr().export(export, target),
                    client.dvr().exportAsync(export, target));

            assertThat(target.size()).isZero();
            assertThat(failure).hasMessageContaining("GET /manage/dvr/export_").hasMessageContaining(peer.url());
            assertThat(peer.requests()).as("none is repeated").hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "1\r\n00:00:01,000 --> 00:00:02,000\r\nGo!\r\n",
                "\ufeff1\n00:00:01,000 --> 00:00:02,000\nGo!\n",
                "\n\n1\n00:00:01,000 --> 00:00:02,000\n\u00e4\n",
                "WEBVTT\n",
                "[Script Info]\n",
                "[]",
                "{\\an8}Go!\n",
                "{1}{2}Go!\n",
                "null"
            })
    void subtitlesAreWrittenByteForByte(String body) throws Exception {
        assertWritten(SUBTITLES, body);
    }

    @ParameterizedTest
    @MethodSource("longSubtitles")
    void longSubtitlesToo(String body) throws Exception {
        assertWritten(SUBTITLES, body);
    }

    static Stream<String> longSubtitles() {
        return Stream.of(LONG, " ".repeat(5000), "1\n".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("videos")
    void videosAreWrittenByteForByte(String body) throws Exception {
        assertWritten(VIDEO, body);
    }

    static Stream<String> videos() {
        return Stream.of(MP4, "\0", " ".repeat(5000), "\n\0mdat{", "\ufeff\0mdat<");
    }

    private static void assertWritten(DvrExport export, String body) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            ByteArrayOutputStream target = new ByteArrayOutputStream();

            long written = client.dvr().export(export, target);

            assertThat(target.toByteArray()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
            assertThat(written).isEqualTo(target.size());
        }
    }
}
