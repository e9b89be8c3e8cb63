package io.github.nimbleapi.testkit.internal;

/** A thread that keeps no JVM alive. */
final class Daemon extends Thread {
    private static final int LONGEST_GOODBYE_MILLIS = 1000;

    Daemon(String name, Runnable task) {
        super(task, name);
        setDaemon(true);
    }

    /** Waits a little until it is gone, once it was told to end. */
    void awaitEnd() {
        try {
            join(LONGEST_GOODBYE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
