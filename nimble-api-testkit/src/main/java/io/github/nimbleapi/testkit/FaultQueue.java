package io.github.nimbleapi.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The faults to come. */
final class FaultQueue {
    private final Deque<Fault> faults = new ArrayDeque<>();

    synchronized void add(Fault fault) {
        faults.add(fault);
    }

    synchronized @Nullable Fault poll() {
        Fault fault = faults.poll();
        if (fault != null && fault.times() > 1) {
            faults.addFirst(fault.times(fault.times() - 1));
        }
        return fault;
    }
}
