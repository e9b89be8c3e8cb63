package io.github.nimbleapi.internal.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gives equal texts the same String. The table is of fixed size and looks at few places, so texts chosen by strangers
 * (user agents) can fill it or collide in it, but neither grow it nor slow it down: they are merely not shared.
 */
public final class SharedStrings {
    private static final int SLOTS = 2048;
    private static final int PROBES = 8;

    private final @Nullable Entry[] table = new Entry[SLOTS];

    public String get(char[] chars, int offset, int length) {
        int hash = hash(chars, offset, length);
        for (int probe = 0; probe < PROBES; probe++) {
            int slot = hash + probe & SLOTS - 1;
            Entry known = table[slot];
            if (known == null) {
                known = new Entry(hash, Arrays.copyOfRange(chars, offset, offset + length));
                table[slot] = known;
                return known.text;
            }
            if (known.hash == hash
                    && Arrays.equals(known.chars, 0, known.chars.length, chars, offset, offset + length)) {
                return known.text;
            }
        }
        return new String(chars, offset, length);
    }

    /** In four independent sums, because each multiplication of one sum waits for the one before. */
    private static int hash(char[] chars, int offset, int length) {
        int a = length;
        int b = 0;
        int c = 0;
        int d = 0;
        int end = offset + length;
        int i = offset;
        for (; i + 3 < end; i += 4) {
            a = 31 * a + chars[i];
            b = 31 * b + chars[i + 1];
            c = 31 * c + chars[i + 2];
            d = 31 * d + chars[i + 3];
        }
        for (; i < end; i++) {
            a = 31 * a + chars[i];
        }
        int hash = 31 * (31 * (31 * a + b) + c) + d;
        return hash ^ hash >>> 15;
    }

    private static final class Entry {
        private final int hash;
        private final char[] chars;
        private final String text;

        Entry(int hash, char[] chars) {
            this.hash = hash;
            this.chars = chars;
            this.text = new String(chars);
        }
    }
}
