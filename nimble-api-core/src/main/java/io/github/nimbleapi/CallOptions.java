package io.github.nimbleapi;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What may differ from call to call, see {@link NimbleClient#withOptions}. Immutable. */
public final class CallOptions {
    private final Duration callTimeout;
    private final RetryPolicy retryPolicy;
    private final @Nullable Long maxResponseBytes;

    private CallOptions(Builder from) {
        this.callTimeout = from.callTimeout;
        this.retryPolicy = from.retryPolicy;
        this.maxResponseBytes = from.maxResponseBytes;
    }

    /**
     * A builder with the defaults.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder with these options.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.callTimeout = callTimeout;
        builder.retryPolicy = retryPolicy;
        builder.maxResponseBytes = maxResponseBytes;
        return builder;
    }

    /**
     * The time for a whole call: connecting, all attempts, the delays between them, and the body. For streams and exports
     * it is the time to open them, and then for each element or wait. Default 30 seconds.
     *
     * @return the time limit
     */
    public Duration callTimeout() {
        return callTimeout;
    }

    /**
     * What is repeated. Default {@code exponential(2, 200 ms)}.
     *
     * @return the policy
     */
    public RetryPolicy retryPolicy() {
        return retryPolicy;
    }

    /**
     * The size of a body above which a call ends with a {@link io.github.nimbleapi.error.NimbleDataException}. Where it
     * is not set, 256 MiB hold for every call but {@link io.github.nimbleapi.session.Sessions#stream()} and the exports of
     * {@link io.github.nimbleapi.dvr.Dvr}, which then have no limit.
     *
     * @return the limit in bytes, if set
     */
    public OptionalLong maxResponseBytes() {
        return maxResponseBytes == null ? OptionalLong.empty() : OptionalLong.of(maxResponseBytes);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof CallOptions)) {
            return false;
        }
        CallOptions that = (CallOptions) other;
        return callTimeout.equals(that.callTimeout)
                && retryPolicy.equals(that.retryPolicy)
                && Objects.equals(maxResponseBytes, that.maxResponseBytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(callTimeout, retryPolicy, maxResponseBytes);
    }

    @Override
    public String toString() {
        return "CallOptions[callTimeout " + callTimeout + ", " + retryPolicy + ", maxResponseBytes "
                + (maxResponseBytes == null ? "default" : maxResponseBytes) + "]";
    }

    /** Makes {@link CallOptions}. Not thread-safe. */
    public static final class Builder {
        private Duration callTimeout = Duration.ofSeconds(30);
        private RetryPolicy retryPolicy = RetryPolicy.exponential(2, Duration.ofMillis(200));
        private @Nullable Long maxResponseBytes;

        private Builder() {}

        /**
         * Sets {@link CallOptions#callTimeout()}.
         *
         * @param callTimeout more than zero
         * @return this
         * @throws IllegalArgumentException if it is zero or negative
         */
        public Builder callTimeout(Duration callTimeout) {
            this.callTimeout = Durations.requirePositive(callTimeout, "callTimeout");
            return this;
        }

        /**
         * Sets {@link CallOptions#retryPolicy()}.
         *
         * @param retryPolicy the policy
         * @return this
         */
        public Builder retryPolicy(RetryPolicy retryPolicy) {
            this.retryPolicy = Objects.requireNonNull(retryPolicy, "retryPolicy");
            return this;
        }

        /**
         * Sets {@link CallOptions#maxResponseBytes()}.
         *
         * @param maxResponseBytes more than 0
         * @return this
         * @throws IllegalArgumentException if it is 0 or negative
         */
        public Builder maxResponseBytes(long maxResponseBytes) {
            if (maxResponseBytes < 1) {
                throw new IllegalArgumentException("maxResponseBytes is " + maxResponseBytes + ": give more than 0");
            }
            this.maxResponseBytes = maxResponseBytes;
            return this;
        }

        /**
         * Makes the options.
         *
         * @return immutable options
         */
        public CallOptions build() {
            return new CallOptions(this);
        }
    }
}
