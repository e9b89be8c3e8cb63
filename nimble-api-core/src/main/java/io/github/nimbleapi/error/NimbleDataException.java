package io.github.nimbleapi.error;

import org.jspecify.annotations.Nullable;

/**
 * An answer came that can't be read: not JSON, JSON of an unknown shape, no file where one was to be exported, cut off,
 * nested too deep, or larger than {@link io.github.nimbleapi.CallOptions#maxResponseBytes()}.
 */
public class NimbleDataException extends NimbleException {
    private static final long serialVersionUID = 1;

    /**
     * Made by the client; public so that tests can make one.
     *
     * @param message what happened and what to do about it
     * @param method the HTTP verb of the call
     * @param path the path of the call without its query
     * @param cause what was caught, or null
     */
    public NimbleDataException(String message, String method, String path, @Nullable Throwable cause) {
        super(message, method, path, cause);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
