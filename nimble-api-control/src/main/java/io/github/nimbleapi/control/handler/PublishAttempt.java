package io.github.nimbleapi.control.handler;

import java.util.Objects;

/** Somebody asks to publish a stream. What Nimble left out is {@code ""}. Immutable. */
public final class PublishAttempt {
    private final String publisherId;
    private final String ip;
    private final String app;
    private final String stream;

    private PublishAttempt(String publisherId, String ip, String app, String stream) {
        this.publisherId = publisherId;
        this.ip = ip;
        this.app = app;
        this.stream = stream;
    }

    /**
     * A value, also for tests.
     *
     * @param publisherId who
     * @param ip from where
     * @param app the application
     * @param stream the stream
     * @return the value
     */
    public static PublishAttempt of(String publisherId, String ip, String app, String stream) {
        return new PublishAttempt(
                Objects.requireNonNull(publisherId, "publisherId"),
                Objects.requireNonNull(ip, "ip"),
                Objects.requireNonNull(app, "app"),
                Objects.requireNonNull(stream, "stream"));
    }

    /**
     * {@code id}: the publisher, from the signed link, whose signature Nimble has checked.
     *
     * @return the id
     */
    public String publisherId() {
        return publisherId;
    }

    /**
     * {@code ip}: the address that the encoder comes from.
     *
     * @return the address
     */
    public String ip() {
        return ip;
    }

    /**
     * The application: {@code stream} up to its last slash.
     *
     * @return the application
     */
    public String app() {
        return app;
    }

    /**
     * The stream: {@code stream} after its last slash.
     *
     * @return the stream
     */
    public String stream() {
        return stream;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof PublishAttempt)) {
            return false;
        }
        PublishAttempt that = (PublishAttempt) other;
        return publisherId.equals(that.publisherId)
                && ip.equals(that.ip)
                && app.equals(that.app)
                && stream.equals(that.stream);
    }

    @Override
    public int hashCode() {
        return Objects.hash(publisherId, ip, app, stream);
    }

    @Override
    public String toString() {
        return "PublishAttempt[" + publisherId + " " + app + "/" + stream + " " + ip + "]";
    }
}
