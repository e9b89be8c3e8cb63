package io.github.nimbleapi.signing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;

/**
 * Signs the addresses that encoders publish to, for publish control: adds {@code publishsign}, which names the publisher
 * and, if you like, the only address that it may come from. The password is that of the application or server in WMSPanel.
 *
 * <pre>{@code
 * PublishUrlSigner publishing = PublishUrlSigner.builder(password).publisherId("studio-1").build();
 * URI link = publishing.sign(URI.create("rtmp://edge-1/live/one"));
 * }</pre>
 *
 * <p>There is no end to such a link but another password: who has it may publish the stream for ever, unless your publish
 * control handler says no. Immutable and thread-safe; {@link #toString()} does not show the password.
 */
public final class PublishUrlSigner {
    private static final TokenPlace PLACE = new TokenPlace("publishsign");
    private static final Set<String> AT_END = Set.of("rtsp", "rtsps", "http", "https");

    private final String password;
    private final String publisherId;
    private final String clientIp;
    private final boolean atEnd;

    private PublishUrlSigner(Builder from) {
        this.password = from.password;
        this.publisherId = from.publisherId;
        this.clientIp = from.clientIp;
        this.atEnd = from.atEnd;
    }

    /**
     * Makes a signer.
     *
     * @param password the password of publish control: not blank, on one line
     * @return a builder
     * @throws IllegalArgumentException if the password is blank or has line breaks or other control characters
     */
    public static Builder builder(String password) {
        return new Builder(
                Checks.secret(password, "password", "give the bare password of publish control in WMSPanel"));
    }

    /**
     * Signs an address. The parameter goes behind the application of {@code rtmp(s)} addresses, which is their first path
     * segment ({@code rtmp://edge-1/live?publishsign=.../one}), to the end of {@code rtsp(s)} and of {@code http(s)}
     * (WHIP) ones, and into the {@code streamid} of {@code srt} ones ({@code streamid=/live/one?publishsign=...}), where it
     * follows a query that is there after {@code %26}.
     *
     * @param url the address without {@code publishsign}: with application and stream, and nothing behind them
     * @return the address with it
     * @throws IllegalArgumentException if the address has another scheme, lacks application or stream, or is signed
     *     already
     */
    public URI sign(URI url) {
        PLACE.requireSignable(Objects.requireNonNull(url, "url"));
        String scheme = TokenPlace.scheme(url);
        if (TokenPlace.isSrt(url)) {
            return PLACE.inStreamId(url, token(url, PLACE.streamId(url)));
        }
        String token = token(url, TokenPlace.decoded(url.getRawPath()));
        if (AT_END.contains(scheme)) {
            return PLACE.atEnd(url, scheme.startsWith("http") ? token.replace("+", "%2B") : token);
        }
        if (!TokenPlace.isRtmp(url)) {
            throw PLACE.refused(url, "give an rtmp, rtsp, http (WHIP) or srt one");
        }
        return atEnd ? PLACE.atEnd(url, token) : PLACE.afterApplication(url, token);
    }

    private String token(URI url, String name) {
        int slash = name.lastIndexOf('/');
        if (slash < 2 || slash == name.length() - 1 || name.charAt(0) != '/') {
            throw PLACE.namesNoStream(url);
        }
        return token(name.substring(1, slash), name.substring(slash + 1));
    }

    /**
     * The value of {@code publishsign}, for an address that you build yourself.
     *
     * @param app the application, not blank
     * @param stream the stream, not blank
     * @return Base64, which may hold {@code +} and {@code /}
     * @throws IllegalArgumentException if either is blank
     */
    public String token(String app, String stream) {
        String name = "/" + filled(app, "app") + "/" + filled(stream, "stream");
        String inner = "id=" + publisherId + "&sign=" + Md5.base64(publisherId + name + password + clientIp)
                + (clientIp.isEmpty() ? "" : "&ip=" + clientIp);
        return Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_8));
    }

    private static String filled(String value, String name) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " is blank: give what the encoder publishes to");
        }
        return value;
    }

    @Override
    public String toString() {
        return "PublishUrlSigner[password hidden, publisher " + publisherId + ", client ip " + clientIp + "]";
    }

    /** Makes a {@link PublishUrlSigner}. Not thread-safe. */
    public static final class Builder {
        private final String password;
        private String publisherId = "";
        private String clientIp = "";
        private boolean atEnd;

        private Builder(String password) {
            this.password = password;
        }

        /**
         * The publisher, {@code id}: Nimble names it to your publish control handler, and
         * {@link io.github.nimbleapi.publish.PublishControl} ends it by that name. Required.
         *
         * @param publisherId the publisher, not blank, without {@code &}
         * @return this builder
         * @throws IllegalArgumentException if it is blank, or has an {@code &} or a control character
         */
        public Builder publisherId(String publisherId) {
            this.publisherId = Checks.inner(publisherId, "publisherId");
            return this;
        }

        /**
         * The only address that the publisher may come from; any by default.
         *
         * @param clientIp the encoder's address as Nimble sees it, not blank
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder clientIp(String clientIp) {
            this.clientIp = Checks.inner(clientIp, "clientIp");
            return this;
        }

        /**
         * Puts the token at the end of RTMP addresses too, for encoders that want it there.
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
         * @throws IllegalStateException if no publisher was given
         */
        public PublishUrlSigner build() {
            if (publisherId.isEmpty()) {
                throw new IllegalStateException("publisherId is missing: a link names who publishes");
            }
            return new PublishUrlSigner(this);
        }
    }
}
