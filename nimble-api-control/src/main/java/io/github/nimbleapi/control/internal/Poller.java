package io.github.nimbleapi.control.internal;

import static java.lang.System.Logger.Level.ERROR;

import java.time.Duration;

/**
 * Runs a task again and again on a daemon thread of its own: never two runs at once, a delay with jitter between the end
 * of one and the start of the next, and a longer one after failures.
 */
public final class Poller implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger("io.github.nimbleapi");
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    /** One run. */
    @FunctionalInterface
    public interface Task {
        /** Whether it went well; if not, the next run comes later. */
        boolean run();
    }

    private final String owner;
    private final PollDelay delay;
    private final Task task;
    private final Thread thread;
    private boolean started;
    private boolean undisturbed;
    private volatile boolean closed;

    /** The owner is what users know it by. */
    public Poller(String owner, String name, Duration delay, Task task) {
        this.owner = owner;
        this.delay = new PollDelay(delay);
        this.task = task;
        this.thread = new Thread(this::runUntilClosed, name);
        thread.setDaemon(true);
    }

    /** Starts the thread; the first run is at once. */
    public synchronized void start() {
        if (closed) {
            throw new IllegalStateException("this " + owner + " is closed: make a new one");
        }
        if (started) {
            throw new IllegalStateException(
                    "this " + owner + " has been started already: start each once, or make another");
        }
        started = true;
        thread.start();
    }

    private void runUntilClosed() {
        while (!closed) {
            long pause = delay.after(succeeds());
            // A flag that a run has left behind must not turn the pauses into none.
            Thread.interrupted();
            if (!closed) {
                sleep(pause);
            }
        }
    }

    private boolean succeeds() {
        try {
            return task.run();
        } catch (Throwable e) {
            // An error too: one list too large for the memory must not end the loop for good. And a checked exception,
            // which code in other languages than Java throws where it likes.
            if (!closed) {
                LOGGER.log(ERROR, thread.getName() + ": a run failed, the next one comes", e);
            }
            return false;
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            // By close(), or by a stranger who has no say here.
        }
    }

    /**
     * Does a part of a run that {@link #close()} waits for and does not interrupt, such as code of users, which may be
     * writing to a database. Called by the task.
     */
    public void undisturbed(Runnable part) {
        beginUndisturbed();
        try {
            part.run();
        } finally {
            endUndisturbed();
        }
    }

    private synchronized void beginUndisturbed() {
        undisturbed = true;
        Thread.interrupted();
    }

    private synchronized void endUndisturbed() {
        undisturbed = false;
        if (closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a run that is under way by interrupting it, and waits for its end unless called from it. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (!undisturbed) {
                thread.interrupt();
            }
        }
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
