package io.github.nimbleapi.control.internal;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Work that one thread does at a time. It may call code of users, which must not begin it again from within. */
public final class OneAtATime {
    private final ReentrantLock lock = new ReentrantLock();
    private final String refusal;
    private final Function<InterruptedException, ? extends RuntimeException> interruption;

    /** What to tell who begins it from within, and what to throw where a wait is interrupted. */
    public OneAtATime(String refusal, Function<InterruptedException, ? extends RuntimeException> interruption) {
        this.refusal = refusal;
        this.interruption = interruption;
    }

    /** Waits for other threads first. */
    public <R> R run(Supplier<R> work) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException(refusal);
        }
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interruption.apply(e);
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
