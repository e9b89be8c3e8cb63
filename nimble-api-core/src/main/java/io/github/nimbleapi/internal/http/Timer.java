package io.github.nimbleapi.internal.http;

import java.util.concurrent.Executor;

/** The clock and alarm of the decorators, so that their tests need not wait. */
public interface Timer {
    long nanoTime();

    /** Runs a task later, in a thread that may be held up. The returned handle calls it off. */
    Runnable schedule(long nanos, Runnable task);

    /** The real one, whose tasks are done by an executor. */
    static Timer system(Executor executor) {
        return new SystemTimer(executor);
    }
}
