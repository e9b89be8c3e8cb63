package io.github.nimbleapi.error;

import io.github.nimbleapi.raw.RawReply;

/**
 * Nimble answered with HTTP 200 and a {@code status} that is not {@code Ok}: it understood the call and did not carry it
 * out. {@link #reply()} has its words.
 */
public class NimbleRejectedException extends NimbleResponseException {
    private static final long serialVersionUID = 1;

    /**
     * Made by the client; public so that tests can make one.
     *
     * @param message what happened and what to do about it
     * @param method the HTTP verb of the call
     * @param path the path of the call without its query
     * @param reply what the server answered
     */
    public NimbleRejectedException(String message, String method, String path, RawReply reply) {
        super(message, method, path, reply);
    }
}
