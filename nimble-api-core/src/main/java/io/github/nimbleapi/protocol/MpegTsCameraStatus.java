package io.github.nimbleapi.protocol;

import java.util.Map;
import java.util.Objects;

/**
 * How an incoming MPEG-TS stream does, an element of {@code GET /manage/mpeg2ts_status}; Nimble calls it a camera.
 * Immutable. What the server left out is 0 or {@code ""}.
 *
 * <p>Nobody has published what {@code tr} and the elements of {@code pmts} mean: they are in {@link #extraMembers()}.
 */
public final class MpegTsCameraStatus {
    private final String id;
    private final String state;
    private final long bandwidth;
    private final Map<String, String> extraMembers;

    private MpegTsCameraStatus(Builder from) {
        this.id = from.id;
        this.state = from.state;
        this.bandwidth = from.bandwidth;
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
     * {@code id}. Nobody has published whether it is the one of {@link MpegTsCamera#id()}; samples look different.
     *
     * @return id, or {@code ""}
     */
    public String id() {
        return id;
    }

    /**
     * {@code st}: whether it comes in.
     *
     * @return such as {@code online} or {@code offline}, or {@code ""}
     */
    public String state() {
        return state;
    }

    /**
     * {@code bw}: its bit rate. Nobody has published the unit; other bit rates of Nimble are in bits per second.
     *
     * @return presumably bits per second, or 0
     */
    public long bandwidth() {
        return bandwidth;
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
        if (!(other instanceof MpegTsCameraStatus)) {
            return false;
        }
        MpegTsCameraStatus that = (MpegTsCameraStatus) other;
        return id.equals(that.id)
                && state.equals(that.state)
                && bandwidth == that.bandwidth
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, state, bandwidth, extraMembers);
    }

    @Override
    public String toString() {
        return "MpegTsCameraStatus[" + id + ", " + state + ", " + "bandwidth " + bandwidth + "]";
    }

    /** Makes {@link MpegTsCameraStatus}. Not thread-safe. */
    public static final class Builder {
        private String id = "";
        private String state = "";
        private long bandwidth;
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link MpegTsCameraStatus#id()}.
         *
         * @param id id
         * @return this
         */
        public Builder id(String id) {
            this.id = Objects.requireNonNull(id, "id");
            return this;
        }

        /**
         * Sets {@link MpegTsCameraStatus#state()}.
         *
         * @param state such as {@code online}
         * @return this
         */
        public Builder state(String state) {
            this.state = Objects.requireNonNull(state, "state");
            return this;
        }

        /**
         * Sets {@link MpegTsCameraStatus#bandwidth()}.
         *
         * @param bandwidth presumably bits per second
         * @return this
         */
        public Builder bandwidth(long bandwidth) {
            this.bandwidth = bandwidth;
            return this;
        }

        /**
         * Sets {@link MpegTsCameraStatus#extraMembers()}.
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
        public MpegTsCameraStatus build() {
            return new MpegTsCameraStatus(this);
        }
    }
}
