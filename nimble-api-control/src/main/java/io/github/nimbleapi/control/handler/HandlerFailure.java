package io.github.nimbleapi.control.handler;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a POST got no good answer. It holds nothing of the body and no secret of the handler's; what your own code threw is
 * told as it is. Immutable.
 */
public final class HandlerFailure {
    /** What went wrong. */
    public enum Kind {
        /** The body can't be read, or is too long: 400. */
        UNREADABLE(400),
        /** {@code ID}, {@code Puzzle} or {@code Signature} is missing, does not fit the token, or is of another push: 403. */
        FORGED(403),
        /** Your code threw, answered nothing, or did not answer in time: 500 unless the handler has a choice. */
        FAILED(500);

        final int status;

        Kind(int status) {
            this.status = status;
        }
    }

    private final String handler;
    private final Kind kind;
    private final int status;
    private final String text;
    private final @Nullable Throwable cause;

    private HandlerFailure(String handler, Kind kind, int status, String text, @Nullable Throwable cause) {
        this.handler = handler;
        this.kind = kind;
        this.status = status;
        this.text = text;
        this.cause = cause;
    }

    /**
     * A value, also for tests.
     *
     * @param handler which handler
     * @param kind what went wrong
     * @param status the HTTP status that was answered
     * @param text what went wrong, for people
     * @param cause what was thrown, if anything was
     * @return the value
     */
    public static HandlerFailure of(String handler, Kind kind, int status, String text, @Nullable Throwable cause) {
        return new HandlerFailure(
                Objects.requireNonNull(handler, "handler"),
                Objects.requireNonNull(kind, "kind"),
                status,
                Objects.requireNonNull(text, "text"),
                cause);
    }

    /**
     * Which handler: {@code pay-per-view}, {@code playback authorization}, {@code publish control} or {@code stream events}.
     *
     * @return its name
     */
    public String handler() {
        return handler;
    }

    /**
     * What went wrong.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The HTTP status that was answered.
     *
     * @return the status
     */
    public int status() {
        return status;
    }

    /**
     * What went wrong, for people.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * What was thrown.
     *
     * @return the error, if there was one
     */
    public Optional<Throwable> cause() {
        return Optional.ofNullable(cause);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof HandlerFailure)) {
            return false;
        }
        HandlerFailure that = (HandlerFailure) other;
        return handler.equals(that.handler)
                && kind == that.kind
                && status == that.status
                && text.equals(that.text)
                && Objects.equals(cause, that.cause);
    }

    @Override
    public int hashCode() {
        return Objects.hash(handler, kind, status, text, cause);
    }

    @Override
    public String toString() {
        return "HandlerFailure[" + handler + " answered " + status + ": " + text + "]";
    }
}
