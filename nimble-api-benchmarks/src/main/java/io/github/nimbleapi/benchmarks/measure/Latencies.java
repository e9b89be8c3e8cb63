package io.github.nimbleapi.benchmarks.measure;

import java.util.Arrays;

/** How long the latest calls of one caller took. Takes no memory while calls are made, which is measured too. */
final class Latencies {
    private static final int KEPT = 1 << 16;

    private final long[] nanos = new long[KEPT];
    private int calls;

    void clear() {
        calls = 0;
    }

    void add(long taken) {
        nanos[calls++ % KEPT] = taken;
    }

    int calls() {
        return calls;
    }

    long[] kept() {
        return Arrays.copyOf(nanos, Math.min(calls, KEPT));
    }
}
