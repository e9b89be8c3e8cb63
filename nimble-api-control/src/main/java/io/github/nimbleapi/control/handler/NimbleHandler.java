package io.github.nimbleapi.control.handler;

import java.util.concurrent.CompletableFuture;

/**
 * Answers what Nimble posts: bytes in, reply out, with any web framework or none. Hand it the body of each POST, whatever
 * its headers say, and send back status, {@code Content-Type} and body of the reply. {@link HandlerServer} does so with
 * the JDK's own server.
 *
 * <p>The handlers of this package are thread-safe; keep one of each, because those of the push API remember what they have
 * answered. They never throw because of a body: what can't be read is answered with 400, a forged signature with 403, and
 * 500 tells that your code failed. A {@link HandlerListener} is told why; the reply says nothing of it.
 */
@FunctionalInterface
public interface NimbleHandler {
    /** What a body may have unless a builder says otherwise: 16 MiB. */
    int DEFAULT_MAX_BODY_BYTES = 16 << 20;

    /**
     * Answers one body. Waits for code that answers later; an interrupt ends the wait, sets the thread's flag again and is
     * answered with 500.
     *
     * @param body the body of the POST; not changed, and not to be changed meanwhile
     * @return the reply
     * @throws NullPointerException if {@code body} is null
     */
    HandlerReply handle(byte[] body);

    /**
     * The same for servers that don't wait. What reads the body, and code that was given as a plain function, runs in the
     * calling thread.
     *
     * @param body the body of the POST; not changed, and not to be changed meanwhile
     * @return the reply to come; it never fails
     * @throws NullPointerException if {@code body} is null
     */
    default CompletableFuture<HandlerReply> handleAsync(byte[] body) {
        return CompletableFuture.completedFuture(handle(body));
    }

    /**
     * The longest body that is read; a longer one is answered with 400. A server need not read on beyond one byte more.
     *
     * @return bytes
     */
    default int maxBodyBytes() {
        return DEFAULT_MAX_BODY_BYTES;
    }
}
