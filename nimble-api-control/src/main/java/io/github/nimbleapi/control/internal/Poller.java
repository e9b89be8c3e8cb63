package io.github.nimbleapi.control.internal;

import static java.lang.System.Logger.Level.ERROR;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Runs a task again and again on a daemon thread of its own: never two runs at once, a delay with jitter between the end
 * of one and the start of the next, and a longer one after failures.
 */
public final class Poller implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger("io.github.nimbleapi");
    private static final double JITTER = 0.1;
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    /** One run. */
    @FunctionalInterface
    public interface Task {
        /** Whether it went well; if not, the next run comes later. */
        boolean run();
    }

    private final Duration delay;
    private final Task task;
    private final Thread thread;
    private boolean started;
    private volatile boolean closed;

    public Poller(String name, Duration delay, Task task) {
        this.delay = delay;
        this.task = task;
        this.thread = new Thread(this::runUntilClosed, name);
        thread.setDaemon(true);
    }

    /** Checks an interval for a builder. */
    public static Duration requireInterval(Duration interval) {
        Objects.requireNonNull(interval, "interval");
        if (interval.isNegative() || interval.isZero() || interval.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("interval is " + interval + ": give one above zero, up to a day");
        }
        return interval;
    }

    /** Starts the thread; the first run is at once. */
    public synchronized void start() {
        if (closed) {
            throw new IllegalStateException("it is closed: make a new one");
        }
        if (started) {
            throw new IllegalStateException("it has been started already");
        }
        started = true;
        thread.start();
    }

    private void runUntilClosed() {
        int failures = 0;
        while (!closed) {
            failures = succeeds() ? 0 : failures + 1;
            try {
                Thread.sleep(pause(failures, ThreadLocalRandom.current().nextDouble()));
            } catch (InterruptedException e) {
                // By close(), or by a stranger who has no say here.
            }
        }
    }

    private boolean succeeds() {
        try {
            return task.run();
        } catch (RuntimeException e) {
            if (!closed) {
                LOGGER.log(ERROR, thread.getName() + ": a run failed, the next one comes", e);
            }
            return false;
        }
    }

    /** Milliseconds until the next run. */
    long pause(int failures, double random) {
        double factor = Math.pow(2, Math.min(failures, 30)) * (1 - JITTER + 2 * JITTER * random);
        long longest = Math.max(delay.toMillis(), LONGEST_BACK_OFF.toMillis());
        return (long) Math.max(1, Math.min(longest * (1 + JITTER), delay.toMillis() * factor));
    }

    /** Ends a run that is under way by interrupting it, and waits for its end unless called from it. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        if (Thread.currentThread() != thread) {
            joined(thread);
        }
    }

    private static void joined(Thread thread) {
        try {
            thread.join(FAREWELL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
