package io.github.nimbleapi.benchmarks.cold;

import io.github.nimbleapi.benchmarks.peer.Peer;
import io.github.nimbleapi.benchmarks.peer.SessionClient;
import java.util.stream.Stream;

/** Takes the sessions one by one and prints their number, if the heap suffices. */
public final class CountStreamed {
    private CountStreamed() {}

    public static void main(String[] arguments) throws Exception {
        long[] count = new long[1];
        try (SessionClient client = Peer.valueOf(arguments[0]).open(arguments[1]);
                Stream<?> sessions = client.stream()) {
            sessions.forEach(session -> count[0]++);
        }
        System.out.println(count[0]);
        // Not to wait for the threads that a library keeps.
        Runtime.getRuntime().halt(0);
    }
}
