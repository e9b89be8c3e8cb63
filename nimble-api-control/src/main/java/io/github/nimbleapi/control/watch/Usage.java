package io.github.nimbleapi.control.watch;

import java.time.Duration;
import java.util.Objects;

/** What was watched: time and bytes. Immutable. */
public final class Usage {
    /** Nothing. */
    public static final Usage NONE = new Usage(Duration.ZERO, 0, 0);

    private final Duration watched;
    private final long bytesSent;
    private final long bytesReceived;

    private Usage(Duration watched, long bytesSent, long bytesReceived) {
        this.watched = watched;
        this.bytesSent = bytesSent;
        this.bytesReceived = bytesReceived;
    }

    /**
     * A value, also for tests.
     *
     * @param watched how long
     * @param bytesSent bytes from Nimble to players
     * @param bytesReceived bytes from players to Nimble
     * @return the value
     */
    public static Usage of(Duration watched, long bytesSent, long bytesReceived) {
        return new Usage(Objects.requireNonNull(watched, "watched"), bytesSent, bytesReceived);
    }

    /**
     * The sum of this and another.
     *
     * @param other the other
     * @return the sum
     */
    public Usage plus(Usage other) {
        Objects.requireNonNull(other, "other");
        return new Usage(watched.plus(other.watched), bytesSent + other.bytesSent, bytesReceived + other.bytesReceived);
    }

    /**
     * How long was watched. Two sessions at a time count twice.
     *
     * @return the time
     */
    public Duration watched() {
        return watched;
    }

    /**
     * Bytes that Nimble sent to players.
     *
     * @return bytes
     */
    public long bytesSent() {
        return bytesSent;
    }

    /**
     * Bytes that Nimble received from players.
     *
     * @return bytes
     */
    public long bytesReceived() {
        return bytesReceived;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Usage
                && watched.equals(((Usage) other).watched)
                && bytesSent == ((Usage) other).bytesSent
                && bytesReceived == ((Usage) other).bytesReceived;
    }

    @Override
    public int hashCode() {
        return Objects.hash(watched, bytesSent, bytesReceived);
    }

    @Override
    public String toString() {
        return "Usage[" + watched + " sent " + bytesSent + " received " + bytesReceived + "]";
    }
}
