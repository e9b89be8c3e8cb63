package io.github.nimbleapi.internal.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The name of a member as it stands before its value, {@code "id":}. */
final class MemberName {
    private final byte[] name;
    private final int length;
    private final long head;
    private final long headMask;
    private final long tail;
    private final int tailAt;

    MemberName(String name) {
        this.name = name.getBytes(StandardCharsets.US_ASCII);
        byte[] token = Arrays.copyOf(
                ("\"" + name + "\":").getBytes(StandardCharsets.US_ASCII), name.length() + 3 + Long.BYTES);
        this.length = name.length() + 3;
        this.headMask = Words.mask(Math.min(length, Long.BYTES));
        this.head = Words.at(token, 0) & headMask;
        // Two words hold the longest name; they overlap where it is shorter.
        this.tailAt = Math.max(0, length - Long.BYTES);
        this.tail = Words.at(token, tailAt) & headMask;
    }

    static MemberName[] all(List<String> names) {
        MemberName[] all = new MemberName[names.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = new MemberName(names.get(i));
        }
        return all;
    }

    /** Behind this name, if it stands there with nothing between its parts; else -1. */
    int end(byte[] json, int at) {
        return (Words.at(json, at) & headMask) == head && (Words.at(json, at + tailAt) & headMask) == tail
                ? at + length
                : -1;
    }

    boolean is(byte[] json, int from, int to) {
        return Arrays.equals(name, 0, name.length, json, from, to);
    }
}
