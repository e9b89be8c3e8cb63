package io.github.nimbleapi.server;

import java.util.Map;
import java.util.Objects;

/**
 * What a server playlist plays, one element of {@code GET /manage/server_playlist_status}. Immutable. What the server left
 * out is {@code ""}.
 */
public final class PlaylistStatus {
    private final String app;
    private final String stream;
    private final String blockId;
    private final String blockName;
    private final Map<String, String> extraMembers;

    private PlaylistStatus(Builder from) {
        this.app = from.app;
        this.stream = from.stream;
        this.blockId = from.blockId;
        this.blockName = from.blockName;
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
     * {@code stream}, the part before its last slash: the application of the stream that the playlist makes.
     *
     * @return application, or {@code ""}
     */
    public String app() {
        return app;
    }

    /**
     * {@code stream}, the part after its last slash: the name of the stream that the playlist makes.
     *
     * @return stream, or {@code ""}
     */
    public String stream() {
        return stream;
    }

    /**
     * {@code block_id}: the block that is played now.
     *
     * @return id, or {@code ""}
     */
    public String blockId() {
        return blockId;
    }

    /**
     * {@code block_name}: what the block is called.
     *
     * @return name, or {@code ""}
     */
    public String blockName() {
        return blockName;
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
        if (!(other instanceof PlaylistStatus)) {
            return false;
        }
        PlaylistStatus that = (PlaylistStatus) other;
        return app.equals(that.app)
                && stream.equals(that.stream)
                && blockId.equals(that.blockId)
                && blockName.equals(that.blockName)
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(app, stream, blockId, blockName, extraMembers);
    }

    @Override
    public String toString() {
        return "PlaylistStatus[" + app + "/" + stream + ", block " + blockId + " " + blockName + "]";
    }

    /** Makes {@link PlaylistStatus}. Not thread-safe. */
    public static final class Builder {
        private String app = "";
        private String stream = "";
        private String blockId = "";
        private String blockName = "";
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link PlaylistStatus#app()}.
         *
         * @param app application
         * @return this
         */
        public Builder app(String app) {
            this.app = Objects.requireNonNull(app, "app");
            return this;
        }

        /**
         * Sets {@link PlaylistStatus#stream()}.
         *
         * @param stream stream
         * @return this
         */
        public Builder stream(String stream) {
            this.stream = Objects.requireNonNull(stream, "stream");
            return this;
        }

        /**
         * Sets {@link PlaylistStatus#blockId()}.
         *
         * @param blockId id
         * @return this
         */
        public Builder blockId(String blockId) {
            this.blockId = Objects.requireNonNull(blockId, "blockId");
            return this;
        }

        /**
         * Sets {@link PlaylistStatus#blockName()}.
         *
         * @param blockName name
         * @return this
         */
        public Builder blockName(String blockName) {
            this.blockName = Objects.requireNonNull(blockName, "blockName");
            return this;
        }

        /**
         * Sets {@link PlaylistStatus#extraMembers()}.
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
        public PlaylistStatus build() {
            return new PlaylistStatus(this);
        }
    }
}
