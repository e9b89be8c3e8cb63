package io.github.nimbleapi.control.guard;

import java.util.Set;

/** Who must not watch. Thread-safe. */
public final class Blocklist {
    private Blocklist() {}

    /**
     * An empty list in memory.
     *
     * @return the list
     */
    public static Blocklist create() {
        return new Blocklist();
    }

    /**
     * Whether a viewer is blocked now.
     *
     * @param viewerId the viewer
     * @return whether it is
     */
    public boolean isViewerBlocked(String viewerId) {
        return false;
    }

    /**
     * Whether an address is blocked now.
     *
     * @param ip the address as Nimble writes it
     * @return whether it is
     */
    public boolean isIpBlocked(String ip) {
        return false;
    }

    /**
     * Whether a stream is blocked now.
     *
     * @param app its application
     * @param stream its name
     * @return whether it is
     */
    public boolean isStreamBlocked(String app, String stream) {
        return false;
    }

    /**
     * The viewers that are blocked now.
     *
     * @return their ids
     */
    public Set<String> blockedViewers() {
        return Set.of();
    }
}
