package io.github.nimbleapi.examples;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** While it is open, Ctrl-C interrupts the thread that opened it, and the JVM waits until it is closed: to end well. */
final class CtrlC implements AutoCloseable {
    /** More than a {@code HandlerServer} takes to close. */
    private static final long PATIENCE_SECONDS = 15;

    private final Thread program = Thread.currentThread();
    private final Thread hook = new Thread(this::end, "ctrl-c");
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean pressed;
    private boolean undisturbed;

    /** Something that must not be broken off. */
    @FunctionalInterface
    interface Work<E extends Exception> {
        void run() throws E;
    }

    private CtrlC() {}

    static CtrlC interruptsThisThread() {
        CtrlC ctrlC = new CtrlC();
        Runtime.getRuntime().addShutdownHook(ctrlC.hook);
        return ctrlC;
    }

    private void end() {
        press();
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void press() {
        pressed = true;
        if (!undisturbed) {
            program.interrupt();
        }
    }

    /** Waits for Ctrl-C. What is closed afterwards may take its time, so the thread is not interrupted any more. */
    void await() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // That is what was waited for.
        }
    }

    /** Runs work that is interrupted only when it is done. */
    <E extends Exception> void undisturbed(Work<E> work) throws E {
        begin();
        try {
            work.run();
        } finally {
            done();
        }
    }

    private synchronized void begin() {
        undisturbed = true;
        pressed |= Thread.interrupted();
    }

    private synchronized void done() {
        undisturbed = false;
        if (pressed) {
            program.interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook is running.
        }
    }
}
