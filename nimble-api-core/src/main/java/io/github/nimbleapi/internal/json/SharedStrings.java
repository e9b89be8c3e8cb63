package io.github.nimbleapi.internal.json;

import org.jspecify.annotations.Nullable;

/**
 * Gives equal texts the same String. The table is of fixed size and looks at few places, so texts chosen by strangers
 * (user agents) can fill it or collide in it, but neither grow it nor slow it down: they are merely not shared.
 */
public final class SharedStrings {
    private static final int SLOTS = 2048;
    private static final int PROBES = 8;

    private final @Nullable String[] table = new String[SLOTS];

    public String get(char[] chars, int offset, int length) {
        if (length == 0) {
            return "";
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int slot = hash ^ hash >>> 15;
        for (int probe = 0; probe < PROBES; probe++) {
            int at = slot + probe & SLOTS - 1;
            String known = table[at];
            if (known == null) {
                String fresh = new String(chars, offset, length);
                table[at] = fresh;
                return fresh;
            }
            if (same(known, hash, chars, offset, length)) {
                return known;
            }
        }
        return new String(chars, offset, length);
    }

    private static boolean same(String known, int hash, char[] chars, int offset, int length) {
        // A String keeps its hash, which is computed as above: unequal texts are told apart here, nearly always.
        if (known.length() != length || known.hashCode() != hash) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != chars[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
