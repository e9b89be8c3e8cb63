package io.github.nimbleapi.stream;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The live streams that are published to a Nimble Streamer: {@code GET /manage/live_streams_status}. Nimble has no filter
 * of its own, so all are fetched. Builds that do not know the endpoint are asked for {@code /manage/rtmp_status} instead,
 * which tells the same; the client remembers.
 *
 * <p>Every method throws {@link io.github.nimbleapi.error.NimbleException}; the future of an {@code Async} method fails
 * with it as its direct cause, and its {@code cancel(true)} closes the connection. All are repeated as the
 * {@link io.github.nimbleapi.RetryPolicy} says.
 *
 * <p>Thread-safe. Meant to be called and mocked, not implemented: methods may be added.
 */
public interface LiveStreams {
    /**
     * All live streams.
     *
     * @return an immutable list, in the server's order
     */
    List<LiveStream> list();

    /**
     * {@link #list()} without blocking.
     *
     * @return the list to come
     */
    CompletableFuture<List<LiveStream>> listAsync();

    /**
     * The live streams of an application.
     *
     * @param app the application
     * @return an immutable list, empty where nothing is live or there is no such application
     * @throws IllegalArgumentException if the name is blank
     */
    List<LiveStream> list(String app);

    /**
     * {@link #list(String)} without blocking.
     *
     * @param app the application
     * @return the list to come
     * @throws IllegalArgumentException if the name is blank
     */
    CompletableFuture<List<LiveStream>> listAsync(String app);

    /**
     * One live stream.
     *
     * @param app the application
     * @param stream the name of the stream
     * @return the stream, or empty if it is not live
     * @throws IllegalArgumentException if a name is blank
     */
    Optional<LiveStream> find(String app, String stream);

    /**
     * {@link #find(String, String)} without blocking.
     *
     * @param app the application
     * @param stream the name of the stream
     * @return the stream to come
     * @throws IllegalArgumentException if a name is blank
     */
    CompletableFuture<Optional<LiveStream>> findAsync(String app, String stream);
}
