package io.github.nimbleapi.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call to Nimble that did not succeed. Three kinds exist below it: no answer came ({@link NimbleConnectionException},
 * {@link NimbleTimeoutException}, {@link NimbleInterruptedException}), the answer says no
 * ({@link NimbleResponseException} and below), the answer can't be read ({@link NimbleDataException}).
 *
 * <p>Blocking methods throw it; futures fail with it as their direct cause. Neither its message nor what it carries
 * holds a token, a salt or a hash, nor a password or a stream key of a republishing rule.
 */
public abstract class NimbleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The HTTP verb of the call. */
    private final String method;

    /** The path of the call. */
    private final String path;

    /**
     * Made by the subclasses.
     *
     * @param message what happened and what to do about it
     * @param method the HTTP verb of the call, such as {@code GET}
     * @param path the path of the call without its query, such as {@code /manage/sessions}
     * @param cause what was caught, or null
     */
    protected NimbleException(String message, String method, String path, @Nullable Throwable cause) {
        super(message, cause);
        this.method = Objects.requireNonNull(method, "method");
        this.path = Objects.requireNonNull(path, "path");
    }

    /**
     * The HTTP verb of the call that failed; {@code ""} where it is about several calls, as of a fleet.
     *
     * @return the verb, such as {@code GET}
     */
    public final String method() {
        return method;
    }

    /**
     * The path of the call that failed, without the path prefix of the base URL and without its query; {@code ""} where it
     * is about several calls.
     *
     * @return the path, such as {@code /manage/sessions}
     */
    public final String path() {
        return path;
    }

    /**
     * Whether the same call may succeed when it is made again later, not whether it is safe to repeat. The client has by
     * then already repeated what its {@link io.github.nimbleapi.RetryPolicy} allows.
     *
     * @return true for trouble that can pass: no connection, no time, an overloaded server
     */
    public abstract boolean isRetryable();
}
