package io.github.nimbleapi.internal.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * A thread that waits for its call and meanwhile does the call's work: it decodes the body while that arrives, and the
 * errors made there carry its own stack.
 */
final class CallerThread implements Executor {
    private final Mailbox<Runnable> tasks = new Mailbox<>();

    @Override
    public void execute(Runnable task) {
        tasks.put(task);
    }

    /** Works until the future ends. An interrupt cancels it. */
    <T> T await(CompletableFuture<T> future) throws InterruptedException {
        future.whenComplete((value, failure) -> tasks.put(() -> {}));
        while (!future.isDone()) {
            next().run();
        }
        try {
            return future.join();
        } catch (CompletionException e) {
            Throwable failure = LinkedFuture.unwrapped(e);
            if (failure instanceof RuntimeException) {
                throw (RuntimeException) failure;
            }
            if (failure instanceof Error) {
                throw (Error) failure;
            }
            throw e;
        }
    }

    private Runnable next() throws InterruptedException {
        Next next = new Next();
        // Lets a pool of few threads make another one while this one waits: the JDK's client needs one to go on.
        ForkJoinPool.managedBlock(next);
        return next.task();
    }

    private final class Next implements ForkJoinPool.ManagedBlocker {
        private @Nullable Runnable task;

        @Override
        public boolean block() throws InterruptedException {
            if (task == null) {
                task = tasks.take();
            }
            return true;
        }

        @Override
        public boolean isReleasable() {
            if (task == null) {
                task = tasks.poll();
            }
            return task != null;
        }

        Runnable task() {
            return task == null ? () -> {} : task;
        }
    }
}
