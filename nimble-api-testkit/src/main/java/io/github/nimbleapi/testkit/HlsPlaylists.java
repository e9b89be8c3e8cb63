package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.WireReply;
import io.github.nimbleapi.testkit.internal.media.MediaFile;

/** HLS: a playlist that names the chunk list, and a chunk list that names the latest segments. */
final class HlsPlaylists {
    private static final String TYPE = "application/vnd.apple.mpegurl";
    private static final int WINDOW = 4;

    private HlsPlaylists() {}

    /** The playlist; {@code query} leads to the session. */
    static WireReply master(String query) {
        return WireReply.text(
                TYPE,
                "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-STREAM-INF:BANDWIDTH=190000,RESOLUTION=320x180,"
                        + "CODECS=\"avc1.42c015,mp4a.40.2\"\nchunks.m3u8?" + query + "\n");
    }

    /** The segments that can be played, the latest of them. */
    static WireReply chunks(long liveEdge, String query) {
        long first = liveEdge - WINDOW;
        StringBuilder list = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:")
                .append(MediaFile.SEGMENT_SECONDS)
                .append("\n#EXT-X-MEDIA-SEQUENCE:")
                .append(first)
                .append('\n');
        for (long number = first; number < liveEdge; number++) {
            list.append("#EXTINF:")
                    .append(MediaFile.SEGMENT_SECONDS)
                    .append(".000,\nsegment-")
                    .append(number)
                    .append(".ts?")
                    .append(query)
                    .append('\n');
        }
        return WireReply.text(TYPE, list.toString());
    }
}
