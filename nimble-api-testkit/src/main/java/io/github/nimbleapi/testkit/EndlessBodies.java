package io.github.nimbleapi.testkit;

import io.github.nimbleapi.icecast.IcecastStreamInfo;
import io.github.nimbleapi.testkit.internal.Content;
import io.github.nimbleapi.testkit.internal.WireReply;
import io.github.nimbleapi.testkit.internal.media.IcyBody;
import io.github.nimbleapi.testkit.internal.media.MediaFile;
import io.github.nimbleapi.testkit.internal.media.Mp3;
import io.github.nimbleapi.testkit.internal.media.PacedBody;
import io.github.nimbleapi.testkit.internal.media.TransportStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongFunction;

/** Streams in one answer each, which goes on until either side has enough. */
final class EndlessBodies {
    private static final IcecastStreamInfo SILENT = IcecastStreamInfo.builder().build();

    private final FakeStreams streams;
    private final FakeSessions sessions;
    private final FakeIcecast icecast;
    private final Clock clock;

    EndlessBodies(FakeStreams streams, FakeSessions sessions, FakeIcecast icecast, Clock clock) {
        this.streams = streams;
        this.sessions = sessions;
        this.icecast = icecast;
        this.clock = clock;
    }

    WireReply transportStream(Visit visit, FakeSession session) {
        long latest = visit.stream().liveEdge(clock.instant()) - 1;
        Duration duration = Duration.ofSeconds(MediaFile.SEGMENT_SECONDS);
        return WireReply.file(
                "video/mp2t",
                Content.ofUnknownLength(() -> body(visit, session, TransportStream::segment, latest, duration)));
    }

    WireReply icecast(Visit visit, FakeSession session) {
        IcecastStreamInfo info = info(visit);
        WireReply reply = WireReply.file("audio/mpeg", Content.ofUnknownLength(() -> sound(visit, session)))
                .header("icy-name", onOneLine(info.name()))
                .header("icy-genre", onOneLine(info.genre()))
                .header("icy-br", Integer.toString(Mp3.KILOBITS_PER_SECOND));
        return wantsTitles(visit) ? reply.header("icy-metaint", Integer.toString(IcyBody.INTERVAL)) : reply;
    }

    private InputStream sound(Visit visit, FakeSession session) {
        PacedBody frames = body(visit, session, round -> Mp3.loop(), 0, Duration.ofMillis(Mp3.LOOP_MILLIS));
        return wantsTitles(visit) ? new IcyBody(frames, () -> info(visit).title()) : frames;
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static boolean wantsTitles(Visit visit) {
        return visit.request().header("icy-metadata").filter("1"::equals).isPresent();
    }

    private IcecastStreamInfo info(Visit visit) {
        return icecast.info(visit.stream().app(), visit.stream().stream()).orElse(SILENT);
    }

    private PacedBody body(
            Visit visit, FakeSession session, LongFunction<byte[]> segments, long first, Duration duration) {
        session.whenOver(visit.connection()::close);
        return new PacedBody(
                visit.connection(),
                segments,
                first,
                duration,
                () -> streams.isLive(visit.stream()),
                () -> sessions.end(session));
    }
}
