package io.github.nimbleapi.benchmarks.measure;

import io.github.nimbleapi.benchmarks.peer.Peer;
import java.util.Arrays;
import java.util.List;

/** The kinds of tasks, each with arguments that can be given to another process. */
public enum TaskKind {
    /** Peer, address, sessions expected, calls in a round. */
    LIST,
    /** Peer, address of a list of one session, address. */
    FIRST_SESSION,
    /** Peer, address, callers, {@code blocking} or {@code async}, milliseconds of a round. */
    SMALL_CALLS,
    /** Peer, address. */
    RETAINED,
    /** Kind, addresses. */
    FAN_OUT,
    /** Address, sessions expected. */
    WATCH;

    public TaskSpec of(Object... arguments) {
        return new TaskSpec(this, Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
    }

    Task open(List<String> arguments) throws Exception {
        switch (this) {
            case LIST:
                return new ListTask(peer(arguments), arguments.get(1), number(arguments, 2), number(arguments, 3));
            case FIRST_SESSION:
                return new FirstSessionTask(peer(arguments), arguments.get(1), arguments.get(2));
            case SMALL_CALLS:
                return SmallCallsTask.open(
                        peer(arguments).open(arguments.get(1)),
                        number(arguments, 2),
                        arguments.get(3).equals("async"),
                        number(arguments, 4));
            case RETAINED:
                return new RetainedTask(peer(arguments), arguments.get(1));
            case FAN_OUT:
                return new FanOutTask(arguments.get(0), arguments.subList(1, arguments.size()));
            case WATCH:
                return new WatchTask(arguments.get(0), number(arguments, 1));
        }
        throw new AssertionError(this);
    }

    private static Peer peer(List<String> arguments) {
        return Peer.valueOf(arguments.get(0));
    }

    private static int number(List<String> arguments, int index) {
        return Integer.parseInt(arguments.get(index));
    }
}
