package io.github.nimbleapi.testkit.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What begins like an MP4 file and has its outer structure, but shows nothing. */
public final class FakeMp4 {
    /** The size of its head, below which there is none. */
    public static final long SMALLEST = 40;

    private static final int TYPE_LENGTH = 24;

    private FakeMp4() {}

    public static Content ofSize(long size) {
        return Content.of(size, () -> new SequenceInputStream(new ByteArrayInputStream(head(size)), new Filler()));
    }

    private static byte[] head(long size) {
        return ByteBuffer.allocate((int) SMALLEST)
                .putInt(TYPE_LENGTH)
                .put("ftypisom".getBytes(StandardCharsets.US_ASCII))
                .putInt(0x200)
                .put("isommp41".getBytes(StandardCharsets.US_ASCII))
                // This size stands for "the size comes after the name".
                .putInt(1)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .putLong(size - TYPE_LENGTH)
                .array();
    }

    /** Bytes without end. */
    private static final class Filler extends InputStream {
        private int next;

        @Override
        public int read() {
            next = (next + 1) % 251;
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                target[i] = (byte) read();
            }
            return length;
        }
    }
}
