package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionType;
import io.github.nimbleapi.testkit.internal.media.FragmentedMp4;
import io.github.nimbleapi.testkit.internal.media.TransportStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a viewer sees of it: ffmpeg plays, the session is deleted, ffmpeg is out. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class RealPlayerTest {
    @TempDir
    static Path folder;

    private static Path ffmpeg;

    @BeforeAll
    static void unpack() throws IOException {
        ffmpeg = Ffmpeg.unpack(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "playlist.m3u8, HLS",
        "manifest.mpd, MPEG-DASH",
        "mpeg.2ts, MPEG-TS",
        "icecast.stream, Icecast",
    })
    void ffmpegPlaysUntilItsSessionIsDeleted(String file, String type) throws Exception {
        try (FakeNimble fake = FakeNimble.start()) {
            fake.addStream("live", "tv");
            NimbleClient nimble = fake.newClient();
            try (Ffmpeg player = Ffmpeg.play(ffmpeg, fake.playbackUrl("live", "tv", file))) {
                PlaybackSession begun = awaitSession(nimble, player, 0);
                assertThat(begun.type()).isEqualTo(SessionType.of(type));
                assertThat(begun.userAgent()).startsWith("Lavf");
                PlaybackSession later = awaitSession(nimble, player, begun.bytesSent() + 20_000);
                assertThat(later.id()).isEqualTo(begun.id());
                while (!player.isPlaying()) {
                    assertThat(player.await(0)).as(player.output()).isEqualTo(-1);
                    TimeUnit.MILLISECONDS.sleep(50);
                }

                nimble.sessions().delete(later.id());

                while (!player.isOut()) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                assertThat(nimble.sessions().list()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ts, frame=  600", "video.mp4, frame=  600", "audio.mp4, time=00:00:23.9"})
    void theLoopHasNoSeam(String form, String decoded) throws Exception {
        Path file = Files.createTempFile(folder, "loop", "." + form);
        try (OutputStream out = Files.newOutputStream(file)) {
            write(form, out);
        }
        try (Ffmpeg player = Ffmpeg.check(ffmpeg, file)) {
            assertThat(player.await(60)).isZero();
            assertThat(player.output().lines().filter(line -> !line.contains("time=")))
                    .isEmpty();
            assertThat(player.output()).contains(decoded);
        }
    }

    private static void write(String form, OutputStream out) throws IOException {
        FragmentedMp4 track = form.startsWith("video") ? FragmentedMp4.VIDEO : FragmentedMp4.AUDIO;
        out.write(form.equals("ts") ? new byte[0] : track.init());
        for (int number = 0; number < 12; number++) {
            out.write(form.equals("ts") ? TransportStream.segment(number) : track.segment(number));
        }
    }

    private static PlaybackSession awaitSession(NimbleClient nimble, Ffmpeg player, long moreThan)
            throws InterruptedException {
        while (true) {
            List<PlaybackSession> sessions = nimble.sessions().list();
            if (!sessions.isEmpty() && sessions.get(0).bytesSent() > moreThan) {
                return sessions.get(0);
            }
            assertThat(player.await(0)).as(player.output()).isEqualTo(-1);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
