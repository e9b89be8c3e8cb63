package io.github.nimbleapi.protocol;

import java.util.Map;
import java.util.Objects;

/**
 * How many packets of an SRT connection are and may be on their way, the {@code window} of {@link SrtStats}; for
 * senders. Immutable. What the server left out is 0.
 */
public final class SrtWindow {
    private final long flow;
    private final long congestion;
    private final long flight;
    private final Map<String, String> extraMembers;

    private SrtWindow(Builder from) {
        this.flow = from.flow;
        this.congestion = from.congestion;
        this.flight = from.flight;
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
     * {@code flow}: how many the receiver lets be on their way.
     *
     * @return packets, or 0
     */
    public long flow() {
        return flow;
    }

    /**
     * {@code congestion}: how many the congestion control lets be on their way.
     *
     * @return packets, or 0
     */
    public long congestion() {
        return congestion;
    }

    /**
     * {@code flight}: how many are on their way.
     *
     * @return packets, or 0
     */
    public long flight() {
        return flight;
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
        if (!(other instanceof SrtWindow)) {
            return false;
        }
        SrtWindow that = (SrtWindow) other;
        return flow == that.flow
                && congestion == that.congestion
                && flight == that.flight
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(flow, congestion, flight, extraMembers);
    }

    @Override
    public String toString() {
        return "SrtWindow[flow " + flow + ", congestion " + congestion + ", flight " + flight + "]";
    }

    /** Makes {@link SrtWindow}. Not thread-safe. */
    public static final class Builder {
        private long flow;
        private long congestion;
        private long flight;
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link SrtWindow#flow()}.
         *
         * @param flow packets
         * @return this
         */
        public Builder flow(long flow) {
            this.flow = flow;
            return this;
        }

        /**
         * Sets {@link SrtWindow#congestion()}.
         *
         * @param congestion packets
         * @return this
         */
        public Builder congestion(long congestion) {
            this.congestion = congestion;
            return this;
        }

        /**
         * Sets {@link SrtWindow#flight()}.
         *
         * @param flight packets
         * @return this
         */
        public Builder flight(long flight) {
            this.flight = flight;
            return this;
        }

        /**
         * Sets {@link SrtWindow#extraMembers()}.
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
        public SrtWindow build() {
            return new SrtWindow(this);
        }
    }
}
