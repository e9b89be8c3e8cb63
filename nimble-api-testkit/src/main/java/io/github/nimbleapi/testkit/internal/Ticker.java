package io.github.nimbleapi.testkit.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does something again and again in a thread of its own. */
public final class Ticker implements AutoCloseable {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Daemon thread;

    /** Starts; the first time comes after one interval. */
    public Ticker(String name, Duration interval, Runnable task) {
        thread = new Daemon(name, () -> run(TimeUnit.NANOSECONDS.convert(interval), task));
        thread.start();
    }

    private void run(long nanos, Runnable task) {
        try {
            while (!stopped.await(nanos, TimeUnit.NANOSECONDS)) {
                task.run();
            }
        } catch (InterruptedException e) {
            // Somebody wants the thread to end.
        }
    }

    /** Lets the thread end after what it does now. */
    public void stop() {
        stopped.countDown();
    }

    public boolean isGone() {
        return !thread.isAlive();
    }

    /** Stops, and waits a little until the thread is gone. */
    @Override
    public void close() {
        stop();
        thread.awaitEnd();
    }
}
