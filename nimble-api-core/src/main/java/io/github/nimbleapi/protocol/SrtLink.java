package io.github.nimbleapi.protocol;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An SRT socket that sends or receives, an element of {@code GET /manage/srt_sender_stats} or {@code GET
 * /manage/srt_receiver_stats}. Immutable. What the server left out is 0, {@code ""}, empty or an empty {@link
 * Optional}.
 *
 * <p>Know it again by its {@link #settingId()}: the {@link #id()} is another after every reconnect.
 */
public final class SrtLink {
    private final @Nullable String settingId;
    private final String id;
    private final String state;
    private final int retryCount;
    private final String streamId;
    private final List<SourceStream> sourceStreams;
    private final @Nullable SrtStats stats;
    private final Map<String, String> extraMembers;

    private SrtLink(Builder from) {
        this.settingId = from.settingId;
        this.id = from.id;
        this.state = from.state;
        this.retryCount = from.retryCount;
        this.streamId = from.streamId;
        this.sourceStreams = from.sourceStreams;
        this.stats = from.stats;
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
     * {@code setting_id}: the setting of WMSPanel that the socket is of, which stays the same. Several sockets may
     * share one.
     *
     * @return 24 hexadecimal digits; empty in older builds
     */
    public Optional<String> settingId() {
        return Optional.ofNullable(settingId);
    }

    /**
     * {@code id}: the two ends of the socket, such as {@code 203.0.113.149:59091->0.0.0.0:35002}, or just one of them.
     * Where the server listens, it changes at every reconnect: do not use it as a key.
     *
     * @return the addresses, or {@code ""}
     */
    public String id() {
        return id;
    }

    /**
     * {@code state}.
     *
     * @return such as {@code connected} or {@code disconnected}, or {@code ""}
     */
    public String state() {
        return state;
    }

    /**
     * Whether the {@link #state()} says {@code connected}, in any case.
     *
     * @return true if it does
     */
    public boolean isConnected() {
        return state.strip().equalsIgnoreCase("connected");
    }

    /**
     * {@code retryCount}: how often a connection was tried again.
     *
     * @return count; 0 in older builds too
     */
    public int retryCount() {
        return retryCount;
    }

    /**
     * {@code streamid}: the SRT stream id. May hold a login, so {@link #toString()} does not show it.
     *
     * @return the stream id, or {@code ""}
     */
    public String streamId() {
        return streamId;
    }

    /**
     * {@code source_streams}: what a sender sends.
     *
     * @return an immutable list; empty for a receiver
     */
    public List<SourceStream> sourceStreams() {
        return sourceStreams;
    }

    /**
     * {@code stats}: how the connection does.
     *
     * @return the statistics; empty where there is no connection
     */
    public Optional<SrtStats> stats() {
        return Optional.ofNullable(stats);
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
        if (!(other instanceof SrtLink)) {
            return false;
        }
        SrtLink that = (SrtLink) other;
        return Objects.equals(settingId, that.settingId)
                && id.equals(that.id)
                && state.equals(that.state)
                && retryCount == that.retryCount
                && streamId.equals(that.streamId)
                && sourceStreams.equals(that.sourceStreams)
                && Objects.equals(stats, that.stats)
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(settingId, id, state, retryCount, streamId, sourceStreams, stats, extraMembers);
    }

    @Override
    public String toString() {
        return "SrtLink[" + (settingId == null ? "" : settingId + ", ") + id + ", " + state + "]";
    }

    /** Makes {@link SrtLink}. Not thread-safe. */
    public static final class Builder {
        private @Nullable String settingId;
        private String id = "";
        private String state = "";
        private int retryCount;
        private String streamId = "";
        private List<SourceStream> sourceStreams = List.of();
        private @Nullable SrtStats stats;
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link SrtLink#settingId()}.
         *
         * @param settingId 24 hexadecimal digits; {@code ""} stands for none
         * @return this
         */
        public Builder settingId(String settingId) {
            this.settingId = Objects.requireNonNull(settingId, "settingId").isEmpty() ? null : settingId;
            return this;
        }

        /**
         * Sets {@link SrtLink#id()}.
         *
         * @param id the addresses
         * @return this
         */
        public Builder id(String id) {
            this.id = Objects.requireNonNull(id, "id");
            return this;
        }

        /**
         * Sets {@link SrtLink#state()}.
         *
         * @param state such as {@code connected}
         * @return this
         */
        public Builder state(String state) {
            this.state = Objects.requireNonNull(state, "state");
            return this;
        }

        /**
         * Sets {@link SrtLink#retryCount()}.
         *
         * @param retryCount count
         * @return this
         */
        public Builder retryCount(int retryCount) {
            this.retryCount = retryCount;
            return this;
        }

        /**
         * Sets {@link SrtLink#streamId()}.
         *
         * @param streamId the stream id
         * @return this
         */
        public Builder streamId(String streamId) {
            this.streamId = Objects.requireNonNull(streamId, "streamId");
            return this;
        }

        /**
         * Sets {@link SrtLink#sourceStreams()}.
         *
         * @param sourceStreams copied
         * @return this
         */
        public Builder sourceStreams(List<SourceStream> sourceStreams) {
            this.sourceStreams = List.copyOf(Objects.requireNonNull(sourceStreams, "sourceStreams"));
            return this;
        }

        /**
         * Sets {@link SrtLink#stats()}.
         *
         * @param stats the statistics
         * @return this
         */
        public Builder stats(SrtStats stats) {
            this.stats = Objects.requireNonNull(stats, "stats");
            return this;
        }

        /**
         * Sets {@link SrtLink#extraMembers()}.
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
        public SrtLink build() {
            return new SrtLink(this);
        }
    }
}
