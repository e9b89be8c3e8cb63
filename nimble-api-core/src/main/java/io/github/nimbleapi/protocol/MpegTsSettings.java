package io.github.nimbleapi.protocol;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The incoming MPEG-TS streams as they are set up: {@code GET /manage/mpeg2ts_settings}. Immutable. What the server
 * left out is {@code ""} or empty.
 */
public final class MpegTsSettings {
    private final String hash;
    private final List<MpegTsCamera> cameras;
    private final Map<String, String> extraMembers;

    private MpegTsSettings(Builder from) {
        this.hash = from.hash;
        this.cameras = from.cameras;
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
     * {@code CamerasHash}: changes when the settings do.
     *
     * @return the hash, or {@code ""}
     */
    public String hash() {
        return hash;
    }

    /**
     * {@code Cameras}: the streams.
     *
     * @return an immutable list
     */
    public List<MpegTsCamera> cameras() {
        return cameras;
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
        if (!(other instanceof MpegTsSettings)) {
            return false;
        }
        MpegTsSettings that = (MpegTsSettings) other;
        return hash.equals(that.hash) && cameras.equals(that.cameras) && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(hash, cameras, extraMembers);
    }

    @Override
    public String toString() {
        return "MpegTsSettings[" + hash + ", " + cameras.size() + " cameras]";
    }

    /** Makes {@link MpegTsSettings}. Not thread-safe. */
    public static final class Builder {
        private String hash = "";
        private List<MpegTsCamera> cameras = List.of();
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link MpegTsSettings#hash()}.
         *
         * @param hash the hash
         * @return this
         */
        public Builder hash(String hash) {
            this.hash = Objects.requireNonNull(hash, "hash");
            return this;
        }

        /**
         * Sets {@link MpegTsSettings#cameras()}.
         *
         * @param cameras copied
         * @return this
         */
        public Builder cameras(List<MpegTsCamera> cameras) {
            this.cameras = List.copyOf(Objects.requireNonNull(cameras, "cameras"));
            return this;
        }

        /**
         * Sets {@link MpegTsSettings#extraMembers()}.
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
        public MpegTsSettings build() {
            return new MpegTsSettings(this);
        }
    }
}
