package io.github.nimbleapi.testkit.internal;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * Writes a reply, or part of it. A body of unknown length goes out in chunks to those who understand them. A body is
 * opened before anything is written, and closed whatever happens, since a session may last as long as it.
 */
final class BodyWriter {
    private static final int PIECE = 64 * 1024;

    private final OutputStream out;
    private final WireReply reply;
    private final boolean chunked;

    /** What comes after half of a body. */
    @FunctionalInterface
    interface Ending {
        void run() throws IOException;
    }

    BodyWriter(OutputStream connection, WireReply reply, boolean chunksAreUnderstood) {
        // Head and a short body in one packet.
        this.out = new BufferedOutputStream(connection);
        this.reply = reply;
        this.chunked = chunksAreUnderstood && !reply.body().hasLength();
    }

    void send() throws IOException {
        try (InputStream body = reply.body().open()) {
            out.write(reply.head(chunked));
            if (reply.body().hasLength()) {
                copy(body, reply.body().length());
            } else {
                copyAll(body);
            }
        }
        out.flush();
    }

    /** The body is open until the ending is over. */
    void sendHalf(Ending ending) throws IOException {
        try (InputStream body = reply.body().open()) {
            out.write(reply.head(chunked));
            if (reply.body().hasLength()) {
                copy(body, reply.body().length() / 2);
            } else {
                byte[] first = new byte[PIECE];
                write(first, Math.max(0, body.read(first)) / 2);
            }
            out.flush();
            ending.run();
        }
    }

    /** Sends byte by byte, for as long as nobody says that it is over. */
    void sendSlowly(BooleanSupplier isOver) throws IOException {
        long most = reply.body().hasLength() ? reply.body().length() : Long.MAX_VALUE;
        try (InputStream body = reply.body().open()) {
            out.write(reply.head(chunked));
            out.flush();
            for (long sent = 0; sent < most && !isOver.getAsBoolean(); sent++) {
                int next = body.read();
                if (next < 0) {
                    end();
                    return;
                }
                write(new byte[] {(byte) next}, 1);
                out.flush();
            }
        }
    }

    private void copy(InputStream body, long count) throws IOException {
        byte[] piece = new byte[PIECE];
        for (long left = count; left > 0; ) {
            int length = body.read(piece, 0, (int) Math.min(piece.length, left));
            if (length < 0) {
                throw new EOFException("the content is shorter than its length");
            }
            write(piece, length);
            left -= length;
        }
    }

    private void copyAll(InputStream body) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
            write(piece, length);
            out.flush();
        }
        end();
    }

    /** There is no more to read. */
    private void end() throws IOException {
        if (reply.body().hasLength()) {
            throw new EOFException("the content is shorter than its length");
        }
        if (chunked) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        out.flush();
    }

    private void write(byte[] piece, int length) throws IOException {
        if (length == 0) {
            return;
        }
        if (chunked) {
            out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        out.write(piece, 0, length);
        if (chunked) {
            out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        reply.sent(length);
    }
}
