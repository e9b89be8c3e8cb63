package io.github.nimbleapi.control.handler;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stream has begun or ended. What Nimble left out is {@code ""} or empty. Immutable. */
public final class StreamEvent {
    /** What happened. */
    public enum Kind {
        /** {@code publish}: the stream has begun. */
        PUBLISHED,
        /** {@code unpublish}: the stream has ended. */
        UNPUBLISHED
    }

    private final Kind kind;
    private final String app;
    private final String stream;
    private final String protocol;
    private final @Nullable Instant time;
    private final String type;
    private final String remoteIp;

    private StreamEvent(Builder from) {
        this.kind = from.kind;
        this.app = from.app;
        this.stream = from.stream;
        this.protocol = from.protocol;
        this.time = from.time;
        this.type = from.type;
        this.remoteIp = from.remoteIp;
    }

    /**
     * Makes one, also for tests.
     *
     * @param kind what happened
     * @param app the application
     * @param stream the stream
     * @return a builder
     */
    public static Builder builder(Kind kind, String app, String stream) {
        return new Builder(kind, app, stream);
    }

    /**
     * What happened.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The application: {@code AppName}, or else {@code stream} up to its last slash.
     *
     * @return the application
     */
    public String app() {
        return app;
    }

    /**
     * The stream: {@code StreamName}, or else {@code stream} after its last slash.
     *
     * @return the stream
     */
    public String stream() {
        return stream;
    }

    /**
     * {@code protocol}, such as {@code RTMP} or {@code ENCODER}.
     *
     * @return the protocol
     */
    public String protocol() {
        return protocol;
    }

    /**
     * {@code time}, in milliseconds on the wire.
     *
     * @return the moment, if there is one
     */
    public Optional<Instant> time() {
        return Optional.ofNullable(time);
    }

    /**
     * {@code type}: {@code push} or {@code pull}.
     *
     * @return the type
     */
    public String type() {
        return type;
    }

    /**
     * {@code remote_ip}: the address of who publishes; encoders within Nimble have none.
     *
     * @return the address
     */
    public String remoteIp() {
        return remoteIp;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof StreamEvent)) {
            return false;
        }
        StreamEvent that = (StreamEvent) other;
        return kind == that.kind
                && app.equals(that.app)
                && stream.equals(that.stream)
                && protocol.equals(that.protocol)
                && Objects.equals(time, that.time)
                && type.equals(that.type)
                && remoteIp.equals(that.remoteIp);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, app, stream, protocol, time, type, remoteIp);
    }

    @Override
    public String toString() {
        return "StreamEvent[" + kind + " " + app + "/" + stream + " " + protocol + " " + time + "]";
    }

    /** Makes a {@link StreamEvent}. Not thread-safe. */
    public static final class Builder {
        private final Kind kind;
        private final String app;
        private final String stream;
        private String protocol = "";
        private @Nullable Instant time;
        private String type = "";
        private String remoteIp = "";

        private Builder(Kind kind, String app, String stream) {
            this.kind = Objects.requireNonNull(kind, "kind");
            this.app = Objects.requireNonNull(app, "app");
            this.stream = Objects.requireNonNull(stream, "stream");
        }

        /**
         * {@code protocol}.
         *
         * @param protocol the value
         * @return this builder
         */
        public Builder protocol(String protocol) {
            this.protocol = Objects.requireNonNull(protocol, "protocol");
            return this;
        }

        /**
         * {@code time}.
         *
         * @param time the value
         * @return this builder
         */
        public Builder time(Instant time) {
            this.time = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * {@code type}.
         *
         * @param type the value
         * @return this builder
         */
        public Builder type(String type) {
            this.type = Objects.requireNonNull(type, "type");
            return this;
        }

        /**
         * {@code remote_ip}.
         *
         * @param remoteIp the value
         * @return this builder
         */
        public Builder remoteIp(String remoteIp) {
            this.remoteIp = Objects.requireNonNull(remoteIp, "remoteIp");
            return this;
        }

        /**
         * Makes the value.
         *
         * @return the value
         */
        public StreamEvent build() {
            return new StreamEvent(this);
        }
    }
}
