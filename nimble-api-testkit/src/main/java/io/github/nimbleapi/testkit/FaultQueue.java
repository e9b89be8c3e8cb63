package io.github.nimbleapi.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The faults to come, in the order in which they were given. */
final class FaultQueue {
    private final List<Waiting> all = new CopyOnWriteArrayList<>();

    private static final class Waiting {
        private final Fault fault;
        private final Predicate<RecordedCall> which;
        private final boolean onBothPorts;
        private final AtomicInteger left;

        Waiting(Fault fault, Predicate<RecordedCall> which, boolean onBothPorts) {
            this.fault = fault;
            this.which = which;
            this.onBothPorts = onBothPorts;
            this.left = new AtomicInteger(fault.times());
        }

        /** False where other calls have taken all strikes. */
        boolean takesOne() {
            return left.getAndUpdate(strikes -> strikes == Fault.ALWAYS ? strikes : Math.max(0, strikes - 1)) > 0;
        }
    }

    /** Strikes the next management calls, whatever they are. */
    void add(Fault fault) {
        all.add(new Waiting(fault, call -> true, false));
    }

    /** Strikes the next calls of both ports that match. */
    void add(Fault fault, Predicate<RecordedCall> which) {
        all.add(new Waiting(fault, which, true));
    }

    void clear() {
        all.clear();
    }

    @Nullable
    Fault ofManagement(RecordedCall call) {
        return first(all, call);
    }

    /** Looks at the call only where a fault may strike it: there may be thousands of players. */
    @Nullable
    Fault ofPlayers(Supplier<RecordedCall> call) {
        return all.stream().anyMatch(waiting -> waiting.onBothPorts) ? first(ofBothPorts(), call.get()) : null;
    }

    private Iterable<Waiting> ofBothPorts() {
        return () -> all.stream().filter(waiting -> waiting.onBothPorts).iterator();
    }

    private @Nullable Fault first(Iterable<Waiting> some, RecordedCall call) {
        for (Waiting waiting : some) {
            if (waiting.which.test(call) && waiting.takesOne()) {
                all.removeIf(one -> one.left.get() == 0);
                return waiting.fault;
            }
        }
        return null;
    }
}
