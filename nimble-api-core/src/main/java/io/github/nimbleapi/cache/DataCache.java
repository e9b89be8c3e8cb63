package io.github.nimbleapi.cache;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The data cache of a Nimble Streamer: under which key something is held, and how to get rid of it. Ask for the
 * {@linkplain #key key} of a URL, look at what {@link #wouldEvict} names, and {@link #evict} it.
 *
 * <p>Every method throws {@link io.github.nimbleapi.error.NimbleException}; the future of an {@code Async} method fails
 * with it as its direct cause, and its {@code cancel(true)} closes the connection. What only
 * reads is repeated as the {@link io.github.nimbleapi.RetryPolicy} says; {@link #evict} is sent once, since a second
 * attempt could not tell what the first one removed.
 *
 * <p>Thread-safe. Meant to be called and mocked, not implemented: methods may be added.
 */
public interface DataCache {
    /**
     * {@code POST /manage/data_cache/get_key}: the key of what a URL leads to. Changes nothing.
     *
     * @param url the URL, not empty
     * @return the key, or empty if the cache holds nothing for the URL
     * @throws IllegalArgumentException if the URL is empty
     */
    Optional<String> key(String url);

    /**
     * {@link #key} without blocking.
     *
     * @param url the URL, not empty
     * @return the key to come
     * @throws IllegalArgumentException if the URL is empty
     */
    CompletableFuture<Optional<String>> keyAsync(String url);

    /**
     * {@code POST /manage/data_cache/delete}: removes what is under a key.
     *
     * @param key see {@link #key}; not empty
     * @return {@code removed_items}, what was removed; objects as JSON; an immutable list
     * @throws IllegalArgumentException if the key is empty
     * @throws io.github.nimbleapi.error.NimbleNotFoundException if there is nothing under that key
     */
    List<String> evict(String key);

    /**
     * {@link #evict} without blocking.
     *
     * @param key see {@link #key}; not empty
     * @return what was removed, to come
     * @throws IllegalArgumentException if the key is empty
     */
    CompletableFuture<List<String>> evictAsync(String key);

    /**
     * {@code POST /manage/data_cache/delete} with {@code dry_run}: what {@link #evict} would remove. Changes nothing.
     *
     * @param key see {@link #key}; not empty
     * @return what would be removed; objects as JSON; an immutable list
     * @throws IllegalArgumentException if the key is empty
     * @throws io.github.nimbleapi.error.NimbleNotFoundException if there is nothing under that key
     */
    List<String> wouldEvict(String key);

    /**
     * {@link #wouldEvict} without blocking.
     *
     * @param key see {@link #key}; not empty
     * @return what would be removed, to come
     * @throws IllegalArgumentException if the key is empty
     */
    CompletableFuture<List<String>> wouldEvictAsync(String key);
}
