package io.github.nimbleapi.benchmarks.cold;

import io.github.nimbleapi.benchmarks.peer.Peer;
import io.github.nimbleapi.benchmarks.peer.SessionClient;

/** Lists once and prints the number of sessions, if the heap suffices. */
public final class ListOnce {
    private ListOnce() {}

    public static void main(String[] arguments) throws Exception {
        try (SessionClient client = Peer.valueOf(arguments[0]).open(arguments[1])) {
            System.out.println(client.list().size());
        }
        // Not to wait for the threads that a library keeps.
        Runtime.getRuntime().halt(0);
    }
}
