package io.github.nimbleapi.icecast;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Icecast streams: what they say of themselves, and the title of what is on now.
 *
 * <p>Every method throws {@link io.github.nimbleapi.error.NimbleException}; the future of an {@code Async} method fails
 * with it as its direct cause, and its {@code cancel(true)} closes the connection. All are repeated as the
 * {@link io.github.nimbleapi.RetryPolicy} says: setting a title twice is the same as once. A name of an application
 * or stream that is empty, {@code .} or {@code ..} is refused with {@link IllegalArgumentException}.
 *
 * <p>Thread-safe. Meant to be called and mocked, not implemented: methods may be added.
 */
public interface Icecast {
    /**
     * {@code GET /manage/icecast_stream_info/{app}/{stream}}: what a stream says of itself.
     *
     * @param app the application
     * @param stream the name of the stream
     * @return what it says, or empty if there is no such stream (or the build of Nimble does not know the endpoint)
     */
    Optional<IcecastStreamInfo> streamInfo(String app, String stream);

    /**
     * {@link #streamInfo} without blocking.
     *
     * @param app the application
     * @param stream the name of the stream
     * @return what it says, to come
     */
    CompletableFuture<Optional<IcecastStreamInfo>> streamInfoAsync(String app, String stream);

    /**
     * {@code POST /manage/icecast_metadata/{app}/{stream}}: sets {@code streamtitle}, and says nothing of
     * {@code streamurl}.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param title what is on now; may be empty
     * @throws io.github.nimbleapi.error.NimbleNotFoundException if there is no such stream (or the build of Nimble does
     *     not know the endpoint)
     */
    void updateMetadata(String app, String stream, String title);

    /**
     * {@link #updateMetadata(String, String, String)} without blocking.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param title what is on now; may be empty
     * @return completes when the server has said yes
     */
    CompletableFuture<Void> updateMetadataAsync(String app, String stream, String title);

    /**
     * {@code POST /manage/icecast_metadata/{app}/{stream}}: sets {@code streamtitle} and {@code streamurl}.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param title what is on now; may be empty
     * @param url the page about it; may be empty
     * @throws io.github.nimbleapi.error.NimbleNotFoundException if there is no such stream (or the build of Nimble does
     *     not know the endpoint)
     */
    void updateMetadata(String app, String stream, String title, String url);

    /**
     * {@link #updateMetadata(String, String, String, String)} without blocking.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param title what is on now; may be empty
     * @param url the page about it; may be empty
     * @return completes when the server has said yes
     */
    CompletableFuture<Void> updateMetadataAsync(String app, String stream, String title, String url);
}
