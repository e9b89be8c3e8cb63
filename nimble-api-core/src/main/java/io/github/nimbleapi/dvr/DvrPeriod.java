package io.github.nimbleapi.dvr;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch that was recorded without a break, one element of {@link DvrArchive#timeline()}. Immutable. What the server left
 * out is 0 or an empty {@link Optional}.
 */
public final class DvrPeriod {
    private final @Nullable Instant start;
    private final @Nullable Instant end;
    private final Duration duration;
    private final int period;
    private final Map<String, String> extraMembers;

    private DvrPeriod(Builder from) {
        this.start = from.start;
        this.end = from.end;
        this.duration = from.duration;
        this.period = from.period;
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
     * {@code start}: when it begins. Seconds and milliseconds are told apart by their size.
     *
     * @return the moment, if known
     */
    public Optional<Instant> start() {
        return Optional.ofNullable(start);
    }

    /**
     * {@code end}: when it ends; {@code start} and {@code duration} together where the server leaves it out.
     *
     * @return the moment, if known
     */
    public Optional<Instant> end() {
        return Optional.ofNullable(end);
    }

    /**
     * {@code duration}, in seconds on the wire, also with a fraction.
     *
     * @return the length, or zero
     */
    public Duration duration() {
        return duration;
    }

    /**
     * {@code period}: its number.
     *
     * @return number, from 1, or 0
     */
    public int period() {
        return period;
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
        if (!(other instanceof DvrPeriod)) {
            return false;
        }
        DvrPeriod that = (DvrPeriod) other;
        return Objects.equals(start, that.start)
                && Objects.equals(end, that.end)
                && duration.equals(that.duration)
                && period == that.period
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(start, end, duration, period, extraMembers);
    }

    @Override
    public String toString() {
        return "DvrPeriod[" + period + ", from " + (start == null ? "?" : start) + ", " + duration + "]";
    }

    /** Makes {@link DvrPeriod}. Not thread-safe. */
    public static final class Builder {
        private @Nullable Instant start;
        private @Nullable Instant end;
        private Duration duration = Duration.ZERO;
        private int period;
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link DvrPeriod#start()}.
         *
         * @param start the moment
         * @return this
         */
        public Builder start(Instant start) {
            this.start = Objects.requireNonNull(start, "start");
            return this;
        }

        /**
         * Sets {@link DvrPeriod#end()}.
         *
         * @param end the moment
         * @return this
         */
        public Builder end(Instant end) {
            this.end = Objects.requireNonNull(end, "end");
            return this;
        }

        /**
         * Sets {@link DvrPeriod#duration()}.
         *
         * @param duration the length
         * @return this
         */
        public Builder duration(Duration duration) {
            this.duration = Objects.requireNonNull(duration, "duration");
            return this;
        }

        /**
         * Sets {@link DvrPeriod#period()}.
         *
         * @param period number
         * @return this
         */
        public Builder period(int period) {
            this.period = period;
            return this;
        }

        /**
         * Sets {@link DvrPeriod#extraMembers()}.
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
        public DvrPeriod build() {
            return new DvrPeriod(this);
        }
    }
}
