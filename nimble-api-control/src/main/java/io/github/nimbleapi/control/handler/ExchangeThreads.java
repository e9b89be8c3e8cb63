package io.github.nimbleapi.control.handler;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a server. One that waits too long for its peer is interrupted, which closes the peer's connection: the
 * JDK's server has no deadline of its own, not even for the first line of a request.
 */
final class ExchangeThreads extends ThreadPoolExecutor {
    private static final ThreadLocal<@Nullable Deadline> DEADLINE = new ThreadLocal<>();
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Duration patience;
    private final ScheduledThreadPoolExecutor clock =
            new ScheduledThreadPoolExecutor(1, named("nimble-api-handler-clock"));

    ExchangeThreads(int count, Duration patience) {
        super(count, count, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("nimble-api-handler"));
        allowCoreThreadTimeOut(true);
        this.patience = patience;
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Makes threads that do not keep the JVM alive. */
    static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable exchange) {
        hurry();
    }

    @Override
    protected void afterExecute(Runnable exchange, @Nullable Throwable thrown) {
        relax();
    }

    /** Runs what the peer can't be blamed for. An interrupt that it leaves behind would cost the peer its answer. */
    <T> T withoutHaste(Supplier<T> code) {
        relax();
        try {
            return code.get();
        } finally {
            if (Thread.interrupted() && isShutdown()) {
                Thread.currentThread().interrupt();
            }
            hurry();
        }
    }

    private void hurry() {
        DEADLINE.set(new Deadline(clock, patience));
    }

    private static void relax() {
        Deadline running = DEADLINE.get();
        if (running != null) {
            running.cancel();
            DEADLINE.remove();
        }
    }

    /** Interrupts what still runs, and waits a little for it; does neither to the caller if that is one of them. */
    void end() {
        boolean wasInterrupted = Thread.currentThread().isInterrupted();
        shutdownNow();
        clock.shutdownNow();
        if (!wasInterrupted && Thread.interrupted()) {
            return;
        }
        try {
            awaitTermination(FAREWELL.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Deadline {
        private final Thread thread = Thread.currentThread();
        private final ScheduledFuture<?> alarm;
        private boolean cancelled;
        private boolean rang;

        Deadline(ScheduledThreadPoolExecutor clock, Duration patience) {
            alarm = clock.schedule(this::ring, patience.toNanos(), TimeUnit.NANOSECONDS);
        }

        private synchronized void ring() {
            if (!cancelled) {
                rang = true;
                thread.interrupt();
            }
        }

        /** After this it does not ring, and has not rung for what comes next. */
        synchronized void cancel() {
            cancelled = true;
            if (rang) {
                Thread.interrupted();
            }
            alarm.cancel(false);
        }
    }
}
