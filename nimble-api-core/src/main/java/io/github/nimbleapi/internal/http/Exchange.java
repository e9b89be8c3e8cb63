package io.github.nimbleapi.internal.http;

import io.github.nimbleapi.CallOptions;
import java.util.concurrent.Executor;

/** A request, how its answer is read, and the call of the user that it belongs to. */
public final class Exchange<T> {
    final Request request;
    final ReplyReader<T> reader;
    final Context context;
    final int attempt;

    public Exchange(Request request, ReplyReader<T> reader, Context context) {
        this(request, reader, context, 1);
    }

    private Exchange(Request request, ReplyReader<T> reader, Context context, int attempt) {
        this.request = request;
        this.reader = reader;
        this.context = context;
        this.attempt = attempt;
    }

    Exchange<T> with(Request changed) {
        return new Exchange<>(changed, reader, context, attempt);
    }

    Exchange<T> next() {
        return new Exchange<>(request, reader, context, attempt + 1);
    }

    /** What all exchanges of one call share. */
    public static final class Context {
        final CallOptions options;

        /** Runs everything that belongs to the call: the blocked caller itself, or the client's threads. */
        final Executor executor;

        /** In terms of {@link Timer#nanoTime()}. */
        final long deadline;

        public Context(CallOptions options, Executor executor, long deadline) {
            this.options = options;
            this.executor = executor;
            this.deadline = deadline;
        }

        /** Whether the caller itself waits for the answer, and may wait within a task. */
        boolean isCallersThread() {
            return executor instanceof CallerThread;
        }
    }
}
