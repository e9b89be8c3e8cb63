package io.github.nimbleapi.control.handler;

import io.github.nimbleapi.internal.json.StreamName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A player asks to watch: what Nimble posts to a playback authorization handler. What it left out is {@code ""}. Of the
 * members only {@code url}, {@code host}, {@code user_agent} and {@code referer} are certain to exist; {@link #members()}
 * has all that came. Immutable; {@link #toString()} does not show the query, which may hold a signature.
 */
public final class PlaybackRequest {
    private final Map<String, String> members;
    private final PlaybackUrl url;

    private PlaybackRequest(Map<String, String> members) {
        this.members = members;
        this.url = PlaybackUrl.of(members.getOrDefault("url", ""));
    }

    /**
     * A value, also for tests.
     *
     * @param members the members of the request
     * @return the value
     */
    public static PlaybackRequest of(Map<String, String> members) {
        Objects.requireNonNull(members, "members")
                .forEach((name, value) -> Objects.requireNonNull(value, () -> "the value of " + name + " in members"));
        return new PlaybackRequest(Collections.unmodifiableMap(new LinkedHashMap<>(members)));
    }

    /**
     * {@code url}: what was asked for, such as {@code /live/stream/playlist.m3u8}. A player is asked about several times,
     * for its playlist and for its chunk lists.
     *
     * @return path and query
     */
    public String url() {
        return members.getOrDefault("url", "");
    }

    /**
     * The application: the path without its last part, up to its last slash, percent-decoded; {@code //} in it counts as a
     * slash, and {@code .} and {@code ..} are resolved.
     *
     * @return the application
     */
    public String app() {
        return directory().app;
    }

    /**
     * The stream: the last part but one of the path, percent-decoded.
     *
     * @return the stream
     */
    public String stream() {
        return directory().stream;
    }

    private StreamName directory() {
        return StreamName.of(whole().app);
    }

    /** For what is played at the very name of the stream. */
    StreamName whole() {
        return StreamName.of(url.name());
    }

    /**
     * {@code host}, with the port.
     *
     * @return the host that was asked
     */
    public String host() {
        return members.getOrDefault("host", "");
    }

    /**
     * {@code user_agent}.
     *
     * @return the player
     */
    public String userAgent() {
        return members.getOrDefault("user_agent", "");
    }

    /**
     * {@code referer}.
     *
     * @return the page
     */
    public String referer() {
        return members.getOrDefault("referer", "");
    }

    /**
     * The player's address: the first that is there of {@code client_ip}, {@code ip}, {@code remote_ip}, {@code clientip},
     * {@code client_addr} and {@code remote_addr}, for which of them Nimble writes is unknown.
     *
     * @return the address
     */
    public String clientIp() {
        return first("client_ip", "ip", "remote_ip", "clientip", "client_addr", "remote_addr");
    }

    /**
     * The viewer: {@code ppv_id} or {@code viewer_id}, or else the first {@code id} in a {@code wmsAuthSign} of the link,
     * whose signature is for Nimble to check.
     *
     * @return the id
     */
    public String viewerId() {
        return viewerIds().stream().findFirst().orElse("");
    }

    /** That one, and all others that the link names too. */
    List<String> viewerIds() {
        List<String> ids = new ArrayList<>(url.viewerIds());
        String told = first("ppv_id", "viewer_id");
        if (!told.isEmpty()) {
            ids.add(0, told);
        }
        return ids;
    }

    /**
     * All that came, by wire name; what is neither text nor number is there as JSON.
     *
     * @return the members
     */
    public Map<String, String> members() {
        return members;
    }

    private String first(String... names) {
        for (String name : names) {
            String value = members.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlaybackRequest && members.equals(((PlaybackRequest) other).members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return "PlaybackRequest[" + url.path + " on " + host() + " from " + clientIp() + " viewer " + viewerId() + "]";
    }
}
