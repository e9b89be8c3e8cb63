package io.github.nimbleapi.internal.session;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, the first of them the lowest. */
final class Words {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long BLANKS = ' ' * ONES;

    private Words() {}

    static long at(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** Ones for so many bytes, 1 to 8. */
    static long mask(int bytes) {
        return -1L >>> (Long.SIZE - Byte.SIZE * bytes);
    }

    /**
     * How many bytes come before the first that is not simply a part of a text: a quote, a backslash or a control
     * character; 8 if there is none.
     *
     * <p>The subtraction of a one from each byte borrows from the next where a byte is zero, so that what comes behind the
     * first byte found may be wrong: only the first counts.
     */
    static int plainBytes(long word) {
        long found = zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES) | ((word - BLANKS) & ~word);
        return Long.numberOfTrailingZeros(found & HIGHS) >>> 3;
    }

    private static long zeros(long word) {
        return (word - ONES) & ~word;
    }
}
