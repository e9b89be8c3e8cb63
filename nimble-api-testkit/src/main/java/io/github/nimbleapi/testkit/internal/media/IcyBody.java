package io.github.nimbleapi.testkit.internal.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Icecast with the title between the sound: after so many bytes, a block that says what is on, or nothing if nothing is new. */
public final class IcyBody extends InputStream {
    /** Bytes of sound between two blocks. */
    public static final int INTERVAL = 16_000;

    private static final int UNIT = 16;
    private static final int LONGEST = 255 * UNIT;

    private final InputStream sound;
    private final Supplier<String> title;
    private String told = "";
    private byte[] block = {};
    private int position;
    private int untilBlock = INTERVAL;

    /**
     * Puts titles into sound.
     *
     * @param title what is on now
     */
    public IcyBody(InputStream sound, Supplier<String> title) {
        this.sound = sound;
        this.title = title;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (untilBlock == 0) {
            block = nextBlock();
            position = 0;
            untilBlock = INTERVAL;
        }
        if (position < block.length) {
            int count = Math.min(length, block.length - position);
            System.arraycopy(block, position, target, offset, count);
            position += count;
            return count;
        }
        int count = sound.read(target, offset, Math.min(length, untilBlock));
        untilBlock -= Math.max(0, count);
        return count;
    }

    private byte[] nextBlock() {
        String now = title.get();
        if (now.equals(told)) {
            return new byte[1];
        }
        told = now;
        byte[] text = text(now);
        int units = (text.length + UNIT - 1) / UNIT;
        byte[] whole = new byte[1 + units * UNIT];
        whole[0] = (byte) units;
        System.arraycopy(text, 0, whole, 1, text.length);
        return whole;
    }

    /** Shortened where there is no room for all of it. */
    private static byte[] text(String title) {
        byte[] text = ("StreamTitle='" + title + "';").getBytes(StandardCharsets.UTF_8);
        return text.length <= LONGEST ? text : text(title.substring(0, title.offsetByCodePoints(title.length(), -1)));
    }

    @Override
    public void close() throws IOException {
        sound.close();
    }
}
