package io.github.nimbleapi.session;

import java.util.Locale;
import java.util.Objects;

/**
 * How a session is played, in the server's own word. Open: a word that has no constant here is a type like any other,
 * see {@link #of(String)}. Two types are equal if their letters and digits are, whatever the case: Nimble writes both
 * {@code MPEG-TS} and {@code MPEGTS}. Immutable.
 */
public final class SessionType {
    /** HTTP Live Streaming. */
    public static final SessionType HLS = new SessionType("HLS", "hls");

    /** MPEG-DASH. */
    public static final SessionType MPEG_DASH = new SessionType("MPEG-DASH", "mpegdash");

    /** RTMP. The server's word for it is not publicly recorded; this is our reading. */
    public static final SessionType RTMP = new SessionType("RTMP", "rtmp");

    /** RTSP. The server's word for it is not publicly recorded; this is our reading. */
    public static final SessionType RTSP = new SessionType("RTSP", "rtsp");

    /** SRT. The server's word for it is not publicly recorded; this is our reading. */
    public static final SessionType SRT = new SessionType("SRT", "srt");

    /** Icecast. The server's word for it is not publicly recorded; this is our reading. */
    public static final SessionType ICECAST = new SessionType("Icecast", "icecast");

    /** MPEG-TS over HTTP. The server's word for it is not publicly recorded; this is our reading. */
    public static final SessionType MPEG_TS = new SessionType("MPEG-TS", "mpegts");

    /** The server did not say: {@link #value()} is empty. */
    public static final SessionType UNKNOWN = new SessionType("", "");

    private static final SessionType[] KNOWN = {HLS, MPEG_DASH, RTMP, RTSP, SRT, ICECAST, MPEG_TS, UNKNOWN};

    private final String value;
    private final String key;

    private SessionType(String value, String key) {
        this.value = value;
        this.key = key;
    }

    /**
     * The type of a word.
     *
     * @param value the server's word, such as {@code HLS} or {@code MoQ}
     * @return the type, which keeps the word as it is
     */
    public static SessionType of(String value) {
        for (SessionType known : KNOWN) {
            if (known.value.equals(value)) {
                return known;
            }
        }
        String letters = Objects.requireNonNull(value, "value")
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
        return new SessionType(value, letters.isEmpty() ? value : letters);
    }

    /**
     * The server's word.
     *
     * @return the word as it came
     */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionType && key.equals(((SessionType) other).key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
