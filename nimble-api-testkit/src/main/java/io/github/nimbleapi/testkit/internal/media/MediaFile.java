package io.github.nimbleapi.testkit.internal.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The files that {@code make-media.sh} has made: eight seconds that loop, in segments of two seconds. */
public final class MediaFile {
    /** Segments in the loop. */
    static final int SEGMENTS = 4;

    /** The length of a segment. */
    public static final int SEGMENT_SECONDS = 2;

    static final int LOOP_SECONDS = SEGMENTS * SEGMENT_SECONDS;

    private MediaFile() {}

    /** All of the loop as one file to download. */
    public static byte[] mp4() {
        return read("loop.mp4");
    }

    static byte[] read(String name) {
        try (InputStream in = Objects.requireNonNull(MediaFile.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of all segments; {@code %} in the name stands for the number. */
    static byte[][] segments(String name) {
        byte[][] segments = new byte[SEGMENTS][];
        for (int i = 0; i < SEGMENTS; i++) {
            segments[i] = read(name.replace("%", Integer.toString(i)));
        }
        return segments;
    }
}
