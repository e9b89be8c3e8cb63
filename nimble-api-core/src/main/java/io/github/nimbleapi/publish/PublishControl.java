package io.github.nimbleapi.publish;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Publish control: who publishes with a signed URL, and how to refuse it.
 *
 * <p><b>Denying is not banning.</b> Nobody has recorded how long a denial lasts: a publisher may come back. Whoever must
 * stay out has to be refused by the publish control handler too, and denied again when it is listed again.
 *
 * <p>Every method throws {@link io.github.nimbleapi.error.NimbleException}; the future of an {@code Async} method fails
 * with it as its direct cause, and its {@code cancel(true)} closes the connection. All are repeated as the
 * {@link io.github.nimbleapi.RetryPolicy} says: denying a publisher that is gone counts as done.
 *
 * <p>Thread-safe. Meant to be called and mocked, not implemented: methods may be added.
 */
public interface PublishControl {
    /**
     * {@code GET /manage/publish_control/status}: all publishers.
     *
     * @return an immutable list, in the server's order
     */
    List<Publisher> list();

    /**
     * {@link #list()} without blocking.
     *
     * @return the list to come
     */
    CompletableFuture<List<Publisher>> listAsync();

    /**
     * {@code POST /manage/publish_control/deny}: ends what publishers publish. All streams that go by an id are meant.
     * Without ids nothing is sent; all ids go in one request, each once.
     *
     * @param ids see {@link Publisher#id()}
     * @throws IllegalArgumentException if an id is empty
     */
    void deny(String... ids);

    /**
     * {@link #deny} without blocking.
     *
     * @param ids see {@link Publisher#id()}
     * @return completes when the server has said yes
     * @throws IllegalArgumentException if an id is empty
     */
    CompletableFuture<Void> denyAsync(String... ids);

    /**
     * Denies publishers listed before: {@link #deny} with their ids.
     *
     * @param publishers the publishers; may be empty
     * @throws IllegalArgumentException if one has no id; none is denied then
     */
    void denyAll(Collection<Publisher> publishers);

    /**
     * {@link #denyAll} without blocking.
     *
     * @param publishers the publishers; may be empty
     * @return completes when the server has said yes
     * @throws IllegalArgumentException if one has no id; none is denied then
     */
    CompletableFuture<Void> denyAllAsync(Collection<Publisher> publishers);
}
