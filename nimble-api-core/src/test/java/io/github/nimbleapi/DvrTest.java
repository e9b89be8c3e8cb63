package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.dvr.Dvr;
import io.github.nimbleapi.dvr.DvrArchive;
import io.github.nimbleapi.dvr.DvrExport;
import io.github.nimbleapi.dvr.DvrPeriod;
import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.error.NimbleRejectedException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DvrTest {
    private static final Instant START = Instant.ofEpochSecond(1654499440);

    private volatile String answer = RawPeer.ok("[]");
    private final RawPeer peer = RawPeer.playing(connection -> {
        while (connection.readsRequest()) {
            connection.write(answer);
        }
    });
    private final NimbleClient client = peer.client().build();
    private final Dvr dvr = client.dvr();

    @AfterEach
    void close() {
        client.close();
        peer.close();
    }

    @Test
    void anArchiveIsReadWithAllThatIsKnown() {
        answer = RawPeer.ok(
                "[{\"stream\":\"live/stream1\",\"size\":1234567,\"duration\":3600,\"periods\":2,"
                        + "\"path\":\"/var/dvr\",\"space_available\":99999999999,\"vcodec\":\"h264\",\"acodec\":\"aac\","
                        + "\"resolution\":\"1920x1080\",\"bandwidth\":2500000,\"new\":1,"
                        + "\"timeline\":[{\"start\":1654499440,\"end\":1654503040,\"duration\":3600,\"period\":1,\"x\":\"y\"}]}]");

        assertThat(dvr.archives())
                .containsExactly(DvrArchive.builder().app("live").stream("stream1")
                        .size(1_234_567)
                        .duration(Duration.ofHours(1))
                        .periods(2)
                        .path("/var/dvr")
                        .spaceAvailable(99_999_999_999L)
                        .videoCodec("h264")
                        .audioCodec("aac")
                        .resolution("1920x1080")
                        .bandwidth(2_500_000)
                        .extraMembers(Map.of("new", "1"))
                        .timeline(List.of(DvrPeriod.builder()
                                .start(START)
                                .end(START.plusSeconds(3600))
                                .duration(Duration.ofHours(1))
                                .period(1)
                                .extraMembers(Map.of("x", "y"))
                                .build()))
                        .build());
    }

    @Test
    void timesMayBeMillisecondsTextsAndFractions() {
        answer = RawPeer.ok("[{\"stream\":\"a/b/c\",\"duration\":\"12.345\",\"timeline\":["
                + "{\"start\":\"1654499440000\",\"duration\":1.5},{\"start\":1654499440,\"duration\":-1},{}]}]");

        DvrArchive archive = dvr.archives().get(0);

        assertThat(archive.app()).isEqualTo("a/b");
        assertThat(archive.stream()).isEqualTo("c");
        assertThat(archive.duration()).isEqualTo(Duration.ofMillis(12_345));
        assertThat(archive.timeline()).extracting(DvrPeriod::start).containsExactly(some(START), some(START), none());
        assertThat(archive.timeline())
                .extracting(DvrPeriod::end)
                .containsExactly(some(START.plusMillis(1500)), none(), none());
    }

    private static Optional<Instant> some(Instant moment) {
        return Optional.of(moment);
    }

    private static Optional<Instant> none() {
        return Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 OK []",
                "200 OK {}",
                "200 OK [{\"stream\":\"live/two\"},{\"stream\":\"one\"}]",
                "200 OK {\"status\":\"NotFound\"}",
                "404 No {\"status\":\"Not found\"}",
                "404 No <html>Not found</html>"
            })
    void whereThereIsNoArchiveNoneIsFound(String reply) throws Exception {
        answer = RawPeer.answer(reply.substring(0, 6), reply.substring(7));

        assertThat(dvr.archive("live", "one")).isEmpty();
        assertThat(BothWays.value(dvr.archiveAsync("live", "one"))).isEmpty();
    }

    @Test
    void ofSeveralArchivesTheOneThatIsNamedIsFound() {
        answer = RawPeer.ok("[{\"stream\":\"live/two\",\"size\":2},{\"stream\":\"live/one/1\",\"size\":1}]");

        assertThat(dvr.archive("live", "one/1")).map(DvrArchive::size).hasValue(1L);
        assertThat(dvr.archive("live/one", "1")).map(DvrArchive::size).hasValue(1L);
    }

    @Test
    void aSlashBeforeTheNameMakesNoDifference() {
        answer = RawPeer.ok("[{\"stream\":\"/live/one\",\"size\":7}]");

        assertThat(dvr.archive("live", "one")).map(DvrArchive::size).hasValue(7L);
    }

    @Test
    void anArchiveWithoutItsNameIsTheOneThatWasAskedFor() {
        answer = RawPeer.ok("[{\"size\":7}]");

        assertThat(dvr.archive("live", "one")).map(DvrArchive::size).hasValue(7L);
    }

    @Test
    void aCommandForNoArchiveIsNotFound() throws Exception {
        answer = RawPeer.ok("{\"status\":\"Not found\"}");

        BothWays.fail(
                NimbleNotFoundException.class, () -> dvr.reload("live", "one"), dvr.cleanUpAllAsync("live", "one"));
        answer = RawPeer.answer("404 Not found", "<html>Not found</html>");
        BothWays.fail(
                NimbleNotFoundException.class,
                () -> dvr.cleanUpToDepth("live", "one", Duration.ofMinutes(1)),
                dvr.reloadAsync("live", "one"));
        answer = RawPeer.ok("{\"status\":\"Error\"}");
        assertThatThrownBy(() -> dvr.cleanUpRange("live", "one", START, START.plusSeconds(1)))
                .isExactlyInstanceOf(NimbleRejectedException.class);
    }

    @Test
    void aCommandIsSentOnce() {
        answer = RawPeer.answer("503 Busy", "");

        assertThatThrownBy(() -> dvr.cleanUpAll("live", "one")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> dvr.reload("live", "one")).isInstanceOf(RuntimeException.class);

        assertThat(peer.requests()).hasSize(2);
    }

    @Test
    void aDepthIsInWholeMinutes() {
        for (long millis : new long[] {0, -60_000, 59_000, 90_000, 60_001}) {
            Duration depth = Duration.ofMillis(millis);
            refused("depth is " + depth, () -> dvr.cleanUpToDepth("live", "one", depth));
            refused("cleanUpAll", () -> dvr.cleanUpToDepthAsync("live", "one", depth));
        }
        assertThat(peer.requests()).isEmpty();
    }

    @Test
    void aRangeHoldsAWholeSecond() {
        for (long millis : new long[] {0, -1, 999, 1500}) {
            Instant from = START.plusMillis(1);
            refused("from is " + from, () -> dvr.cleanUpRange("live", "one", from, from.plusMillis(millis)));
            refused("to is ", () -> dvr.cleanUpRangeAsync("live", "one", from, from.plusMillis(millis)));
        }
        assertThat(peer.requests()).isEmpty();
    }

    @Test
    void aMomentIsOneThatAServerCanKnow() {
        Instant before = Instant.EPOCH.minusNanos(1);
        for (Instant moment : List.of(Instant.MIN, before, Instant.MAX, Instant.parse("+10000-01-01T00:00:00Z"))) {
            refused("from is " + moment, () -> dvr.cleanUpRange("live", "one", moment, START));
            refused("to is " + moment, () -> dvr.cleanUpRangeAsync("live", "one", START, moment));
            refused("from is " + moment, () -> DvrExport.mp4("live", "one").between(moment, START));
            refused("to is " + moment, () -> DvrExport.mp4("live", "one").between(START, moment));
        }
        assertThat(peer.requests()).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway")
    void namesAreChecked() {
        refused("app is empty", () -> dvr.archive("", "one"));
        refused("stream is empty", () -> dvr.archiveAsync("live", ""));
        refused("app is '.'", () -> dvr.reload(".", "one"));
        refused("stream is '..'", () -> dvr.reloadAsync("live", ".."));
        refused("app is empty", () -> dvr.cleanUpAll("", "one"));
        refused("app is empty", () -> dvr.cleanUpToDepth("", "one", Duration.ofMinutes(1)));
        refused("app is empty", () -> dvr.cleanUpRange("", "one", START, START.plusSeconds(1)));
        missing("app", () -> dvr.archive(null, "one"));
        missing("stream", () -> dvr.reload("live", null));
        missing("depth", () -> dvr.cleanUpToDepth("live", "one", null));
        missing("from", () -> dvr.cleanUpRange("live", "one", null, START));
        missing("to", () -> dvr.cleanUpRange("live", "one", START, null));
        missing("export", () -> dvr.export(null, OutputStream.nullOutputStream()));
        missing("export", () -> dvr.exportUrl(null));
        missing("target", () -> dvr.export(DvrExport.mp4("live", "one"), (Path) null));
        missing("target", () -> dvr.exportAsync(DvrExport.mp4("live", "one"), (OutputStream) null));
        missing("progress", () -> dvr.export(DvrExport.mp4("live", "one"), Path.of("x.mp4"), null));
        assertThat(peer.requests()).isEmpty();
    }

    private static void refused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }

    private static void missing(String name, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(name);
    }
}
