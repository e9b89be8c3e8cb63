package io.github.nimbleapi.internal.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;

/** The part of a body that has arrived and is not yet decoded, in one array. */
final class Window {
    /** Zeros behind the end: whoever reads words or looks one byte ahead meets them, and never the end of the array. */
    static final int ZEROS = 16;

    /** Room for what the JDK reads from a socket at a time, and for the session that it was cut off in. */
    private static final int LARGEST = 2 * 16 * 1024;

    private final InputStream body;
    private boolean isOver;

    byte[] bytes;
    /** The first byte that is not decoded. */
    int start;
    /** Behind the last byte that has arrived. */
    int end;

    /** One byte more than the body has, if that is known, so that its end is met without a larger window. */
    Window(InputStream body, OptionalLong length) {
        this.body = body;
        this.bytes = new byte[(int) Math.min(length.orElse(LARGEST), LARGEST - 1) + 1 + ZEROS];
    }

    /** Waits for more bytes; false if there are none, or there is no room for them. */
    boolean more() throws IOException {
        if (end == capacity()) {
            makeRoom();
        }
        if (isOver || end == capacity()) {
            return false;
        }
        int count = body.read(bytes, end, capacity() - end);
        isOver = count < 0;
        end += Math.max(0, count);
        Arrays.fill(bytes, end, end + ZEROS, (byte) 0);
        return !isOver;
    }

    private int capacity() {
        return bytes.length - ZEROS;
    }

    private void makeRoom() {
        System.arraycopy(bytes, start, bytes, 0, end - start);
        end -= start;
        start = 0;
    }

    /** Whether all of the body is decoded. */
    boolean isOver() {
        return isOver && start == end;
    }

    /** The first byte that is not decoded; 0 if it has not arrived. */
    byte next() {
        return bytes[start];
    }

    void skip(int count) {
        start += count;
    }

    /** To the next byte that is no blank, waiting for it. */
    void skipBlanks() throws IOException {
        do {
            start = afterBlanks(bytes, start);
        } while (start == end && more());
    }

    static int afterBlanks(byte[] json, int from) {
        int at = from;
        // Mostly there is none, and one look is enough to see that.
        while (json[at] <= ' ' && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** All that is not decoded, also what is still to come, behind a beginning. The window is not used any more then. */
    InputStream restBehind(String beginning) {
        InputStream first = new ByteArrayInputStream(beginning.getBytes(StandardCharsets.US_ASCII));
        return new SequenceInputStream(
                first, new SequenceInputStream(new ByteArrayInputStream(bytes, start, end - start), body));
    }

    InputStream rest() {
        return restBehind("");
    }
}
