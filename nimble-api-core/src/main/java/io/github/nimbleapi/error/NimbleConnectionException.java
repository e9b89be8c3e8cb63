package io.github.nimbleapi.error;

import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * No complete answer came: nothing listens there, the host name is unknown, TLS failed, or the connection broke before
 * the end of the body. When it broke after the request was sent, whether Nimble carried the call out is not known.
 */
public class NimbleConnectionException extends NimbleException {
    private static final long serialVersionUID = 1;

    /**
     * Made by the client; public so that tests can make one.
     *
     * @param message what happened and what to do about it
     * @param method the HTTP verb of the call
     * @param path the path of the call without its query
     * @param cause what was caught, or null
     */
    public NimbleConnectionException(String message, String method, String path, @Nullable Throwable cause) {
        super(message, method, path, cause);
    }

    /** {@inheritDoc} False when the server's certificate is not trusted: that does not mend itself. */
    @Override
    public boolean isRetryable() {
        for (Throwable t = getCause(); t != null; t = t.getCause()) {
            if (t instanceof GeneralSecurityException) {
                return false;
            }
        }
        return true;
    }
}
