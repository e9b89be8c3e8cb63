package io.github.nimbleapi.server;

import java.util.concurrent.CompletableFuture;

/**
 * The server as a whole. Every method throws {@link io.github.nimbleapi.error.NimbleException}; the future of an
 * {@code Async} method fails with it, and its {@code cancel(true)} closes the connection.
 *
 * <p>Thread-safe. Meant to be called and mocked, not implemented: methods may be added.
 */
public interface Server {
    /**
     * {@code GET /manage/server_status}: connections, load, memory and caches. Also the cheapest way to see whether
     * address and token are right. Repeated as the {@link io.github.nimbleapi.RetryPolicy} says.
     *
     * @return the status at this moment
     */
    ServerStatus status();

    /**
     * {@link #status()} without blocking.
     *
     * @return the status to come
     */
    CompletableFuture<ServerStatus> statusAsync();
}
