package io.github.nimbleapi.error;

import io.github.nimbleapi.raw.RawReply;

/**
 * Nimble said, with 404 or in its own words, that what the call names does not exist. Where a path holds names, every 404
 * is this one: nobody can tell a missing stream from an endpoint that this build does not know.
 */
public class NimbleNotFoundException extends NimbleResponseException {
    private static final long serialVersionUID = 1;

    /**
     * Made by the client; public so that tests can make one.
     *
     * @param message what happened and what to do about it
     * @param method the HTTP verb of the call
     * @param path the path of the call without its query
     * @param reply what the server answered
     */
    public NimbleNotFoundException(String message, String method, String path, RawReply reply) {
        super(message, method, path, reply);
    }
}
