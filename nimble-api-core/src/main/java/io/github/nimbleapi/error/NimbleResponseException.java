package io.github.nimbleapi.error;

import io.github.nimbleapi.raw.RawReply;
import java.util.Objects;
import java.util.Set;

/**
 * An answer came and says no: an HTTP status other than 2xx, or (as {@link NimbleRejectedException} or
 * {@link NimbleNotFoundException}) a 200 whose body says so. Carries the server's own words.
 */
public class NimbleResponseException extends NimbleException {
    private static final long serialVersionUID = 1;
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

    /** Not serialized: a deserialized exception has its message, method and path, and an empty reply. */
    private final transient RawReply reply;

    /** The HTTP status. */
    private final int statusCode;

    /**
     * Made by the client; public so that tests can make one.
     *
     * @param message what happened and what to do about it
     * @param method the HTTP verb of the call
     * @param path the path of the call without its query
     * @param reply what the server answered
     */
    public NimbleResponseException(String message, String method, String path, RawReply reply) {
        super(message, method, path, null);
        this.reply = Objects.requireNonNull(reply, "reply");
        this.statusCode = reply.statusCode();
    }

    /**
     * The HTTP status of the answer.
     *
     * @return the status, such as 503
     */
    public final int statusCode() {
        return statusCode;
    }

    /**
     * The answer with its headers and the first 8 KiB of its body; what looked like a credential in it is masked.
     * Where it may hold passwords or stream keys, as answers about republishing rules do, no more than {@code Retry-After}
     * is kept of it.
     *
     * @return the answer
     */
    public final RawReply reply() {
        return reply == null ? RawReply.of(statusCode, "") : reply;
    }

    /** {@inheritDoc} True for the statuses 429, 500, 502, 503 and 504. */
    @Override
    public boolean isRetryable() {
        return PASSING.contains(statusCode);
    }
}
