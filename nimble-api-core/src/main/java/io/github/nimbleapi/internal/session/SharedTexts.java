package io.github.nimbleapi.internal.session;

import io.github.nimbleapi.internal.json.Json;
import io.github.nimbleapi.session.SessionType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives equal texts the same String. Texts are chosen by strangers (user agents), so all of it is bounded: they can fill
 * its table or collide in it, but neither make it grow nor slow it down, they are merely not shared.
 */
final class SharedTexts {
    private static final int FEWEST_SLOTS = 16;
    private static final int MOST_SLOTS = 4096;
    private static final int MOST_TYPES = 64;
    private static final int PROBES = 8;
    private static final int LONGEST = 1024;
    private static final long PRIME = 0x9e3779b97f4a7c15L;

    private @Nullable Entry[] table = new Entry[FEWEST_SLOTS];
    private int entries;
    /** For Jackson's reader, which has no bytes. A HashMap makes trees of what collides, so nobody can slow it down. */
    private final Map<String, String> strings = new HashMap<>(0);

    private final Map<String, SessionType> types = new HashMap<>(0);

    /** A text of JSON as it stands between its quotes. */
    String text(byte[] json, int from, int to) throws IOException {
        int hash = hash(json, from, to);
        int free = -1;
        for (int probe = 0; probe < PROBES; probe++) {
            int slot = hash + probe & table.length - 1;
            Entry known = table[slot];
            if (known == null) {
                free = slot;
                break;
            }
            if (known.hash == hash && Arrays.equals(known.json, 0, known.json.length, json, from, to)) {
                return known.text;
            }
        }
        String text = decoded(json, from, to);
        if (free >= 0 && to - from <= LONGEST) {
            table[free] = new Entry(hash, Arrays.copyOfRange(json, from, to), text);
            entries++;
        }
        if (entries > table.length / 4 && table.length < MOST_SLOTS) {
            grow();
        }
        return text;
    }

    String text(String text) {
        if (strings.size() >= MOST_SLOTS || text.length() > LONGEST) {
            return strings.getOrDefault(text, text);
        }
        String known = strings.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    SessionType type(String word) {
        SessionType known = types.get(word);
        if (known == null) {
            known = SessionType.of(word);
            if (types.size() < MOST_TYPES) {
                types.put(word, known);
            }
        }
        return known;
    }

    /** What stands between two quotes, its escapes replaced. */
    static String decoded(byte[] json, int from, int to) throws IOException {
        String text = new String(json, from, to - from, StandardCharsets.UTF_8);
        return text.indexOf('\\') < 0 ? text : Json.unescaped(text);
    }

    private void grow() {
        @Nullable Entry[] old = table;
        table = new Entry[2 * old.length];
        entries = 0;
        for (Entry entry : old) {
            if (entry != null) {
                put(entry);
            }
        }
    }

    private void put(Entry entry) {
        for (int probe = 0; probe < PROBES; probe++) {
            int slot = entry.hash + probe & table.length - 1;
            if (table[slot] == null) {
                table[slot] = entry;
                entries++;
                return;
            }
        }
    }

    /** Of all bytes, eight at a time: names that differ in their last digit only must not meet. */
    private static int hash(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mixed(hash ^ Words.at(bytes, at));
        }
        if (at < to) {
            hash = mixed(hash ^ (Words.at(bytes, at) & Words.mask(to - at)));
        }
        return (int) (hash >>> 32);
    }

    /** A product carries what is low upwards, so what is high goes down first, and the result is the upper half. */
    private static long mixed(long bits) {
        return (bits ^ bits >>> 32) * PRIME;
    }

    private static final class Entry {
        private final int hash;
        private final byte[] json;
        private final String text;

        Entry(int hash, byte[] json, String text) {
            this.hash = hash;
            this.json = json;
            this.text = text;
        }
    }
}
