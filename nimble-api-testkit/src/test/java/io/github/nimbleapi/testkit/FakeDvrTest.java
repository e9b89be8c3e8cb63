package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.RetryPolicy;
import io.github.nimbleapi.dvr.DvrArchive;
import io.github.nimbleapi.dvr.DvrExport;
import io.github.nimbleapi.dvr.DvrPeriod;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.error.NimbleTimeoutException;
import io.github.nimbleapi.raw.RawReply;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeDvrTest {
    private static final Instant START = Instant.ofEpochSecond(1654499440);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final DvrExport VIDEO = DvrExport.mp4("live", "one");

    private static FakeArchive twoMinutes(FakeNimble fake) {
        return fake.dvr()
                .addArchive(
                        "live",
                        "one",
                        archive -> archive.recorded(START.plusSeconds(3600), MINUTE)
                                .recorded(START, MINUTE)
                                .size(1200));
    }

    @Test
    void anArchiveIsTheLastHourUnlessSet(@NimbleServer FakeNimble fake) {
        FakeArchive archive = fake.dvr().addArchive("live", "one");

        assertThat(archive.duration()).isEqualTo(Duration.ofHours(1));
        assertThat(archive.size()).isEqualTo(1_000_000);
        assertThat(archive.isRecorded(Instant.now().minus(Duration.ofMinutes(30))))
                .isTrue();
        assertThat(archive.isRecorded(Instant.now().minus(Duration.ofMinutes(90))))
                .isFalse();
        assertThat(archive).hasToString("FakeArchive[live/one]");
        assertThat(fake.dvr().archives()).containsExactly(archive);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.dvr().addArchive("live", "one"))
                .withMessageContaining("live/one");
    }

    @Test
    void theLastHourIsThatOfTheClock() {
        ManualClock clock = new ManualClock();
        try (FakeNimble fake = FakeNimble.builder().clock(clock).start()) {
            FakeArchive archive = fake.dvr().addArchive("live", "one");

            assertThat(archive.isRecorded(clock.instant().minusSeconds(1))).isTrue();
            assertThat(archive.isRecorded(clock.instant().minus(Duration.ofHours(1))))
                    .isTrue();
            assertThat(archive.isRecorded(clock.instant())).isFalse();
        }
    }

    @Test
    void itsPeriodsAreToldOldestFirst(@NimbleServer FakeNimble fake) {
        twoMinutes(fake);

        DvrArchive archive = fake.newClient().dvr().archives().get(0);

        assertThat(archive.size()).isEqualTo(1200);
        assertThat(archive.periods()).isEqualTo(2);
        assertThat(archive.duration()).isEqualTo(Duration.ofMinutes(2));
        assertThat(archive.bandwidth()).isEqualTo(80);
        assertThat(archive.path()).isEqualTo("/var/dvr/live_one");
        assertThat(archive.extraMembers()).isEmpty();
        assertThat(archive.timeline())
                .containsExactly(
                        DvrPeriod.builder()
                                .period(1)
                                .start(START)
                                .end(START.plus(MINUTE))
                                .duration(MINUTE)
                                .build(),
                        DvrPeriod.builder()
                                .period(2)
                                .start(START.plusSeconds(3600))
                                .end(START.plusSeconds(3660))
                                .duration(MINUTE)
                                .build());
        assertThat(fake.newClient().raw().get("/manage/dvr_status").bodyText()).doesNotContain("timeline");
    }

    @Test
    void aPartIsSmallerInProportion(@NimbleServer FakeNimble fake) {
        twoMinutes(fake);
        NimbleClient nimble = fake.newClient();
        DvrExport half = VIDEO.between(START.plusSeconds(30), START.plusSeconds(3630));
        DvrExport second = VIDEO.between(START, START.plusSeconds(1));
        DvrExport gap = VIDEO.between(START.plusSeconds(60), START.plusSeconds(3600));

        assertThat(nimble.dvr().export(half, OutputStream.nullOutputStream())).isEqualTo(600);
        assertThat(nimble.dvr().export(second, OutputStream.nullOutputStream()))
                .as("never without its head")
                .isEqualTo(40);
        assertThatThrownBy(() -> nimble.dvr().export(gap, OutputStream.nullOutputStream()))
                .isExactlyInstanceOf(NimbleNotFoundException.class);
    }

    @Test
    void aVideoHasTheOuterStructureOfAnMp4(@NimbleServer FakeNimble fake) {
        fake.dvr().addArchive("live", "one", archive -> archive.size(100_000));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        fake.newClient().dvr().export(VIDEO, file);
        ByteBuffer bytes = ByteBuffer.wrap(file.toByteArray());

        int first = bytes.getInt(0);
        assertThat(file.toString(StandardCharsets.ISO_8859_1).substring(4, 8)).isEqualTo("ftyp");
        assertThat(file.toString(StandardCharsets.ISO_8859_1).substring(first + 4, first + 8))
                .isEqualTo("mdat");
        assertThat(first + bytes.getLong(first + 8)).isEqualTo(100_000);
    }

    @Test
    void aLargeVideoIsMadeWhileItIsSent(@NimbleServer FakeNimble fake) {
        fake.dvr().addArchive("live", "one", archive -> archive.size(1L << 40));

        assertThatThrownBy(() -> fake.newClient().dvr().export(VIDEO, OutputStream.nullOutputStream(), progress -> {
                    assertThat(progress.total()).hasValue(1L << 40);
                    if (progress.written() > 10_000_000) {
                        throw new ArithmeticException("enough");
                    }
                }))
                .isExactlyInstanceOf(ArithmeticException.class);
    }

    @Test
    void subtitlesAreCountedAndTimedFromTheirBeginning(@NimbleServer FakeNimble fake) {
        twoMinutes(fake);
        ByteArrayOutputStream text = new ByteArrayOutputStream();

        fake.newClient()
                .dvr()
                .export(
                        DvrExport.subtitles("live", "one")
                                .track(1)
                                .language("eng")
                                .between(START.plusSeconds(48), START.plusSeconds(3601)),
                        text);

        assertThat(text.toString(StandardCharsets.UTF_8))
                .isEqualTo("1\n00:00:00,000 --> 00:00:10,000\nIt is 2022-06-06T07:11:28Z, track 1, in eng\n\n"
                        + "2\n00:00:10,000 --> 00:00:12,000\nIt is 2022-06-06T07:11:38Z, track 1, in eng\n\n"
                        + "3\n00:00:12,000 --> 00:00:13,000\nIt is 2022-06-06T08:10:40Z, track 1, in eng\n\n");
    }

    @Test
    void aRangeIsTakenOutOfTheMiddle(@NimbleServer FakeNimble fake) {
        FakeArchive archive = twoMinutes(fake);
        NimbleClient nimble = fake.newClient();

        nimble.dvr().cleanUpRange("live", "one", START.plusSeconds(20), START.plusSeconds(30));

        assertThat(archive.duration()).isEqualTo(Duration.ofSeconds(110));
        assertThat(archive.size()).isEqualTo(1100);
        assertThat(archive.isRecorded(START.plusSeconds(19))).isTrue();
        assertThat(archive.isRecorded(START.plusSeconds(20))).isFalse();
        assertThat(archive.isRecorded(START.plusSeconds(30))).isTrue();
        assertThat(nimble.dvr().archive("live", "one").orElseThrow().periods()).isEqualTo(3);
    }

    @Test
    void aDepthCountsFromTheEndOfTheRecording(@NimbleServer FakeNimble fake) {
        FakeArchive archive = twoMinutes(fake);
        fake.newClient().dvr().cleanUpToDepth("live", "one", Duration.ofMinutes(2));

        assertThat(archive.duration()).isEqualTo(MINUTE);
        assertThat(archive.isRecorded(START)).isFalse();
    }

    @Test
    void anEmptyArchiveIsStillListed(@NimbleServer FakeNimble fake) {
        FakeArchive archive = twoMinutes(fake);
        NimbleClient nimble = fake.newClient();

        nimble.dvr().cleanUpAll("live", "one");

        assertThat(archive.size()).isZero();
        assertThat(nimble.dvr().archives().get(0).timeline()).isEmpty();
        assertThatThrownBy(() -> nimble.dvr().export(VIDEO, OutputStream.nullOutputStream()))
                .isExactlyInstanceOf(NimbleNotFoundException.class);
        nimble.dvr().cleanUpToDepth("live", "one", MINUTE);
    }

    @Test
    void reloadsAreCounted(@NimbleServer FakeNimble fake) {
        FakeArchive archive = fake.dvr().addArchive("a b", "\u00e4/%2F");
        fake.newClient().dvr().reload("a b", "\u00e4/%2F");

        assertThat(archive.reloads()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dvr/export_mp4/live/one?start=1",
                "dvr/export_mp4/live/one?start=5&end=5",
                "dvr/export_srt/live/one?end=2022-06-06",
                "dvr/cleanup_archive/live/one?target_depth=much",
                "dvr/cleanup_archive/live/one?from=9&to=8",
                "dvr/cleanup_archive/live/one?to=8"
            })
    void whatMakesNoSenseIsRefused(String call, @NimbleServer FakeNimble fake) {
        FakeArchive archive = twoMinutes(fake);
        NimbleClient nimble = fake.newClient();

        RawReply reply = call.contains("export")
                ? nimble.raw().get("/manage/" + call)
                : nimble.raw().post("/manage/" + call);

        assertThat(reply.bodyText()).isEqualTo("{\"status\":\"Error\"}");
        assertThat(archive.duration()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void faultsStrikeInTheMiddleOfAFile(@NimbleServer FakeNimble fake) {
        fake.dvr().addArchive("live", "one", archive -> archive.size(200));
        NimbleClient nimble = fake.newClient()
                .withOptions(
                        options -> options.callTimeout(Duration.ofSeconds(1)).retryPolicy(RetryPolicy.none()));
        ByteArrayOutputStream half = new ByteArrayOutputStream();
        fake.failNext(Fault.stallBody());
        fake.failNext(Fault.truncatedBody());
        fake.failNext(Fault.slowBody(Duration.ofMillis(1)));

        assertThatThrownBy(() -> nimble.dvr().export(VIDEO, half))
                .isExactlyInstanceOf(NimbleTimeoutException.class)
                .hasMessageContaining("after 100 bytes");
        assertThat(half.size()).isEqualTo(100);
        assertThatThrownBy(() -> nimble.dvr().export(VIDEO, OutputStream.nullOutputStream()))
                .isExactlyInstanceOf(NimbleConnectionException.class);
        assertThat(nimble.dvr().export(VIDEO, half)).isEqualTo(200);
    }

    @Test
    void settingsAreChecked(@NimbleServer FakeNimble fake) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.dvr().addArchive("a", "b", archive -> archive.size(39)))
                .withMessageContaining("size is 39");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.dvr().addArchive("a", "b", archive -> archive.recorded(START, Duration.ZERO)))
                .withMessageContaining("duration is PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.dvr()
                        .addArchive(
                                "a",
                                "b",
                                archive -> archive.recorded(START, MINUTE).recorded(START.plusSeconds(59), MINUTE)))
                .withMessageContaining("start is 2022-06-06T07:11:39Z");
        assertThat(fake.dvr().archives()).isEmpty();
    }
}
