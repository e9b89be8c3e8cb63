package io.github.nimbleapi.error;

import io.github.nimbleapi.raw.RawReply;

/**
 * The answer was 404, for a path without names, and does not say that a thing is missing; for an unknown endpoint Nimble
 * sends an HTML page. This build of the server does not know the endpoint, or the base URL points elsewhere.
 */
public class NimbleUnsupportedException extends NimbleResponseException {
    private static final long serialVersionUID = 1;

    /**
     * Made by the client; public so that tests can make one.
     *
     * @param message what happened and what to do about it
     * @param method the HTTP verb of the call
     * @param path the path of the call without its query
     * @param reply what the server answered
     */
    public NimbleUnsupportedException(String message, String method, String path, RawReply reply) {
        super(message, method, path, reply);
    }
}
