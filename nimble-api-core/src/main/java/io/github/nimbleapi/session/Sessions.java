package io.github.nimbleapi.session;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The playback sessions of a Nimble Streamer: who is watching, and how to end it.
 *
 * <p><b>Deleting is not banning.</b> An HLS or DASH player gets HTTP 403 for the deleted session, other players are
 * disconnected; nothing keeps a player from coming straight back with a new session.
 *
 * <p>Every method throws {@link io.github.nimbleapi.error.NimbleException}; the future of an {@code Async} method fails
 * with it as its direct cause, and its {@code cancel(true)} closes the connection. A filter runs in the calling thread,
 * or in a thread of the client for {@code Async} methods; what it throws is thrown on as it is. All methods are repeated
 * as the {@link io.github.nimbleapi.RetryPolicy} says: deleting an id that is gone counts as done. A filter is asked
 * about the same sessions again where a list broke off and is fetched once more, so it must not count. A method that
 * needs several requests has one {@link io.github.nimbleapi.CallOptions#callTimeout()} for all of them.
 *
 * <p>Thread-safe. Meant to be called and mocked, not implemented: methods may be added.
 */
public interface Sessions {
    /**
     * {@code GET /manage/sessions}: all sessions, in the server's order.
     *
     * @return an immutable list
     */
    List<PlaybackSession> list();

    /**
     * {@link #list()} without blocking.
     *
     * @return the list to come
     */
    CompletableFuture<List<PlaybackSession>> listAsync();

    /**
     * The sessions that a filter accepts. Nimble has no filter of its own, so all are fetched; only those accepted are
     * held.
     *
     * @param filter see {@link SessionFilters}
     * @return an immutable list
     */
    List<PlaybackSession> list(Predicate<? super PlaybackSession> filter);

    /**
     * {@link #list(Predicate)} without blocking.
     *
     * @param filter see {@link SessionFilters}
     * @return the list to come
     */
    CompletableFuture<List<PlaybackSession>> listAsync(Predicate<? super PlaybackSession> filter);

    /**
     * The session with an id. Nimble has no such question, so all are fetched.
     *
     * @param id the id
     * @return the session, or empty if there is none
     */
    Optional<PlaybackSession> find(long id);

    /**
     * {@link #find(long)} without blocking.
     *
     * @param id the id
     * @return the session to come
     */
    CompletableFuture<Optional<PlaybackSession>> findAsync(long id);

    /**
     * All sessions one by one as they arrive, in constant memory however many they are. Close the stream: an open one
     * holds a connection. {@link io.github.nimbleapi.CallOptions#callTimeout()} bounds the opening and then the arrival
     * of each session, not the whole; {@link io.github.nimbleapi.CallOptions#maxResponseBytes()} bounds it only where
     * set; a session larger than 1 MiB ends it with a {@link io.github.nimbleapi.error.NimbleDataException}.
     * Once open it is not repeated: a connection that breaks later is thrown by the stream's operations.
     *
     * @return a sequential stream, to be read by one thread at a time
     */
    Stream<PlaybackSession> stream();

    /**
     * {@code POST /manage/sessions/delete}: ends sessions. Without ids nothing is sent. More than 500 ids are sent in
     * several requests, one after the other; when one of them fails, those before it are done.
     *
     * @param ids the ids of the sessions, each an unsigned 64-bit number
     */
    void delete(long... ids);

    /**
     * {@link #delete(long...)} without blocking.
     *
     * @param ids the ids of the sessions
     * @return completes when all requests are answered
     */
    CompletableFuture<Void> deleteAsync(long... ids);

    /**
     * Ends sessions listed before: {@link #delete(long...)} with their ids.
     *
     * @param sessions the sessions to end; may be empty
     */
    void deleteAll(Collection<PlaybackSession> sessions);

    /**
     * {@link #deleteAll(Collection)} without blocking.
     *
     * @param sessions the sessions to end; may be empty
     * @return completes when all requests are answered
     */
    CompletableFuture<Void> deleteAllAsync(Collection<PlaybackSession> sessions);

    /**
     * Lists, and ends the sessions that a filter accepts.
     *
     * @param filter see {@link SessionFilters}
     * @return the sessions that were ended, an immutable list
     */
    List<PlaybackSession> deleteIf(Predicate<? super PlaybackSession> filter);

    /**
     * {@link #deleteIf(Predicate)} without blocking.
     *
     * @param filter see {@link SessionFilters}
     * @return the sessions that were ended, an immutable list to come
     */
    CompletableFuture<List<PlaybackSession>> deleteIfAsync(Predicate<? super PlaybackSession> filter);
}
