package io.github.nimbleapi.control.handler;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a player may watch. Immutable; {@link #toString()} does not show the query of a redirect. */
public final class PlaybackDecision {
    private static final PlaybackDecision ALLOW = new PlaybackDecision(200, null);
    private static final PlaybackDecision DENY = new PlaybackDecision(403, null);

    private final int returnCode;
    private final @Nullable URI location;

    private PlaybackDecision(int returnCode, @Nullable URI location) {
        this.returnCode = returnCode;
        this.location = location;
    }

    /**
     * It may: {@code "return_code":200}.
     *
     * @return the decision
     */
    public static PlaybackDecision allow() {
        return ALLOW;
    }

    /**
     * It may not: HTTP 403 and {@code "return_code":403}.
     *
     * @return the decision
     */
    public static PlaybackDecision deny() {
        return DENY;
    }

    /**
     * It is sent elsewhere: {@code "return_code":302} and {@code redirect_location}.
     *
     * @param location an absolute address, http or https
     * @return the decision
     * @throws IllegalArgumentException if the address is not one
     */
    public static PlaybackDecision redirect(URI location) {
        String scheme = Objects.requireNonNullElse(
                Objects.requireNonNull(location, "location").getScheme(), "");
        boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
        if (!web || location.getRawAuthority() == null) {
            throw new IllegalArgumentException("location has scheme \"" + scheme + "\" and host \"" + location.getHost()
                    + "\": give an absolute address such as https://example.com/login");
        }
        return new PlaybackDecision(302, location);
    }

    /** The HTTP status: only a denial has one of its own. */
    int status() {
        return returnCode == 403 ? 403 : 200;
    }

    HandlerReply reply() {
        return Replies.json(status(), json -> {
            json.writeNumberField("return_code", returnCode);
            if (location != null) {
                json.writeStringField("redirect_location", location.toASCIIString());
            }
        });
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlaybackDecision
                && returnCode == ((PlaybackDecision) other).returnCode
                && Objects.equals(location, ((PlaybackDecision) other).location);
    }

    @Override
    public int hashCode() {
        return Objects.hash(returnCode, location);
    }

    @Override
    public String toString() {
        return "PlaybackDecision[" + returnCode
                + (location == null ? "" : " " + location.getHost() + location.getRawPath()) + "]";
    }
}
