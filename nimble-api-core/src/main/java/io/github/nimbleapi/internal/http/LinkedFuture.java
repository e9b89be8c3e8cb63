package io.github.nimbleapi.internal.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A future that work feeds. When it is ended from outside (cancelled, timed out, completed by hand) the work is
 * abandoned; a plain chain of futures would let it go on and hold its connection.
 */
final class LinkedFuture<T> extends CompletableFuture<T> {
    /** The work is over, or handed on as the value: nothing of it may be abandoned any more. */
    private static final Runnable SETTLED = () -> {};

    private static final Runnable ABANDONED = () -> {};

    private final AtomicReference<@Nullable Runnable> abandon = new AtomicReference<>();

    /**
     * Says how to abandon the work that feeds this future from now on; done at once if it was already ended from outside.
     * Does nothing if the work was faster and is over.
     */
    public void fedBy(Runnable howToAbandon) {
        if (replaced(howToAbandon) == ABANDONED) {
            howToAbandon.run();
        }
    }

    /** Ends this future from within: its work is over, or is handed on as the value. */
    public void settle(@Nullable T value, @Nullable Throwable failure) {
        boolean first = !isEnd(replaced(SETTLED));
        boolean taken =
                first && (failure == null ? super.complete(value) : super.completeExceptionally(unwrapped(failure)));
        if (!taken && value instanceof Opened) {
            ((Opened) value).close();
        }
    }

    /** Whether it has ended, or is about to after its work is abandoned. */
    boolean isOver() {
        return isEnd(abandon.get());
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        abandonWork();
        return super.cancel(mayInterruptIfRunning);
    }

    @Override
    public boolean complete(@Nullable T value) {
        abandonWork();
        return super.complete(value);
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        abandonWork();
        return super.completeExceptionally(failure);
    }

    @Override
    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
        executor.execute(() -> {
            try {
                complete(supplier.get());
            } catch (Throwable e) {
                completeExceptionally(e);
            }
        });
        return this;
    }

    @Override
    public void obtrudeValue(@Nullable T value) {
        abandonWork();
        super.obtrudeValue(value);
    }

    @Override
    public void obtrudeException(Throwable failure) {
        abandonWork();
        super.obtrudeException(failure);
    }

    // Before the future ends: what the user has hung on it may take its time, and the connection must not wait for
    // that.
    private void abandonWork() {
        Runnable work = replaced(ABANDONED);
        if (work != null) {
            work.run();
        }
    }

    private @Nullable Runnable replaced(Runnable by) {
        return abandon.getAndUpdate(now -> isEnd(now) ? now : by);
    }

    private static boolean isEnd(@Nullable Runnable now) {
        return now == SETTLED || now == ABANDONED;
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
