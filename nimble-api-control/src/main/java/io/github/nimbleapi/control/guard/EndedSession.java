package io.github.nimbleapi.control.guard;

import io.github.nimbleapi.control.fleet.ServerSession;
import io.github.nimbleapi.session.PlaybackSession;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session that a {@link SessionGuard} ended, or would have ended if its run were not a dry one. Immutable. */
public final class EndedSession {
    private final ServerSession ended;
    private final String reason;
    private final @Nullable Block block;
    private final boolean isDryRun;

    private EndedSession(ServerSession ended, String reason, @Nullable Block block, boolean isDryRun) {
        this.ended = ended;
        this.reason = reason;
        this.block = block;
        this.isDryRun = isDryRun;
    }

    /**
     * A session that is against a rule; also for tests.
     *
     * @param ended the session
     * @param reason the rule's reason
     * @param isDryRun whether it goes on in truth
     * @return the value
     */
    public static EndedSession of(ServerSession ended, String reason, boolean isDryRun) {
        return new EndedSession(
                Objects.requireNonNull(ended, "ended"), Objects.requireNonNull(reason, "reason"), null, isDryRun);
    }

    /**
     * A session that is blocked; also for tests.
     *
     * @param ended the session
     * @param block what blocks it
     * @param isDryRun whether it goes on in truth
     * @return the value
     */
    public static EndedSession of(ServerSession ended, Block block, boolean isDryRun) {
        return new EndedSession(
                Objects.requireNonNull(ended, "ended"),
                "blocked: " + block.kind().name() + " " + block.value(),
                block,
                isDryRun);
    }

    /**
     * The name of the server that it was on.
     *
     * @return the name in the fleet; for a guard of one client the client's URL
     */
    public String server() {
        return ended.server();
    }

    /**
     * The session.
     *
     * @return the session as it was listed right before it was ended
     */
    public PlaybackSession session() {
        return ended.session();
    }

    /**
     * Why it was ended.
     *
     * @return the reason of the rule; or {@code blocked} and what is
     */
    public String reason() {
        return reason;
    }

    /**
     * What blocked it.
     *
     * @return the entry, or empty if it was against a rule
     */
    public Optional<Block> block() {
        return Optional.ofNullable(block);
    }

    /**
     * Whether nothing was done.
     *
     * @return whether the guard runs dry
     */
    public boolean isDryRun() {
        return isDryRun;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EndedSession
                && ended.equals(((EndedSession) other).ended)
                && reason.equals(((EndedSession) other).reason)
                && Objects.equals(block, ((EndedSession) other).block)
                && isDryRun == ((EndedSession) other).isDryRun;
    }

    @Override
    public int hashCode() {
        return Objects.hash(ended, reason, block, isDryRun);
    }

    @Override
    public String toString() {
        return "EndedSession[" + server() + " " + session() + " " + reason + (isDryRun ? ", dry run" : "") + "]";
    }
}
