package io.github.nimbleapi.error;

import io.github.nimbleapi.raw.RawReply;

/**
 * Nimble answered 401 or 403: the management token is missing, wrong, or not the one in {@code nimble.conf}
 * ({@code management_token}). Never repeated by the client.
 */
public class NimbleAuthenticationException extends NimbleResponseException {
    private static final long serialVersionUID = 1;

    /**
     * Made by the client; public so that tests can make one.
     *
     * @param message what happened and what to do about it
     * @param method the HTTP verb of the call
     * @param path the path of the call without its query
     * @param reply what the server answered
     */
    public NimbleAuthenticationException(String message, String method, String path, RawReply reply) {
        super(message, method, path, reply);
    }
}
