package io.github.nimbleapi.control.handler;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs what is late: listeners must not hold up the thread that times all futures of the JVM, and its common pool may be
 * busy. Has few threads however much is late, and none while nothing is.
 */
final class Aside {
    static final int MOST_THREADS = 8;

    private final ThreadPoolExecutor threads;

    Aside(ThreadFactory factory) {
        threads = new ThreadPoolExecutor(
                MOST_THREADS, MOST_THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        threads.allowCoreThreadTimeOut(true);
    }

    /** A task may run twice, so that must do no harm: where no thread can be started, it may be queued all the same. */
    void run(Runnable task) {
        try {
            threads.execute(task);
        } catch (Throwable e) {
            // The machine has no thread left: better here than never.
            task.run();
        }
    }
}
