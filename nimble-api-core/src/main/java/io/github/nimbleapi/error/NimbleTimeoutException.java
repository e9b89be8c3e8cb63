package io.github.nimbleapi.error;

import org.jspecify.annotations.Nullable;

/**
 * The time for the call ran out: {@link io.github.nimbleapi.CallOptions#callTimeout()}, which covers retries, delays and
 * the body. In streams and exports nothing more came within it. Whether Nimble carried the call out is not known.
 */
public class NimbleTimeoutException extends NimbleException {
    private static final long serialVersionUID = 1;

    /**
     * Made by the client; public so that tests can make one.
     *
     * @param message what happened and what to do about it
     * @param method the HTTP verb of the call
     * @param path the path of the call without its query
     * @param cause what was caught, or null
     */
    public NimbleTimeoutException(String message, String method, String path, @Nullable Throwable cause) {
        super(message, method, path, cause);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
