package io.github.nimbleapi.internal.http;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A queue for one thread that takes and any number that put. Each call makes two, so it is small: no locks, no conditions. */
final class Mailbox<T> {
    private final Queue<T> items = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Thread taker;

    void put(T item) {
        items.add(item);
        LockSupport.unpark(taker);
    }

    @Nullable
    T poll() {
        return items.poll();
    }

    /** Waits for an item. */
    T take() throws InterruptedException {
        announce();
        T item = items.poll();
        while (item == null) {
            requireUninterrupted();
            LockSupport.park(this);
            item = items.poll();
        }
        return item;
    }

    /** Waits for an item, but no longer; then there is none. */
    @Nullable
    T take(long nanos) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        announce();
        T item = items.poll();
        for (long left = nanos; item == null && left > 0; left = until - System.nanoTime()) {
            requireUninterrupted();
            LockSupport.parkNanos(this, left);
            item = items.poll();
        }
        return item;
    }

    /** Before the queue is looked at, as {@link #put} looks here after it has put: one of the two sees the other. */
    private void announce() {
        taker = Thread.currentThread();
    }

    private static void requireUninterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
