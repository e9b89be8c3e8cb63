package io.github.nimbleapi.internal.protocol;

import java.time.Duration;

/** Durations as Nimble writes them, with a fraction or without. */
final class Units {
    private Units() {}

    static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1_000_000_000));
    }

    static Duration millis(double millis) {
        return Duration.ofNanos(Math.round(millis * 1_000_000));
    }
}
