package io.github.nimbleapi.control.guard;

/**
 * Is told how a {@link Blocklist} changes, such as to write a journal. Of each change once, in their order, by the thread
 * that makes it and before its method returns; other changes wait meanwhile, look-ups do not. What it throws is logged. It
 * can't call {@link SessionGuard#enforce()} of a guard of the list, which would wait for the change.
 */
public interface BlocklistListener {
    /**
     * Something is blocked, or what was blocked has another end.
     *
     * @param block the entry as it is now
     */
    default void onBlocked(Block block) {}

    /**
     * Something is no longer blocked because somebody said so.
     *
     * @param block the entry as it was
     */
    default void onUnblocked(Block block) {}

    /**
     * Something is no longer blocked because its time is over. Told when the list is next swept, see
     * {@link Blocklist#sweep()}.
     *
     * @param block the entry as it was
     */
    default void onExpired(Block block) {}
}
