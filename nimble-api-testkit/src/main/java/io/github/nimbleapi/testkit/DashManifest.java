package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.WireReply;
import io.github.nimbleapi.testkit.internal.media.FragmentedMp4;
import io.github.nimbleapi.testkit.internal.media.MediaFile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** MPEG-DASH: a manifest that says when the stream began and how its segments are numbered, so that it never changes. */
final class DashManifest {
    private static final int WINDOW = 4;
    private static final String VIDEO =
            " codecs=\"avc1.42c015\" bandwidth=\"90000\" width=\"320\" height=\"180\" frameRate=\"25\"";
    private static final String AUDIO = " codecs=\"mp4a.40.2\" bandwidth=\"35000\" audioSamplingRate=\"48000\"";

    private DashManifest() {}

    /** The manifest; {@code query} leads to the session. */
    static WireReply of(Instant beginning, String query) {
        String escaped = query.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return WireReply.text(
                "application/dash+xml",
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"dynamic\""
                        + " profiles=\"urn:mpeg:dash:profile:isoff-live:2011\" availabilityStartTime=\""
                        + beginning.truncatedTo(ChronoUnit.SECONDS) + "\""
                        + duration("minBufferTime", 1)
                        + duration("maxSegmentDuration", 1)
                        + duration("timeShiftBufferDepth", WINDOW)
                        + duration("suggestedPresentationDelay", 2)
                        + ">\n<Period id=\"0\" start=\"PT0S\">\n"
                        + track(FragmentedMp4.VIDEO, VIDEO, escaped)
                        + track(FragmentedMp4.AUDIO, AUDIO, escaped)
                        + "</Period>\n</MPD>\n");
    }

    private static String track(FragmentedMp4 track, String properties, String query) {
        String name = track.name();
        return "<AdaptationSet contentType=\"" + name + "\" mimeType=\"" + name
                + "/mp4\" segmentAlignment=\"true\" startWithSAP=\"1\">\n<Representation id=\"" + name + "\""
                + properties + ">\n<SegmentTemplate startNumber=\"0\" timescale=\"" + track.timescale()
                + "\" duration=\"" + track.timescale() * MediaFile.SEGMENT_SECONDS + "\" initialization=\"" + name
                + "-init.mp4?" + query + "\" media=\"" + name + "-$Number$.m4s?" + query
                + "\"/>\n</Representation>\n</AdaptationSet>\n";
    }

    private static String duration(String name, int segments) {
        return " " + name + "=\"PT" + segments * MediaFile.SEGMENT_SECONDS + "S\"";
    }
}
