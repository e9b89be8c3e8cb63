package io.github.nimbleapi.benchmarks.cold;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.session.PlaybackSession;
import java.util.List;

/** Ours, and closed: prints the nanoseconds from the start of main to the first session. */
public final class NimbleStart {
    private NimbleStart() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        long nanos;
        List<PlaybackSession> sessions;
        try (NimbleClient nimble = NimbleClient.create(arguments[0])) {
            sessions = nimble.sessions().list();
            nanos = System.nanoTime() - start;
        }
        System.out.println(sessions.isEmpty() ? "none" : nanos);
    }
}
