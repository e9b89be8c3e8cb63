package io.github.nimbleapi.raw;

import java.util.concurrent.CompletableFuture;

/**
 * Calls to any path of the management API, for what has no method of its own yet. Signing, time limits, retries and
 * errors are those of every other call: an answer other than 2xx is thrown as a
 * {@link io.github.nimbleapi.error.NimbleResponseException}. A {@code status} in the body is not looked at.
 *
 * <p>{@code GET} is repeated as the {@link io.github.nimbleapi.RetryPolicy} says; {@code POST} and {@code DELETE} never
 * are. A path starts with {@code /}, may carry a query, and must be encoded already. One that is not, that has a
 * fragment, or {@code salt} or {@code hash} in its query, is refused with {@link IllegalArgumentException}. Every
 * method throws {@link io.github.nimbleapi.error.NimbleException}.
 *
 * <p>Thread-safe. Meant to be called and mocked, not implemented: methods may be added.
 */
public interface RawCalls {
    /**
     * {@code GET path}.
     *
     * @param path such as {@code /manage/dvr_status?timeline=true}
     * @return the answer
     */
    RawReply get(String path);

    /**
     * {@code GET path}, without blocking.
     *
     * @param path such as {@code /manage/dvr_status?timeline=true}
     * @return the answer to come; {@code cancel(true)} closes the connection
     */
    CompletableFuture<RawReply> getAsync(String path);

    /**
     * {@code POST path} without a body.
     *
     * @param path such as {@code /manage/reload_config}
     * @return the answer
     */
    RawReply post(String path);

    /**
     * {@code POST path} without a body and without blocking.
     *
     * @param path such as {@code /manage/reload_config}
     * @return the answer to come; {@code cancel(true)} closes the connection
     */
    CompletableFuture<RawReply> postAsync(String path);

    /**
     * {@code POST path} with a JSON body.
     *
     * @param path such as {@code /manage/rtmp/republish}
     * @param json the body, sent as UTF-8
     * @return the answer
     */
    RawReply post(String path, String json);

    /**
     * {@code POST path} with a JSON body, without blocking.
     *
     * @param path such as {@code /manage/rtmp/republish}
     * @param json the body, sent as UTF-8
     * @return the answer to come; {@code cancel(true)} closes the connection
     */
    CompletableFuture<RawReply> postAsync(String path, String json);

    /**
     * {@code DELETE path}.
     *
     * @param path such as {@code /manage/rtmp/republish/1}
     * @return the answer
     */
    RawReply delete(String path);

    /**
     * {@code DELETE path}, without blocking.
     *
     * @param path such as {@code /manage/rtmp/republish/1}
     * @return the answer to come; {@code cancel(true)} closes the connection
     */
    CompletableFuture<RawReply> deleteAsync(String path);
}
