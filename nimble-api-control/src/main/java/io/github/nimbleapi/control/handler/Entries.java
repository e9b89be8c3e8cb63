package io.github.nimbleapi.control.handler;

/** Counts what is kept of a body: a small entry costs many times what it takes up there. */
final class Entries {
    private static final int ALWAYS = 1_000;
    private static final int BYTES_EACH = 64;

    private final int most;
    private int count;

    /** No body that long is made of entries much shorter than a viewer, publisher or stream takes. */
    Entries(int maxBodyBytes) {
        this.most = Math.max(ALWAYS, maxBodyBytes / BYTES_EACH);
    }

    void add() throws Unreadable {
        if (++count > most) {
            throw new Unreadable("has more than " + most + " entries");
        }
    }
}
