package io.github.nimbleapi.testkit.internal;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The body of a reply. A long one is made while it is sent. Immutable. */
public final class Content {
    static final Content NONE = of("");

    private static final int CHUNK = 64 * 1024;

    private final long length;
    private final Supplier<InputStream> bytes;

    private Content(long length, Supplier<InputStream> bytes) {
        this.length = length;
        this.bytes = bytes;
    }

    static Content of(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return new Content(encoded.length, () -> new ByteArrayInputStream(encoded));
    }

    /** Bytes that are made anew for each reply; there must be so many at least. */
    public static Content of(long length, Supplier<InputStream> bytes) {
        return new Content(length, bytes);
    }

    long length() {
        return length;
    }

    InputStream open() {
        return bytes.get();
    }

    /** Writes the first so many bytes. */
    void write(OutputStream out, long count) throws IOException {
        try (InputStream in = open()) {
            long left = count;
            while (left > 0) {
                byte[] chunk = in.readNBytes((int) Math.min(CHUNK, left));
                if (chunk.length == 0) {
                    throw new EOFException("the content is shorter than its length");
                }
                out.write(chunk);
                left -= chunk.length;
            }
        }
    }
}
