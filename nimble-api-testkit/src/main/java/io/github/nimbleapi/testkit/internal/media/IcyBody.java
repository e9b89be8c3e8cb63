package io.github.nimbleapi.testkit.internal.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Icecast with the title between the sound: after so many bytes, a block that says what is on, or nothing if nothing is new. */
public final class IcyBody extends InputStream {
    /** Bytes of sound between two blocks. */
    public static final int INTERVAL = 16_000;

    private static final int UNIT = 16;
    private static final int LONGEST = 255 * UNIT;
    private static final byte[] BEGIN = "StreamTitle='".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "';".getBytes(StandardCharsets.US_ASCII);

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
        ByteBuffer text = text(now);
        int units = (text.remaining() + UNIT - 1) / UNIT;
        byte[] whole = new byte[1 + units * UNIT];
        whole[0] = (byte) units;
        text.get(whole, 1, text.remaining());
        return whole;
    }

    /** Shortened where there is no room for all of it, between two characters. */
    private static ByteBuffer text(String title) {
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
        ByteBuffer text = ByteBuffer.allocate(LONGEST).put(BEGIN).limit(LONGEST - END.length);
        encoder.encode(CharBuffer.wrap(title), text, true);
        return text.limit(LONGEST).put(END).flip();
    }

    @Override
    public void close() throws IOException {
        sound.close();
    }
}
