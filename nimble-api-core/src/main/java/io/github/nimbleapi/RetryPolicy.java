package io.github.nimbleapi;

import java.time.Duration;
import java.util.Objects;

/**
 * How often, and after what delay, a call is repeated that failed in a way that may pass: no connection, a broken one,
 * or an answer of 429, 500, 502, 503 or 504. Only operations that are safe to repeat ever are; each says so in its
 * Javadoc. Between half and all of a delay is waited, at random; a longer {@code Retry-After} of the server is honoured;
 * a delay that would outlast {@link CallOptions#callTimeout()} is not begun. Immutable.
 */
public final class RetryPolicy {
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);
    private static final RetryPolicy NONE = new RetryPolicy(0, Duration.ZERO);

    private final int retries;
    private final Duration firstDelay;

    private RetryPolicy(int retries, Duration firstDelay) {
        this.retries = retries;
        this.firstDelay = firstDelay;
    }

    /**
     * Nothing is repeated. (The JDK's client itself quietly sends a {@code GET} again when the server has closed an idle
     * connection; that can be turned off only for a whole JVM.)
     *
     * @return the policy
     */
    public static RetryPolicy none() {
        return NONE;
    }

    /**
     * Each delay is twice the one before, up to 10 seconds or the first delay, whichever is longer.
     *
     * @param retries how often to repeat after the first attempt; 0 or more
     * @param firstDelay the delay before the first repetition; 0 or more
     * @return the policy
     * @throws IllegalArgumentException if either is negative
     */
    public static RetryPolicy exponential(int retries, Duration firstDelay) {
        Objects.requireNonNull(firstDelay, "firstDelay");
        if (retries < 0) {
            throw new IllegalArgumentException("retries is " + retries + ": give 0 for none, or more");
        }
        if (firstDelay.isNegative()) {
            throw new IllegalArgumentException("firstDelay is " + firstDelay + ": give zero or more");
        }
        return new RetryPolicy(retries, firstDelay);
    }

    /**
     * How often a call is repeated at most.
     *
     * @return 0 for never
     */
    public int retries() {
        return retries;
    }

    /**
     * The longest wait before a repetition, unless the server asks for more.
     *
     * @param retry 1 for the first repetition
     * @return the delay
     * @throws IllegalArgumentException if {@code retry} is less than 1
     */
    public Duration delayBefore(int retry) {
        if (retry < 1) {
            throw new IllegalArgumentException("retry is " + retry + ": the first is 1");
        }
        Duration delay = firstDelay;
        for (int i = 1; i < retry && delay.compareTo(LONGEST_DELAY) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        Duration longest = firstDelay.compareTo(LONGEST_DELAY) > 0 ? firstDelay : LONGEST_DELAY;
        return delay.compareTo(longest) < 0 ? delay : longest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RetryPolicy
                && retries == ((RetryPolicy) other).retries
                && firstDelay.equals(((RetryPolicy) other).firstDelay);
    }

    @Override
    public int hashCode() {
        return Objects.hash(retries, firstDelay);
    }

    @Override
    public String toString() {
        return retries == 0
                ? "RetryPolicy[none]"
                : "RetryPolicy[" + retries + " retries, first after " + firstDelay + "]";
    }
}
