package io.github.nimbleapi.control.guard;

import io.github.nimbleapi.control.internal.Slashes;
import io.github.nimbleapi.internal.ip.IpRange;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry of a {@link Blocklist}: what must not be watched or by whom, and until when. Immutable. */
public final class Block {
    /** What a block is about. */
    public enum Kind {
        /** A viewer, as named in a signed playback URL ({@code ppv_id}). */
        VIEWER,
        /** An IP address, or a range of them in CIDR notation. */
        IP,
        /** A stream, as {@code app/stream}. */
        STREAM
    }

    private final Kind kind;
    private final String value;
    private final @Nullable Instant until;

    private Block(Kind kind, String value, @Nullable Instant until) {
        this.kind = kind;
        this.value = value;
        this.until = until;
    }

    /**
     * A block without an end, also for a {@link BlocklistStore} of your own.
     *
     * @param kind what it is about
     * @param value the viewer's id; or the address or range, as {@link Blocklist#blockIp(String)} takes it; or the
     *     application and the stream, joined by a slash
     * @return the value; an address, range or stream has been given the form that all its spellings share
     * @throws IllegalArgumentException if the value is blank, or is no address, range or stream where it must be
     */
    public static Block of(Kind kind, String value) {
        Objects.requireNonNull(kind, "kind");
        if (Objects.requireNonNull(value, "value").isBlank()) {
            throw new IllegalArgumentException("value is blank: give what is to be blocked");
        }
        return new Block(kind, shared(kind, value), null);
    }

    private static String shared(Kind kind, String value) {
        switch (kind) {
            case IP:
                return IpRange.parse(value, "ip").toString();
            case STREAM:
                return stream(value);
            default:
                return value;
        }
    }

    private static String stream(String value) {
        String stream = Slashes.single(value);
        int slash = stream.indexOf('/');
        if (slash < 0
                || stream.substring(0, slash).isBlank()
                || stream.substring(slash + 1).isBlank()) {
            throw new IllegalArgumentException("value is " + value + ": give application, slash and stream");
        }
        return stream;
    }

    /**
     * The same block with an end.
     *
     * @param end when it ends
     * @return the value
     */
    public Block until(Instant end) {
        return new Block(kind, value, Objects.requireNonNull(end, "end"));
    }

    /**
     * What it is about.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Who or what is blocked.
     *
     * @return the viewer's id, the address or range, or {@code app/stream}
     */
    public String value() {
        return value;
    }

    /**
     * When it ends.
     *
     * @return the moment, or empty if it does not end by itself
     */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    /**
     * Whether it has not ended yet.
     *
     * @param now the moment to ask about
     * @return whether it blocks then
     */
    public boolean holdsAt(Instant now) {
        return until == null || now.isBefore(until);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Block
                && kind == ((Block) other).kind
                && value.equals(((Block) other).value)
                && Objects.equals(until, ((Block) other).until);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, value, until);
    }

    @Override
    public String toString() {
        return "Block[" + kind + " " + value + (until == null ? "" : " until " + until) + "]";
    }
}
