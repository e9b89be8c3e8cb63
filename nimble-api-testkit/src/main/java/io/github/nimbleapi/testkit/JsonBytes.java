package io.github.nimbleapi.testkit;

/** Bytes of JSON text, for what has to be fast. Texts are ASCII, and need no escapes. */
final class JsonBytes {
    private final byte[] bytes;
    private int length;

    JsonBytes(int capacity) {
        bytes = new byte[capacity];
    }

    JsonBytes text(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    /** A number that is not negative. */
    JsonBytes number(long number) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        length += digits;
        int at = length;
        for (long rest = number; digits > 0; digits--, rest /= 10) {
            bytes[--at] = (byte) ('0' + rest % 10);
        }
        return this;
    }

    int length() {
        return length;
    }

    int room() {
        return bytes.length - length;
    }

    void clear() {
        length = 0;
    }

    void copy(int from, byte[] target, int offset, int count) {
        System.arraycopy(bytes, from, target, offset, count);
    }
}
