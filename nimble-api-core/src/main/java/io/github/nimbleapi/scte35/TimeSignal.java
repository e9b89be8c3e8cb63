package io.github.nimbleapi.scte35;

import io.github.nimbleapi.internal.scte35.Checks;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A {@code time_signal} for {@link Scte35#timeSignal(String, String, TimeSignal)}, with a segmentation descriptor. The
 * meaning of the numbers is that of the SCTE-35 standard. Immutable. What is not set is not sent.
 */
public final class TimeSignal {
    private final @Nullable Integer segmentationType;
    private final @Nullable Integer upidType;
    private final String upid;
    private final @Nullable Duration duration;

    private TimeSignal(Builder from) {
        this.segmentationType = from.segmentationType;
        this.upidType = from.upidType;
        this.upid = from.upid;
        this.duration = from.duration;
    }

    /**
     * A builder for a signal.
     *
     * @return a builder with nothing set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@code seg_type}: what begins or ends, a {@code segmentation_type_id} such as 52, the start of a provider placement
     * opportunity.
     *
     * @return 0 to 255, if set
     */
    public OptionalInt segmentationType() {
        return number(segmentationType);
    }

    /**
     * {@code upid_type}: what kind of identifier {@link #upid()} is, a {@code segmentation_upid_type} such as 15, a URI.
     *
     * @return 0 to 255, if set
     */
    public OptionalInt upidType() {
        return number(upidType);
    }

    /**
     * {@code upid}: what it is about, as text.
     *
     * @return the identifier, or {@code ""}
     */
    public String upid() {
        return upid;
    }

    /**
     * {@code duration}: how long it lasts.
     *
     * @return whole seconds, if set
     */
    public Optional<Duration> duration() {
        return Optional.ofNullable(duration);
    }

    private static OptionalInt number(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof TimeSignal)) {
            return false;
        }
        TimeSignal that = (TimeSignal) other;
        return Objects.equals(segmentationType, that.segmentationType)
                && Objects.equals(upidType, that.upidType)
                && upid.equals(that.upid)
                && Objects.equals(duration, that.duration);
    }

    @Override
    public int hashCode() {
        return Objects.hash(segmentationType, upidType, upid, duration);
    }

    @Override
    public String toString() {
        return Stream.of(
                        Optional.ofNullable(segmentationType).map(type -> "type " + type),
                        Optional.ofNullable(upidType).map(type -> "upid type " + type),
                        Optional.of(upid).filter(text -> !text.isEmpty()).map(text -> "upid " + text),
                        Optional.ofNullable(duration).map(Duration::toString))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ", "TimeSignal[", "]"));
    }

    /** Makes {@link TimeSignal}. Not thread-safe. */
    public static final class Builder {
        private @Nullable Integer segmentationType;
        private @Nullable Integer upidType;
        private String upid = "";
        private @Nullable Duration duration;

        private Builder() {}

        /**
         * Sets {@link TimeSignal#segmentationType()}.
         *
         * @param segmentationType 0 to 255
         * @return this
         * @throws IllegalArgumentException if it is not within 0 to 255
         */
        public Builder segmentationType(int segmentationType) {
            this.segmentationType = Checks.oneByte(segmentationType, "segmentationType");
            return this;
        }

        /**
         * Sets {@link TimeSignal#upidType()}.
         *
         * @param upidType 0 to 255
         * @return this
         * @throws IllegalArgumentException if it is not within 0 to 255
         */
        public Builder upidType(int upidType) {
            this.upidType = Checks.oneByte(upidType, "upidType");
            return this;
        }

        /**
         * Sets {@link TimeSignal#upid()}.
         *
         * @param upid the identifier
         * @return this
         */
        public Builder upid(String upid) {
            this.upid = Objects.requireNonNull(upid, "upid");
            return this;
        }

        /**
         * Sets {@link TimeSignal#duration()}.
         *
         * @param duration whole seconds, more than 0
         * @return this
         * @throws IllegalArgumentException if it has a fraction of a second, or is zero or negative
         */
        public Builder duration(Duration duration) {
            this.duration = Checks.wholeSeconds(duration, "duration");
            return this;
        }

        /**
         * Makes the signal.
         *
         * @return an immutable value
         */
        public TimeSignal build() {
            return new TimeSignal(this);
        }
    }
}
