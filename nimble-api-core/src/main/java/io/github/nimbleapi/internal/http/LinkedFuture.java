package io.github.nimbleapi.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A future that work feeds. When it is ended from outside (cancelled, timed out, completed by hand) the work is
 * abandoned; a plain chain of futures would let it go on and hold its connection.
 */
public final class LinkedFuture<T> extends CompletableFuture<T> {
    private static final Runnable ENDED = () -> {};

    private final AtomicReference<@Nullable Runnable> abandon = new AtomicReference<>();

    public LinkedFuture() {
        whenComplete((value, failure) -> {
            Runnable work = abandon.getAndSet(ENDED);
            if (work != null) {
                work.run();
            }
        });
    }

    /** Says how to abandon the work that feeds this future from now on; done at once if it has already ended. */
    public void fedBy(Runnable howToAbandon) {
        Runnable before = abandon.getAndUpdate(now -> now == ENDED ? ENDED : howToAbandon);
        if (before == ENDED) {
            howToAbandon.run();
        }
    }

    /** Ends this future from within: its work is over, or is handed on as the value. */
    public void settle(@Nullable T value, @Nullable Throwable failure) {
        abandon.getAndUpdate(now -> now == ENDED ? ENDED : null);
        if (failure != null) {
            completeExceptionally(unwrapped(failure));
        } else if (!complete(value) && value instanceof Closeable) {
            closeUnwanted((Closeable) value);
        }
    }

    private static void closeUnwanted(Closeable value) {
        try {
            value.close();
        } catch (IOException e) {
            // Nobody waits for the value, so nobody misses what closing it could not do.
        }
    }

    static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? unwrapped(cause) : failure;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
