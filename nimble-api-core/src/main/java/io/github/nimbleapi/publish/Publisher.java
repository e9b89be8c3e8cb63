package io.github.nimbleapi.publish;

import java.util.Map;
import java.util.Objects;

/**
 * Who publishes a stream, an element of {@code GET /manage/publish_control/status}. Immutable. What the server left out is
 * {@code ""}.
 */
public final class Publisher {
    private final String id;
    private final String key;
    private final String ip;
    private final String app;
    private final String stream;
    private final Map<String, String> extraMembers;

    private Publisher(Builder from) {
        this.id = from.id;
        this.key = from.key;
        this.ip = from.ip;
        this.app = from.app;
        this.stream = from.stream;
        this.extraMembers = from.extraMembers;
    }

    /**
     * A builder, so that tests can make one.
     *
     * @return a builder with nothing set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@code id}: the publisher's id, as it is signed into the publishing URL. Several streams may have the same.
     *
     * @return id, or {@code ""}
     */
    public String id() {
        return id;
    }

    /**
     * {@code key}. May be a secret, so {@link #toString()} does not show it.
     *
     * @return the key, or {@code ""}
     */
    public String key() {
        return key;
    }

    /**
     * {@code ip}: the address that the publisher comes from.
     *
     * @return address, or {@code ""}
     */
    public String ip() {
        return ip;
    }

    /**
     * {@code stream}, the part before its last slash: the application.
     *
     * @return application, or {@code ""}
     */
    public String app() {
        return app;
    }

    /**
     * {@code stream}, the part after its last slash: the name of the stream.
     *
     * @return stream, or {@code ""}
     */
    public String stream() {
        return stream;
    }

    /**
     * Members that have no accessor here, with their text; arrays and objects as JSON.
     *
     * @return an immutable map
     */
    public Map<String, String> extraMembers() {
        return extraMembers;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Publisher)) {
            return false;
        }
        Publisher that = (Publisher) other;
        return id.equals(that.id)
                && key.equals(that.key)
                && ip.equals(that.ip)
                && app.equals(that.app)
                && stream.equals(that.stream)
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, key, ip, app, stream, extraMembers);
    }

    @Override
    public String toString() {
        return "Publisher[" + id + ", " + app + "/" + stream + ", from " + ip + "]";
    }

    /** Makes {@link Publisher}. Not thread-safe. */
    public static final class Builder {
        private String id = "";
        private String key = "";
        private String ip = "";
        private String app = "";
        private String stream = "";
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link Publisher#id()}.
         *
         * @param id id
         * @return this
         */
        public Builder id(String id) {
            this.id = Objects.requireNonNull(id, "id");
            return this;
        }

        /**
         * Sets {@link Publisher#key()}.
         *
         * @param key the key
         * @return this
         */
        public Builder key(String key) {
            this.key = Objects.requireNonNull(key, "key");
            return this;
        }

        /**
         * Sets {@link Publisher#ip()}.
         *
         * @param ip address
         * @return this
         */
        public Builder ip(String ip) {
            this.ip = Objects.requireNonNull(ip, "ip");
            return this;
        }

        /**
         * Sets {@link Publisher#app()}.
         *
         * @param app application
         * @return this
         */
        public Builder app(String app) {
            this.app = Objects.requireNonNull(app, "app");
            return this;
        }

        /**
         * Sets {@link Publisher#stream()}.
         *
         * @param stream stream
         * @return this
         */
        public Builder stream(String stream) {
            this.stream = Objects.requireNonNull(stream, "stream");
            return this;
        }

        /**
         * Sets {@link Publisher#extraMembers()}.
         *
         * @param extraMembers text by name; copied
         * @return this
         */
        public Builder extraMembers(Map<String, String> extraMembers) {
            this.extraMembers = Map.copyOf(Objects.requireNonNull(extraMembers, "extraMembers"));
            return this;
        }

        /**
         * Makes the value.
         *
         * @return an immutable value
         */
        public Publisher build() {
            return new Publisher(this);
        }
    }
}
