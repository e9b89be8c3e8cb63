package io.github.nimbleapi.control.handler;

/**
 * Limits how many entries are kept of a body: an object takes many times the memory of a short entry's text, so that a body
 * within its limit of bytes could still fill the heap.
 */
final class Entries {
    private static final int ALWAYS = 1_000;
    private static final int BYTES_EACH = 64;

    private final int most;
    private int count;

    /** One for each 64 bytes, because the text of a viewer, publisher or stream is hardly ever shorter. */
    Entries(int maxBodyBytes) {
        this.most = Math.max(ALWAYS, maxBodyBytes / BYTES_EACH);
    }

    void add() throws Unreadable {
        if (++count > most) {
            throw new Unreadable("has more than " + most + " entries");
        }
    }
}
