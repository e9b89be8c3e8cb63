package io.github.nimbleapi.control.fleet;

import io.github.nimbleapi.error.NimbleException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What each server of a fleet answered: a value from those that did, an exception from the others. Immutable.
 *
 * @param <T> what a server answers
 */
public class FleetResult<T extends @Nullable Object> {
    private final Map<String, T> values;
    private final Map<String, NimbleException> failures;

    FleetResult(Map<String, T> values, Map<String, NimbleException> failures) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    }

    /**
     * A value, also for tests.
     *
     * @param values what was answered, by the name of the server
     * @param failures what went wrong, by the name of the server
     * @param <T> what a server answers
     * @return the value
     */
    public static <T extends @Nullable Object> FleetResult<T> of(
            Map<String, T> values, Map<String, NimbleException> failures) {
        return new FleetResult<>(
                Objects.requireNonNull(values, "values"), Objects.requireNonNull(failures, "failures"));
    }

    /**
     * What was answered, by the name of the server.
     *
     * @return an immutable map in the order of the fleet, without the servers that failed
     */
    public final Map<String, T> values() {
        return values;
    }

    /**
     * What went wrong, by the name of the server.
     *
     * @return an immutable map in the order of the fleet, without the servers that answered
     */
    public final Map<String, NimbleException> failures() {
        return failures;
    }

    /**
     * Whether every server answered.
     *
     * @return whether there are no failures
     */
    public final boolean isComplete() {
        return failures.isEmpty();
    }

    /**
     * This result, if every server answered.
     *
     * @return this
     * @throws NimbleException the first of the failures, with the others suppressed in it
     */
    public FleetResult<T> orThrow() {
        for (NimbleException first : failures.values()) {
            failures.values().forEach(other -> suppress(first, other));
            throw first;
        }
        return this;
    }

    <R> FleetResult<R> map(BiFunction<String, T, R> change) {
        Map<String, R> changed = new LinkedHashMap<>();
        values.forEach((server, value) -> changed.put(server, change.apply(server, value)));
        return new FleetResult<>(changed, failures);
    }

    // It may have been thrown before, or be the failure of two servers.
    private static void suppress(NimbleException first, NimbleException other) {
        List<Throwable> known = Arrays.asList(first.getSuppressed());
        if (other != first && !known.contains(other)) {
            first.addSuppressed(other);
        }
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof FleetResult
                && values.equals(((FleetResult<?>) other).values)
                && failures.equals(((FleetResult<?>) other).failures);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(values, failures);
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + values + " failures " + failures + "]";
    }
}
