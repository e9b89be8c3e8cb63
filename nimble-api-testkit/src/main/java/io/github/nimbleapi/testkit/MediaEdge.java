package io.github.nimbleapi.testkit;

import io.github.nimbleapi.session.SessionType;
import io.github.nimbleapi.testkit.internal.Connection;
import io.github.nimbleapi.testkit.internal.Content;
import io.github.nimbleapi.testkit.internal.WireReply;
import io.github.nimbleapi.testkit.internal.WireRequest;
import io.github.nimbleapi.testkit.internal.media.FragmentedMp4;
import io.github.nimbleapi.testkit.internal.media.MediaFile;
import io.github.nimbleapi.testkit.internal.media.TransportStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What players come to: the streams of a fake in all forms that are asked for over HTTP. */
final class MediaEdge {
    private static final SessionType PROGRESSIVE = SessionType.of("Progressive");
    private static final WireReply NOT_FOUND = WireReply.html(404, "<html><body>Not found</body></html>");
    private static final Pattern SEGMENT = Pattern.compile("(segment|video|audio)-([0-9]{1,18})\\.(ts|m4s)");

    private final FakeStreams streams;
    private final Admission admission;
    private final EndlessBodies endless;
    private final ClientAddress clientAddress;
    private final Clock clock;

    MediaEdge(
            FakeStreams streams, Admission admission, EndlessBodies endless, ClientAddress clientAddress, Clock clock) {
        this.streams = streams;
        this.admission = admission;
        this.endless = endless;
        this.clientAddress = clientAddress;
        this.clock = clock;
    }

    WireReply answer(WireRequest request, Connection connection) {
        String path = request.decodedPath();
        Optional<FakeStream> stream = request.method().equals("GET") ? streams.at(path) : Optional.empty();
        return forPages(stream.map(found ->
                        answer(path, new Visit(request, connection, found, clientAddress.of(request, connection))))
                .orElse(NOT_FOUND));
    }

    /** Pages that play come from elsewhere. */
    static WireReply forPages(WireReply reply) {
        return reply.header("Access-Control-Allow-Origin", "*");
    }

    private WireReply answer(String path, Visit visit) {
        String file = path.substring(visit.stream().path().length());
        switch (file) {
            case "/playlist.m3u8":
                return admission.inSession(
                        visit, SessionType.HLS, session -> HlsPlaylists.master(visit.queryOf(session)));
            case "/chunks.m3u8":
                return admission.forChunkList(
                        visit, session -> HlsPlaylists.chunks(liveEdge(visit), visit.queryOf(session)));
            case "/manifest.mpd":
                return admission.inSession(visit, SessionType.MPEG_DASH, session -> manifest(visit, session));
            case "/mpeg.2ts":
                return admission.inSessionOfItsOwn(
                        visit, SessionType.MPEG_TS, session -> endless.transportStream(visit, session));
            case "/icecast.stream":
                return admission.inSessionOfItsOwn(
                        visit, SessionType.ICECAST, session -> endless.icecast(visit, session));
            case "":
                return admission.inSession(visit, PROGRESSIVE, session -> download(visit, session));
            default:
                return admission.inRunningSession(visit, session -> segment(visit, file.substring(1)));
        }
    }

    private long liveEdge(Visit visit) {
        return visit.stream().liveEdge(clock.instant());
    }

    private WireReply manifest(Visit visit, FakeSession session) {
        return DashManifest.of(visit.stream().beginning(), visit.queryOf(session));
    }

    private WireReply download(Visit visit, FakeSession session) {
        return visit.sessionId().isPresent()
                ? Download.of(visit.request(), "video/mp4", MediaFile.mp4())
                : WireReply.redirect(visit.request().path() + "?" + visit.queryOf(session));
    }

    private WireReply segment(Visit visit, String file) {
        Matcher segment = SEGMENT.matcher(file);
        if (file.equals("video-init.mp4")) {
            return WireReply.file("video/mp4", Content.of(FragmentedMp4.VIDEO.init()));
        } else if (file.equals("audio-init.mp4")) {
            return WireReply.file("audio/mp4", Content.of(FragmentedMp4.AUDIO.init()));
        } else if (!segment.matches()) {
            return NOT_FOUND;
        }
        long number = Long.parseLong(segment.group(2));
        switch (segment.group(1)) {
            case "video":
                return segment(visit, "video/mp4", number, FragmentedMp4.VIDEO::segment);
            case "audio":
                return segment(visit, "audio/mp4", number, FragmentedMp4.AUDIO::segment);
            default:
                return segment(visit, "video/mp2t", number, TransportStream::segment);
        }
    }

    private WireReply segment(Visit visit, String type, long number, LongFunction<byte[]> bytes) {
        // Some players of MPEG-DASH ask for a segment when it begins.
        return number <= liveEdge(visit) ? WireReply.file(type, Content.of(bytes.apply(number))) : NOT_FOUND;
    }
}
