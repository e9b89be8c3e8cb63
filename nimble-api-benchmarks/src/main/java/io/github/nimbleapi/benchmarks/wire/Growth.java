package io.github.nimbleapi.benchmarks.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lets every session of a body send more bytes from one answer to the next, as for somebody who watches on. */
final class Growth {
    private static final byte[] BEFORE_DIGITS = "\"bytes_sent\":".getBytes(StandardCharsets.US_ASCII);

    private final Body body;
    private final int[][] places;
    private int generation;

    Growth(Body body) {
        this.body = body;
        this.places = new int[body.parts()][];
        Arrays.setAll(places, index -> placesIn(body.part(index)));
    }

    private static int[] placesIn(ByteBuffer part) {
        int[] found = new int[part.remaining() / 100];
        int count = 0;
        for (int i = 0; i + BEFORE_DIGITS.length < part.limit(); i++) {
            // Only this name goes on with an s.
            if (part.get(i) == '"' && part.get(i + 1) == 'b' && part.get(i + 7) == 's') {
                found[count++] = i + BEFORE_DIGITS.length;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Writes the next generation's number, 100 to 999, as the first digits of {@code bytes_sent}. */
    void next() {
        generation = (generation + 1) % 900;
        byte[] digits = Integer.toString(100 + generation).getBytes(StandardCharsets.US_ASCII);
        for (int part = 0; part < places.length; part++) {
            ByteBuffer bytes = body.part(part);
            for (int place : places[part]) {
                bytes.put(place, digits[0]);
                bytes.put(place + 1, digits[1]);
                bytes.put(place + 2, digits[2]);
            }
        }
    }
}
