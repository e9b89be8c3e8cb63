package io.github.nimbleapi.testkit.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The body of a reply. A long one is made while it is sent, and may have no end. Immutable. */
public final class Content {
    static final Content NONE = of("");

    private static final long UNKNOWN = -1;

    private final long length;
    private final Supplier<InputStream> bytes;

    private Content(long length, Supplier<InputStream> bytes) {
        this.length = length;
        this.bytes = bytes;
    }

    static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Content of(byte[] bytes) {
        return new Content(bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** Bytes that are made anew for each reply; there must be so many at least. */
    public static Content of(long length, Supplier<InputStream> bytes) {
        return new Content(length, bytes);
    }

    /** Bytes of which nobody knows beforehand how many they will be. What one read returns is sent at once. */
    public static Content ofUnknownLength(Supplier<InputStream> bytes) {
        return new Content(UNKNOWN, bytes);
    }

    boolean hasLength() {
        return length != UNKNOWN;
    }

    long length() {
        return length;
    }

    InputStream open() {
        return bytes.get();
    }
}
