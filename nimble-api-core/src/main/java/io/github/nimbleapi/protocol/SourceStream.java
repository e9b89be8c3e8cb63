package io.github.nimbleapi.protocol;

import java.util.Map;
import java.util.Objects;

/**
 * A stream that an SRT sender sends, an element of {@link SrtLink#sourceStreams()}. Immutable. What the server left
 * out is {@code ""}.
 */
public final class SourceStream {
    private final String app;
    private final String stream;
    private final Map<String, String> extraMembers;

    private SourceStream(Builder from) {
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
     * {@code app}.
     *
     * @return the application, or {@code ""}
     */
    public String app() {
        return app;
    }

    /**
     * {@code stream}.
     *
     * @return the name of the stream, or {@code ""}
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
        if (!(other instanceof SourceStream)) {
            return false;
        }
        SourceStream that = (SourceStream) other;
        return app.equals(that.app) && stream.equals(that.stream) && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(app, stream, extraMembers);
    }

    @Override
    public String toString() {
        return "SourceStream[" + app + "/" + stream + "]";
    }

    /** Makes {@link SourceStream}. Not thread-safe. */
    public static final class Builder {
        private String app = "";
        private String stream = "";
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link SourceStream#app()}.
         *
         * @param app the application
         * @return this
         */
        public Builder app(String app) {
            this.app = Objects.requireNonNull(app, "app");
            return this;
        }

        /**
         * Sets {@link SourceStream#stream()}.
         *
         * @param stream the name of the stream
         * @return this
         */
        public Builder stream(String stream) {
            this.stream = Objects.requireNonNull(stream, "stream");
            return this;
        }

        /**
         * Sets {@link SourceStream#extraMembers()}.
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
        public SourceStream build() {
            return new SourceStream(this);
        }
    }
}
