package io.github.nimbleapi.testkit.internal.media;

import java.nio.ByteBuffer;

/** A track in fragments, without end. Each round of the loop goes on where the last one ended. */
public final class FragmentedMp4 {
    public static final FragmentedMp4 VIDEO = new FragmentedMp4("video", 12_800, 25_600, 25_600);
    /** Sound comes in frames of 1024 samples, of which a whole number fits into the loop, but not into a segment. */
    public static final FragmentedMp4 AUDIO = new FragmentedMp4("audio", 48_000, 94 * 1024, 93 * 1024);

    private static final int MOOF = 0x6D6F6F66;
    private static final int TRAF = 0x74726166;
    private static final int SIDX = 0x73696478;
    private static final int MFHD = 0x6D666864;
    private static final int TFDT = 0x74666474;

    private final String name;
    private final int timescale;
    private final int duration;
    private final int lastDuration;
    private final byte[] init;
    private final byte[][] segments;

    private FragmentedMp4(String name, int timescale, int duration, int lastDuration) {
        this.name = name;
        this.timescale = timescale;
        this.duration = duration;
        this.lastDuration = lastDuration;
        this.init = MediaFile.read(name + "-init.mp4");
        this.segments = MediaFile.segments(name + "-%.m4s");
    }

    public String name() {
        return name;
    }

    /** Units of time in a second. */
    public int timescale() {
        return timescale;
    }

    public byte[] init() {
        return init.clone();
    }

    /** The segment with a number, from 0. */
    public byte[] segment(long number) {
        byte[] segment = segments[(int) (number % MediaFile.SEGMENTS)].clone();
        shift(ByteBuffer.wrap(segment), 0, segment.length, number);
        return segment;
    }

    private long time(long number) {
        long round = (MediaFile.SEGMENTS - 1L) * duration + lastDuration;
        return number / MediaFile.SEGMENTS * round + number % MediaFile.SEGMENTS * duration;
    }

    private void shift(ByteBuffer boxes, int from, int to, long number) {
        for (int box = from; box < to; box += boxes.getInt(box)) {
            int content = box + 8;
            switch (boxes.getInt(box + 4)) {
                case MOOF:
                case TRAF:
                    shift(boxes, content, box + boxes.getInt(box), number);
                    break;
                case SIDX:
                    boxes.putLong(content + 12, time(number));
                    break;
                case MFHD:
                    boxes.putInt(content + 4, (int) number + 1);
                    break;
                case TFDT:
                    boxes.putLong(content + 4, time(number));
                    break;
                default:
                // Says nothing of time.
            }
        }
    }
}
