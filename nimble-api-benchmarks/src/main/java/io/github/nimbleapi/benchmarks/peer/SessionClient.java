package io.github.nimbleapi.benchmarks.peer;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A client of the session list, made with one library or another. */
public interface SessionClient extends AutoCloseable {
    /** All sessions; none from a client that decodes nothing. */
    List<?> list() throws IOException, InterruptedException;

    /** The same without blocking, where the library has such a thing. */
    default CompletableFuture<? extends List<?>> listAsync() {
        throw new UnsupportedOperationException(getClass().getSimpleName() + " is not measured without blocking");
    }

    /** The sessions one by one; while they arrive, where the library has such a thing. */
    default Stream<?> stream() throws IOException, InterruptedException {
        return list().stream();
    }

    @Override
    default void close() {}
}
