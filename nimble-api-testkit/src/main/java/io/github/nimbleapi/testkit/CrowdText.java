package io.github.nimbleapi.testkit;

import java.io.InputStream;
import java.time.Instant;
import java.util.BitSet;
import java.util.NavigableMap;

/** The sessions of a {@link Crowd} as wire text in an array whose end is missing, a piece at a time. */
final class CrowdText extends InputStream {
    private static final int PIECE = 64 * 1024;

    private final BitSet ids;
    private final NavigableMap<Integer, Instant> arrivals;
    private final JsonBytes piece = new JsonBytes(PIECE);
    private int sent;
    private int next;
    private boolean begun;

    CrowdText(BitSet ids, NavigableMap<Integer, Instant> arrivals) {
        this.ids = ids;
        this.arrivals = arrivals;
        this.next = ids.nextSetBit(0);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (sent == piece.length()) {
            fill();
        }
        int count = Math.min(length, piece.length() - sent);
        piece.copy(sent, target, offset, count);
        sent += count;
        return piece.length() == 0 ? -1 : count;
    }

    private void fill() {
        piece.clear();
        sent = 0;
        while (next >= 0 && piece.room() > InventedSession.LONGEST) {
            piece.text(begun ? "," : "[");
            InventedSession.write(next, arrivals.floorEntry(next).getValue().getEpochSecond(), piece);
            begun = true;
            next = ids.nextSetBit(next + 1);
        }
    }
}
