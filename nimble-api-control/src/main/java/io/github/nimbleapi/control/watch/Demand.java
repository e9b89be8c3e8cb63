package io.github.nimbleapi.control.watch;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber asks for, and how it ends. Interrupts are without effect: whoever waits here also runs the
 * subscriber's code, which may leave a flag behind.
 */
final class Demand {
    private long events;
    private boolean over;
    private @Nullable Throwable reason;

    synchronized void add(long n) {
        events = events + n < 0 ? Long.MAX_VALUE : events + n;
        notifyAll();
    }

    synchronized void cancel() {
        over = true;
        reason = null;
        notifyAll();
    }

    /** The first reason counts; there is none after a cancellation. */
    synchronized void fail(Throwable why) {
        reason = over ? reason : why;
        over = true;
        notifyAll();
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized Optional<Throwable> reason() {
        return Optional.ofNullable(reason);
    }

    /** Waits until there is some; false if it is over. */
    synchronized boolean await() {
        while (events == 0 && !over) {
            try {
                wait();
            } catch (InterruptedException e) {
                // See above.
            }
        }
        return !over;
    }

    synchronized void take() {
        events--;
    }

    /** Waits, unless it is over. */
    synchronized void rest(long millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; left > 0 && !over; left = millisTo(until)) {
            try {
                wait(left);
            } catch (InterruptedException e) {
                // See above.
            }
        }
    }

    private static long millisTo(long nanoTime) {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime - System.nanoTime());
    }
}
