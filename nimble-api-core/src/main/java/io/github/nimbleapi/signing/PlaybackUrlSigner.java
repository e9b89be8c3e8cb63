package io.github.nimbleapi.signing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;

/**
 * Signs the links that players get, for WMSAuth and pay-per-view: adds {@code wmsAuthSign}, which says from when, for how
 * long, and for which viewer, address and streams a link is good. The key is the password of the WMSAuth rule in WMSPanel.
 *
 * <pre>{@code
 * PlaybackUrlSigner links = PlaybackUrlSigner.builder(key)
 *         .viewerId("user-42")
 *         .signedStream("live/one")
 *         .validFor(Duration.ofMinutes(20))
 *         .build();
 * URI link = links.sign(URI.create("http://edge-1:8081/live/one/playlist.m3u8"));
 * }</pre>
 *
 * <p>A link is good from the moment it is signed; Nimble's clock and yours must agree. Why a player gets HTTP 403 is told
 * by {@link PlaybackToken#explain}. Sign on your server, never within an app: the key would be in it.
 *
 * <p>Immutable and thread-safe; {@link #toString()} does not show the key.
 */
public final class PlaybackUrlSigner {
    static final TokenPlace PLACE = new TokenPlace("wmsAuthSign");
    private static final Set<String> LIKE_HTTP = Set.of("http", "https", "ws", "wss", "sldp", "sldps");

    private static final long LONGEST_MINUTES = 999_999_999;

    private final String key;
    private final String clientIp;
    private final String viewerId;
    private final String signedStream;
    private final Duration validFor;
    private final Clock clock;
    private final boolean atEnd;

    private PlaybackUrlSigner(Builder from) {
        this.key = from.key;
        this.clientIp = from.clientIp;
        this.viewerId = from.viewerId;
        this.signedStream = from.signedStream;
        this.validFor = from.validFor;
        this.clock = from.clock;
        this.atEnd = from.atEnd;
    }

    /**
     * Makes a signer.
     *
     * @param key the password of the WMSAuth rule: not blank, on one line
     * @return a builder
     * @throws IllegalArgumentException if the key is blank or has line breaks or other control characters
     */
    public static Builder builder(String key) {
        return new Builder(Checks.secret(key, "key", "give the bare password of the WMSAuth rule"));
    }

    /**
     * Signs a link with the time of now. The parameter goes to the end of the query of {@code http(s)}, {@code ws(s)} and
     * {@code sldp(s)} addresses, and behind the application of {@code rtmp(s)} and {@code rtsp(s)} ones, which is their
     * first path segment: {@code rtmp://edge-1/live?wmsAuthSign=.../one}.
     *
     * @param url the address of the stream, without {@code wmsAuthSign}
     * @return the address with it
     * @throws IllegalArgumentException if the address has another scheme (see {@link #token()}), lacks application or
     *     stream, is signed already, or is not of the signed stream
     */
    public URI sign(URI url) {
        PLACE.requireSignable(Objects.requireNonNull(url, "url"));
        boolean likeHttp = LIKE_HTTP.contains(TokenPlace.scheme(url));
        if (!likeHttp && !TokenPlace.isRtmp(url) && !TokenPlace.isRtsp(url)) {
            throw PLACE.refused(
                    url, "nobody has said where Nimble looks for the token then, put token() there yourself");
        }
        PLACE.requireStream(url);
        if (!("/" + TokenPlace.decoded(url.getRawPath())).contains("/" + signedStream)) {
            throw PLACE.refused(url, "this signer is for " + signedStream + ", Nimble would answer 403");
        }
        if (likeHttp) {
            return PLACE.atEnd(url, token().replace("+", "%2B"));
        }
        return atEnd ? PLACE.atEnd(url, token()) : PLACE.afterApplication(url, token());
    }

    /**
     * The value of {@code wmsAuthSign} with the time of now, for an address that you build yourself.
     *
     * @return Base64, which may hold {@code +} and {@code /}
     */
    public String token() {
        String time = ServerTime.write(clock.instant());
        String minutes = String.valueOf(validFor.toMinutes());
        StringBuilder inner = new StringBuilder("server_time=" + time);
        inner.append("&hash_value=").append(Md5.base64(material(clientIp, viewerId, time, minutes, signedStream)));
        inner.append("&validminutes=").append(minutes);
        if (!signedStream.isEmpty()) {
            inner.append("&strm_len=").append(signedStream.getBytes(StandardCharsets.UTF_8).length);
        }
        if (!viewerId.isEmpty()) {
            inner.append("&id=").append(viewerId).append(clientIp.isEmpty() ? "" : "&checkip=true");
        }
        return Base64.getEncoder().encodeToString(inner.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a hash was made with this signer's key, and with these facts. */
    boolean made(String hash, String ip, String id, String time, String minutes, String stream) {
        return Md5.matches(material(ip, id, time, minutes, stream), hash);
    }

    private String material(String ip, String id, String time, String minutes, String stream) {
        return ip + id + key + time + minutes + stream;
    }

    String clientIp() {
        return clientIp;
    }

    String signedStream() {
        return signedStream;
    }

    Instant now() {
        return clock.instant();
    }

    @Override
    public String toString() {
        return "PlaybackUrlSigner[key hidden, client ip " + clientIp + ", viewer " + viewerId + ", stream "
                + signedStream + ", valid for " + validFor.toMinutes() + " min]";
    }

    /** Makes a {@link PlaybackUrlSigner}. Not thread-safe. */
    public static final class Builder {
        private final String key;
        private String clientIp = "";
        private String viewerId = "";
        private String signedStream = "";
        private Duration validFor = Duration.ofMinutes(20);
        private Clock clock = Clock.systemUTC();
        private boolean atEnd;

        private Builder(String key) {
            this.key = key;
        }

        /**
         * The only address that the link is good for: the player's, as Nimble sees it. Without it a link is good for
         * everybody who has it; then a viewer id is needed.
         *
         * @param clientIp the address, not blank
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder clientIp(String clientIp) {
            this.clientIp = Checks.inner(clientIp, "clientIp");
            return this;
        }

        /**
         * The viewer that the link is for, {@code id}: Nimble names it in pay-per-view reports and in
         * {@code ppv_id} of its sessions.
         *
         * @param viewerId the viewer, not blank, without {@code &}
         * @return this builder
         * @throws IllegalArgumentException if it is blank, or has an {@code &} or a control character
         */
        public Builder viewerId(String viewerId) {
            this.viewerId = Checks.inner(viewerId, "viewerId");
            return this;
        }

        /**
         * The only stream, or streams, that the link is good for; any stream without it. Nimble compares the beginning:
         * {@code live/} is for each stream of the application {@code live}.
         *
         * @param signedStream application and stream, {@code live/one}, or the beginning of it
         * @return this builder
         * @throws IllegalArgumentException if it is blank or begins with a slash
         */
        public Builder signedStream(String signedStream) {
            if (Objects.requireNonNull(signedStream, "signedStream").isBlank() || signedStream.startsWith("/")) {
                throw new IllegalArgumentException("signedStream is \"" + signedStream
                        + "\": give application and stream without a slash before them, such as live/one");
            }
            this.signedStream = signedStream;
            return this;
        }

        /**
         * How long the link is good, {@code validminutes}; 20 minutes by default. It is asked about when a session
         * begins.
         *
         * @param validFor whole minutes, 1 to 999,999,999
         * @return this builder
         * @throws IllegalArgumentException if it is anything else
         */
        public Builder validFor(Duration validFor) {
            long minutes = Objects.requireNonNull(validFor, "validFor").toMinutes();
            if (minutes < 1 || minutes > LONGEST_MINUTES || !validFor.equals(Duration.ofMinutes(minutes))) {
                throw new IllegalArgumentException(
                        "validFor is " + validFor + ": give whole minutes from 1 to " + LONGEST_MINUTES);
            }
            this.validFor = validFor;
            return this;
        }

        /**
         * Where the time comes from; the system's clock by default.
         *
         * @param clock the clock, in any zone
         * @return this builder
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Puts the token at the end of RTMP and RTSP addresses too, for players that want it there.
         *
         * @return this builder
         */
        public Builder tokenAtEnd() {
            this.atEnd = true;
            return this;
        }

        /**
         * Makes the signer.
         *
         * @return the signer
         * @throws IllegalStateException if neither client address nor viewer was given
         */
        public PlaybackUrlSigner build() {
            if (clientIp.isEmpty() && viewerId.isEmpty()) {
                throw new IllegalStateException("a link is for an address or for a viewer: give clientIp or viewerId");
            }
            return new PlaybackUrlSigner(this);
        }
    }
}
