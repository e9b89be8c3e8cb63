package io.github.nimbleapi.control.handler;

import java.util.Arrays;
import java.util.Objects;

/** What to answer to a POST of Nimble. Immutable; {@link #toString()} does not show the body, which may prove a token. */
public final class HandlerReply {
    static final String JSON = "application/json";
    static final String XML = "application/xml";

    private final int status;
    private final String contentType;
    private final byte[] body;

    private HandlerReply(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    /**
     * A value, also for tests.
     *
     * @param status the HTTP status, 200 to 599
     * @param contentType {@code Content-Type}
     * @param body the body, which is copied
     * @return the value
     * @throws IllegalArgumentException if there is no such final status
     */
    public static HandlerReply of(int status, String contentType, byte[] body) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status is " + status + ": give one from 200 to 599");
        }
        return new HandlerReply(status, Objects.requireNonNull(contentType, "contentType"), body.clone());
    }

    /** One that says no more than its status. */
    static HandlerReply bare(int status) {
        return new HandlerReply(status, JSON, new byte[0]);
    }

    /**
     * The HTTP status.
     *
     * @return the status
     */
    public int status() {
        return status;
    }

    /**
     * {@code Content-Type}: {@code application/json}, or {@code application/xml} for what was posted as XML.
     *
     * @return the type
     */
    public String contentType() {
        return contentType;
    }

    /**
     * The body, {@code UTF-8}; empty where a body can't be read (400) or is forged (403), or your code failed (500).
     *
     * @return a copy
     */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HandlerReply
                && status == ((HandlerReply) other).status
                && contentType.equals(((HandlerReply) other).contentType)
                && Arrays.equals(body, ((HandlerReply) other).body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, contentType, Arrays.hashCode(body));
    }

    @Override
    public String toString() {
        return "HandlerReply[" + status + " " + contentType + " " + body.length + " bytes]";
    }
}
