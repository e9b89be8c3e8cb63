package io.github.nimbleapi.testkit.internal.media;

/** An MPEG transport stream without end. Each round of the loop goes on where the last one ended: times and counters. */
public final class TransportStream {
    private static final int PACKET = 188;
    private static final int PIDS = 0x2000;
    private static final int TICKS_PER_SECOND = 90_000;
    private static final byte[][] SEGMENTS = MediaFile.segments("%.ts");
    /** Packets with a payload in the loop, by program id. */
    private static final int[] PAYLOADS = payloads();

    private TransportStream() {}

    /** The segment with a number, from 0. */
    public static byte[] segment(long number) {
        byte[] segment = SEGMENTS[(int) (number % MediaFile.SEGMENTS)].clone();
        long round = number / MediaFile.SEGMENTS;
        for (int packet = 0; packet < segment.length; packet += PACKET) {
            shift(segment, packet, round);
        }
        return segment;
    }

    private static int[] payloads() {
        int[] payloads = new int[PIDS];
        for (byte[] segment : SEGMENTS) {
            for (int packet = 0; packet < segment.length; packet += PACKET) {
                if (hasPayload(segment, packet)) {
                    payloads[pid(segment, packet)]++;
                }
            }
        }
        return payloads;
    }

    private static void shift(byte[] ts, int packet, long round) {
        long ticks = round * MediaFile.LOOP_SECONDS * TICKS_PER_SECOND;
        int payload = packet + 4;
        if (hasAdaptationField(ts, packet)) {
            if (ts[payload] != 0 && (ts[payload + 1] & 0x10) != 0) {
                shiftClock(ts, payload + 2, ticks);
            }
            payload += 1 + (ts[payload] & 0xFF);
        }
        if (hasPayload(ts, packet)) {
            long count = round * PAYLOADS[pid(ts, packet)];
            ts[packet + 3] = (byte) ((ts[packet + 3] & 0xF0) | ((ts[packet + 3] + count) & 0x0F));
            if (startsPes(ts, packet, payload)) {
                shiftTimestamps(ts, payload, ticks);
            }
        }
    }

    private static int pid(byte[] ts, int packet) {
        return ((ts[packet + 1] & 0x1F) << 8) | (ts[packet + 2] & 0xFF);
    }

    private static boolean hasAdaptationField(byte[] ts, int packet) {
        return (ts[packet + 3] & 0x20) != 0;
    }

    private static boolean hasPayload(byte[] ts, int packet) {
        return (ts[packet + 3] & 0x10) != 0;
    }

    /** Whether a picture or a piece of sound begins here, and not a table. */
    private static boolean startsPes(byte[] ts, int packet, int payload) {
        return (ts[packet + 1] & 0x40) != 0 && ts[payload] == 0 && ts[payload + 1] == 0 && ts[payload + 2] == 1;
    }

    private static void shiftTimestamps(byte[] ts, int pes, long ticks) {
        if ((ts[pes + 7] & 0x80) != 0) {
            shiftTimestamp(ts, pes + 9, ticks);
        }
        if ((ts[pes + 7] & 0x40) != 0) {
            shiftTimestamp(ts, pes + 14, ticks);
        }
    }

    /** PTS or DTS: 33 bits in three groups, each with a marker bit after it. */
    private static void shiftTimestamp(byte[] ts, int at, long ticks) {
        long time = ((ts[at] & 0x0EL) << 29)
                | ((ts[at + 1] & 0xFFL) << 22)
                | ((ts[at + 2] & 0xFEL) << 14)
                | ((ts[at + 3] & 0xFFL) << 7)
                | ((ts[at + 4] & 0xFEL) >> 1);
        time += ticks;
        ts[at] = (byte) ((ts[at] & 0xF1) | ((time >> 29) & 0x0E));
        ts[at + 1] = (byte) (time >> 22);
        ts[at + 2] = (byte) (((time >> 14) & 0xFE) | 1);
        ts[at + 3] = (byte) (time >> 7);
        ts[at + 4] = (byte) (((time << 1) & 0xFE) | 1);
    }

    /** PCR: 33 bits in a row. */
    private static void shiftClock(byte[] ts, int at, long ticks) {
        long clock = ((ts[at] & 0xFFL) << 25)
                | ((ts[at + 1] & 0xFFL) << 17)
                | ((ts[at + 2] & 0xFFL) << 9)
                | ((ts[at + 3] & 0xFFL) << 1)
                | ((ts[at + 4] & 0x80L) >> 7);
        clock += ticks;
        ts[at] = (byte) (clock >> 25);
        ts[at + 1] = (byte) (clock >> 17);
        ts[at + 2] = (byte) (clock >> 9);
        ts[at + 3] = (byte) (clock >> 1);
        ts[at + 4] = (byte) ((ts[at + 4] & 0x7F) | ((clock << 7) & 0x80));
    }
}
