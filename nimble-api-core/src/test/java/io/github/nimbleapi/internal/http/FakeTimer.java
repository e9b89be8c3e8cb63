package io.github.nimbleapi.internal.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A clock that stands still until it is told to go on. */
final class FakeTimer implements Timer {
    private final List<Alarm> alarms = new ArrayList<>();

    // Overflows soon, between two attempts, as the JDK's clock may at any time.
    private long now = Long.MAX_VALUE - 250_000_000;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public Runnable schedule(long nanos, Runnable task) {
        Alarm alarm = new Alarm(now + nanos, task);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    /** Goes on, and on its way rings what is due. */
    void advance(Duration time) {
        long target = now + time.toNanos();
        for (Optional<Alarm> due = next(target); due.isPresent(); due = next(target)) {
            now = due.get().at;
            alarms.remove(due.get());
            due.get().task.run();
        }
        now = target;
    }

    int pending() {
        return alarms.size();
    }

    private Optional<Alarm> next(long target) {
        return alarms.stream()
                .filter(alarm -> alarm.at - target <= 0)
                .min(Comparator.comparingLong(alarm -> alarm.at - target));
    }

    private static final class Alarm {
        final long at;
        final Runnable task;

        Alarm(long at, Runnable task) {
            this.at = at;
            this.task = task;
        }
    }
}
