package io.github.nimbleapi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to call Nimble, as told to a {@link CallListener}. Immutable. Holds no query, so neither salt nor hash.
 */
public final class CallAttempt {
    private final String url;
    private final String method;
    private final String path;
    private final int number;
    private final Duration elapsed;
    private final @Nullable Throwable failure;

    private CallAttempt(
            String url, String method, String path, int number, Duration elapsed, @Nullable Throwable failure) {
        this.url = Objects.requireNonNull(url, "url");
        this.method = Objects.requireNonNull(method, "method");
        this.path = Objects.requireNonNull(path, "path");
        this.number = number;
        this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
        this.failure = failure;
    }

    /**
     * An attempt; public so that tests can make one.
     *
     * @param url the address of the server
     * @param method the HTTP verb
     * @param path the path without query
     * @param number 1 for the first attempt of a call
     * @param elapsed the time it took
     * @param failure how it failed, or null
     * @return the attempt
     */
    public static CallAttempt of(
            String url, String method, String path, int number, Duration elapsed, @Nullable Throwable failure) {
        return new CallAttempt(url, method, path, number, elapsed, failure);
    }

    /**
     * The address of the server, as {@link NimbleClient#url()}.
     *
     * @return such as {@code http://edge-1:8082}
     */
    public String url() {
        return url;
    }

    /**
     * The HTTP verb.
     *
     * @return such as {@code GET}
     */
    public String method() {
        return method;
    }

    /**
     * The path, without the prefix of the base URL and without query.
     *
     * @return such as {@code /manage/sessions}
     */
    public String path() {
        return path;
    }

    /**
     * Which attempt of its call this was.
     *
     * @return 1 for the first
     */
    public int number() {
        return number;
    }

    /**
     * The time from sending until the answer was read to its end; for
     * {@link io.github.nimbleapi.session.Sessions#stream()}, until it was open, and for an export of
     * {@link io.github.nimbleapi.dvr.Dvr}, until its first byte came.
     *
     * @return the time it took
     */
    public Duration elapsed() {
        return elapsed;
    }

    /**
     * How the attempt failed: mostly a {@link io.github.nimbleapi.error.NimbleException}, a
     * {@link java.util.concurrent.CancellationException} where it was cancelled or its time ran out.
     *
     * @return the failure, or empty after success
     */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof CallAttempt)) {
            return false;
        }
        CallAttempt that = (CallAttempt) other;
        return number == that.number
                && url.equals(that.url)
                && method.equals(that.method)
                && path.equals(that.path)
                && elapsed.equals(that.elapsed)
                && Objects.equals(failure, that.failure);
    }

    @Override
    public int hashCode() {
        return Objects.hash(url, method, path, number, elapsed, failure);
    }

    @Override
    public String toString() {
        return method + " " + path + " on " + url + ", attempt " + number + ", " + elapsed.toMillis() + " ms, "
                + (failure == null ? "ok" : failure.getClass().getSimpleName());
    }
}
