package io.github.nimbleapi.internal.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's own timer thread, shared by the whole JVM: there is none to start or to stop. It only rings; what is to be done
 * may call the user's code and is done by the executor.
 *
 * <p>Nearly every task is called off, and to set the JDK's timer wakes its thread. So it is set for the earliest task only,
 * and left as it is when that one is called off: whoever calls on and on wakes it once in a time limit.
 */
final class SystemTimer implements Timer {
    private static final long NEVER = Long.MAX_VALUE;

    /** The JDK's thread keeps what it rings for, so a client that is not used any more is let go after this. */
    private static final long LONGEST_SLEEP = TimeUnit.MINUTES.toNanos(1);

    private final Executor executor;
    private final long origin = System.nanoTime();
    private final TreeSet<Task> tasks =
            new TreeSet<>(Comparator.comparingLong((Task task) -> task.due).thenComparingLong(task -> task.number));
    private long number;
    private long nextRing = NEVER;

    SystemTimer(Executor executor) {
        this.executor = executor;
    }

    private static final class Task {
        private final long due;
        private final long number;
        private final Runnable work;

        Task(long due, long number, Runnable work) {
            this.due = due;
            this.number = number;
            this.work = work;
        }
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public synchronized Runnable schedule(long nanos, Runnable work) {
        // So far away that nobody lives to see it, and no sum overflows.
        long due = now() + Math.min(nanos, NEVER / 4);
        Task task = new Task(due, number++, work);
        tasks.add(task);
        ringBy(due);
        return () -> callOff(task);
    }

    private long now() {
        return System.nanoTime() - origin;
    }

    private synchronized void callOff(Task task) {
        tasks.remove(task);
    }

    private void ringBy(long due) {
        long ring = Math.min(due, now() + LONGEST_SLEEP);
        if (ring < nextRing) {
            nextRing = ring;
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, ring - now(), TimeUnit.NANOSECONDS)
                    .thenRun(() -> dueTasks(ring).forEach(executor::execute));
        }
    }

    private synchronized List<Runnable> dueTasks(long ring) {
        List<Runnable> due = new ArrayList<>();
        if (ring == nextRing) {
            nextRing = NEVER;
        }
        while (!tasks.isEmpty() && tasks.first().due <= now()) {
            due.add(tasks.pollFirst().work);
        }
        if (!tasks.isEmpty()) {
            ringBy(tasks.first().due);
        }
        return due;
    }
}
