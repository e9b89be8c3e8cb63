package io.github.nimbleapi;

import io.github.nimbleapi.cache.DataCache;
import io.github.nimbleapi.dvr.Dvr;
import io.github.nimbleapi.icecast.Icecast;
import io.github.nimbleapi.internal.DefaultNimbleClient;
import io.github.nimbleapi.internal.http.BaseUrl;
import io.github.nimbleapi.protocol.Protocols;
import io.github.nimbleapi.publish.PublishControl;
import io.github.nimbleapi.raw.RawCalls;
import io.github.nimbleapi.republish.Republishing;
import io.github.nimbleapi.scte35.Scte35;
import io.github.nimbleapi.server.Server;
import io.github.nimbleapi.session.Sessions;
import io.github.nimbleapi.signing.ManagementSigner;
import io.github.nimbleapi.stream.LiveStreams;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The management API of one Nimble Streamer.
 *
 * <pre>{@code
 * try (NimbleClient nimble = NimbleClient.builder("http://edge-1:8082").managementToken(token).build()) {
 *   nimble.sessions().deleteIf(SessionFilters.ofViewer("user-42"));
 * }
 * }</pre>
 *
 * <p>Make one for each server, keep it, and close it in the end: it holds connections and threads. Thread-safe. Meant to
 * be called and mocked, not implemented: methods may be added.
 */
public interface NimbleClient extends AutoCloseable {
    /**
     * A client with default settings and without a management token.
     *
     * @param url see {@link #builder(String)}
     * @return a new client
     * @throws IllegalArgumentException if the URL can't be one of a Nimble Streamer
     */
    static NimbleClient create(String url) {
        return builder(url).build();
    }

    /**
     * A builder for a client.
     *
     * @param url the server's management address, such as {@code http://edge-1:8082} (the port is {@code management_port}
     *     in {@code nimble.conf}); {@code https} and a path prefix are possible where a reverse proxy offers them
     * @return a builder with default settings
     * @throws IllegalArgumentException if the URL can't be one of a Nimble Streamer
     */
    static Builder builder(String url) {
        return new Builder(url);
    }

    /**
     * A client with default settings for the server that the environment names.
     *
     * @return a new client
     * @throws IllegalStateException see {@link #builderFromEnvironment()}
     * @throws IllegalArgumentException see {@link #builderFromEnvironment()}
     */
    static NimbleClient fromEnvironment() {
        return builderFromEnvironment().build();
    }

    /**
     * A builder for a client of the server that the environment names: {@code NIMBLE_URL}, and
     * {@code NIMBLE_MANAGEMENT_TOKEN} unless that is missing or empty.
     *
     * @return a builder with default settings
     * @throws IllegalStateException if {@code NIMBLE_URL} is missing or empty
     * @throws IllegalArgumentException if it can't be the URL of a Nimble Streamer, or the token can't be one
     */
    static Builder builderFromEnvironment() {
        return Builder.from(System::getenv);
    }

    /**
     * The server's management address.
     *
     * @return the URL that the client was made with, without a slash at its end
     */
    String url();

    /**
     * Playback sessions: who is watching.
     *
     * @return the service
     */
    Sessions sessions();

    /**
     * The server as a whole.
     *
     * @return the service
     */
    Server server();

    /**
     * Live streams: what is published to the server.
     *
     * @return the service
     */
    LiveStreams liveStreams();

    /**
     * Protocols: RTMP, MPEG-TS, SRT, RIST and NDI.
     *
     * @return the service
     */
    Protocols protocols();

    /**
     * What is recorded: archives, exports, clean-up.
     *
     * @return the service
     */
    Dvr dvr();

    /**
     * Icecast streams: what they say of themselves, and the title of what is on now.
     *
     * @return the service
     */
    Icecast icecast();

    /**
     * Publish control: who publishes, and how to refuse it.
     *
     * @return the service
     */
    PublishControl publishControl();

    /**
     * The data cache: keys, and how to evict what is under one.
     *
     * @return the service
     */
    DataCache dataCache();

    /**
     * SCTE-35 markers: where ad breaks begin and end.
     *
     * @return the service
     */
    Scte35 scte35();

    /**
     * RTMP republishing: rules that send live streams on to other servers and platforms.
     *
     * @return the service
     */
    Republishing republishing();

    /**
     * Any other path of the management API.
     *
     * @return the service
     */
    RawCalls raw();

    /**
     * The same client with other options: a view that shares connections and threads with this one. Closing the view does
     * nothing; closing this client ends the view.
     *
     * @param change sets what shall differ from this client's options
     * @return the view
     */
    NimbleClient withOptions(Consumer<CallOptions.Builder> change);

    /**
     * Ends calls under way (their futures are cancelled, blocking callers get a
     * {@link java.util.concurrent.CancellationException}, open streams break), closes connections and stops threads. An
     * {@link HttpClient} that was given is left alone. Later calls throw {@link IllegalStateException}. May be called
     * more than once.
     */
    @Override
    void close();

    /** Makes a {@link NimbleClient}. Not thread-safe; {@link #toString()} does not show the token. */
    final class Builder {
        private static final Duration LONGEST = Duration.ofDays(365);

        private final BaseUrl url;
        private final CallOptions.Builder options = CallOptions.builder();
        private @Nullable ManagementSigner signer;
        private @Nullable Duration connectTimeout;
        private @Nullable HttpClient httpClient;
        private CallListener listener = attempt -> {};

        private Builder(String url) {
            this.url = BaseUrl.of(url);
        }

        static Builder from(UnaryOperator<@Nullable String> environment) {
            String url = environment.apply("NIMBLE_URL");
            if (url == null || url.isEmpty()) {
                throw new IllegalStateException(
                        "NIMBLE_URL is not set: give the management address of a Nimble Streamer,"
                                + " such as http://127.0.0.1:8082");
            }
            Builder builder = new Builder(url);
            String token = environment.apply("NIMBLE_MANAGEMENT_TOKEN");
            return token == null || token.isEmpty() ? builder : builder.managementToken(token);
        }

        /**
         * The {@code management_token} of {@code nimble.conf}. Every call is then signed with it; it is itself never sent
         * and never shown. Default: none, calls are not signed.
         *
         * <p>The JDK's own logger {@code jdk.internal.httpclient.debug} prints whole addresses at level {@code DEBUG},
         * with signatures that are as good as the token: keep it off where logs are read by others.
         *
         * @param token not blank, on one line
         * @return this
         * @throws IllegalArgumentException if the token is blank or has line breaks or other control characters
         */
        public Builder managementToken(String token) {
            this.signer = ManagementSigner.of(token);
            return this;
        }

        /**
         * The time to establish a connection. Default 5 seconds, within {@link #callTimeout}.
         *
         * @param connectTimeout more than zero
         * @return this
         * @throws IllegalArgumentException if it is zero or negative
         */
        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = Durations.requirePositive(connectTimeout, "connectTimeout");
            return this;
        }

        /**
         * See {@link CallOptions#callTimeout()}.
         *
         * @param callTimeout more than zero; default 30 seconds
         * @return this
         * @throws IllegalArgumentException if it is zero or negative
         */
        public Builder callTimeout(Duration callTimeout) {
            options.callTimeout(callTimeout);
            return this;
        }

        /**
         * See {@link CallOptions#retryPolicy()}.
         *
         * @param retryPolicy the policy; default {@code exponential(2, 200 ms)}
         * @return this
         */
        public Builder retryPolicy(RetryPolicy retryPolicy) {
            options.retryPolicy(retryPolicy);
            return this;
        }

        /**
         * See {@link CallOptions#maxResponseBytes()}.
         *
         * @param maxResponseBytes more than 0; default 256 MiB, none for streams and exports
         * @return this
         * @throws IllegalArgumentException if it is 0 or negative
         */
        public Builder maxResponseBytes(long maxResponseBytes) {
            options.maxResponseBytes(maxResponseBytes);
            return this;
        }

        /**
         * Is told of every attempt.
         *
         * @param listener the listener; default none
         * @return this
         */
        public Builder listener(CallListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * The HTTP client to use instead of one of our own: for a proxy, TLS settings or instrumentation. It is not
         * closed with the {@link NimbleClient}. HTTP/1.1 is asked for whatever its setting.
         *
         * @param httpClient a client that does not follow redirects
         * @return this
         * @throws IllegalArgumentException if it follows redirects: a management call that does would carry its signature
         *     elsewhere
         */
        public Builder httpClient(HttpClient httpClient) {
            if (Objects.requireNonNull(httpClient, "httpClient").followRedirects() != HttpClient.Redirect.NEVER) {
                throw new IllegalArgumentException("httpClient follows redirects (" + httpClient.followRedirects()
                        + "): build it with Redirect.NEVER");
            }
            this.httpClient = httpClient;
            return this;
        }

        /**
         * Makes the client. Nothing is sent yet.
         *
         * @return a new client
         * @throws IllegalStateException if both {@link #httpClient} and {@link #connectTimeout} are set
         */
        public NimbleClient build() {
            if (httpClient != null && connectTimeout != null) {
                throw new IllegalStateException(
                        "connectTimeout has no effect on a given httpClient: set it on that client's own builder");
            }
            Duration connect = connectTimeout == null ? Duration.ofSeconds(5) : connectTimeout;
            // The JDK's client overflows with what some give for "for ever".
            Duration capped = connect.compareTo(LONGEST) > 0 ? LONGEST : connect;
            return DefaultNimbleClient.open(url, signer, options.build(), listener, httpClient, capped);
        }

        @Override
        public String toString() {
            return "NimbleClient.Builder[" + url + (signer == null ? "" : ", signed") + "]";
        }
    }
}
