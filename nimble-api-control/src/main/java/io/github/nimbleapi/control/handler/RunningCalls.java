package io.github.nimbleapi.control.handler;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Knows the calls by their threads, so that a server can stop when there are none. */
final class RunningCalls {
    private final Set<Thread> running = new HashSet<>();
    private boolean ending;

    /** Whether it may. */
    synchronized boolean begin() {
        if (!ending) {
            running.add(Thread.currentThread());
        }
        return !ending;
    }

    synchronized void end() {
        running.remove(Thread.currentThread());
        notifyAll();
    }

    /** Lets none begin any more, and waits for those that have, but not for one that asks for it. */
    synchronized void awaitEnd(Duration patience) {
        ending = true;
        running.remove(Thread.currentThread());
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); !running.isEmpty() && left > 0; left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
