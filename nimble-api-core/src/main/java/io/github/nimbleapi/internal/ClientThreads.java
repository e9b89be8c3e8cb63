package io.github.nimbleapi.internal;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one client: as many as there are answers being read, none when idle, none that keeps a JVM alive. */
final class ClientThreads {
    private static final int IDLE_SECONDS = 10;

    private ClientThreads() {}

    static ThreadPoolExecutor create() {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "nimble-api-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                // After shutdown the JDK's client may still have to tidy up.
                (task, pool) -> task.run());
    }
}
