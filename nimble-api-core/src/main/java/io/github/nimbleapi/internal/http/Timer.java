package io.github.nimbleapi.internal.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The clock and alarm of the decorators, so that their tests need not wait. */
public interface Timer {
    long nanoTime();

    /** Runs a task later, in a thread that may be held up. The returned handle calls it off. */
    Runnable schedule(long nanos, Runnable task);

    /**
     * The JDK's own timer thread, shared by the whole JVM: there is none to start or to stop. It only rings; what is to
     * be done may call the user's code and is done by the executor.
     */
    static Timer system(Executor executor) {
        return new Timer() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public Runnable schedule(long nanos, Runnable task) {
                CompletableFuture<Boolean> bell =
                        new CompletableFuture<Boolean>().completeOnTimeout(true, nanos, TimeUnit.NANOSECONDS);
                bell.thenAccept(rang -> {
                    if (rang) {
                        executor.execute(task);
                    }
                });
                // Completing it normally is what takes it off the JDK's queue at once; cancelling would not.
                return () -> bell.complete(false);
            }
        };
    }
}
