package io.github.nimbleapi.republish;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A rule by which Nimble Streamer republishes a live stream to another server over RTMP or RTMPS, of
 * {@code /manage/rtmp/republish}.
 *
 * <pre>{@code
 * RepublishRule rule = RepublishRule.to(URI.create("rtmps://live-api-s.facebook.com:443/rtmp/" + key))
 *     .from("live", "one")
 *     .build();
 * }</pre>
 *
 * <p>Immutable. What the server left out is {@code ""}, 0 or false. {@link #toString()} shows no credential; a stream key
 * and parameters count as such.
 */
public final class RepublishRule {
    private static final int UNSET = -1;

    private final String id;
    private final String sourceApp;
    private final String sourceStream;
    private final String destinationAddress;
    private final int destinationPort;
    private final String destinationApp;
    private final String destinationStream;
    private final String destinationAppParams;
    private final String destinationStreamParams;
    private final String authSchema;
    private final String destinationLogin;
    private final String destinationPassword;
    private final boolean keepSourceStreamParams;
    private final boolean ssl;
    private final Map<String, String> extraMembers;

    private RepublishRule(Builder from) {
        this.id = from.id;
        this.sourceApp = from.sourceApp;
        this.sourceStream = from.sourceStream;
        this.destinationAddress = from.destinationAddress;
        this.destinationPort = from.port();
        this.destinationApp = from.destinationApp;
        this.destinationStream = from.destinationStream;
        this.destinationAppParams = from.destinationAppParams;
        this.destinationStreamParams = from.destinationStreamParams;
        this.authSchema = from.authSchema;
        this.destinationLogin = from.destinationLogin;
        this.destinationPassword = from.destinationPassword;
        this.keepSourceStreamParams = from.keepSourceStreamParams;
        this.ssl = from.ssl;
        this.extraMembers = from.extraMembers;
    }

    /**
     * A builder for a rule.
     *
     * @return a builder with nothing set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder for a rule with the destination that an RTMP or RTMPS URL names, such as
     * {@code rtmps://live-api-s.facebook.com:443/rtmp/key?a=b}. The port is 1935, or 443 with {@code rtmps}, where the URL
     * has none. The path is the application up to its last slash, and the stream after it. A query after the stream is
     * part of the stream; one that has the stream behind it ({@code rtmp://host/app?a=b/stream}) is part of the
     * application. Nothing is percent-decoded.
     *
     * @param destination the URL, without user and password: those go into {@link Builder#destinationLogin} and
     *     {@link Builder#destinationPassword}
     * @return a builder that lacks but the source
     * @throws IllegalArgumentException if it is no such URL, or if it could be read in two ways (a slash in the query, and
     *     more than one name before it); the message does not quote it, since it may hold a stream key
     */
    public static Builder to(URI destination) {
        return DestinationUrl.builder(Objects.requireNonNull(destination, "destination"));
    }

    /**
     * A builder with all that this rule has, its port too.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * {@code id}: what the server calls the rule. Opaque: some builds number their rules, others do not.
     *
     * @return id, or {@code ""} while it is not created
     */
    public String id() {
        return id;
    }

    /**
     * {@code src_app}: the application whose streams are republished.
     *
     * @return application, or {@code ""}
     */
    public String sourceApp() {
        return sourceApp;
    }

    /**
     * {@code src_stream}: the stream that is republished.
     *
     * @return name, or {@code ""} where the whole application is
     */
    public String sourceStream() {
        return sourceStream;
    }

    /**
     * Whether every stream of the application is republished, which the server does where a rule names none.
     *
     * @return true if there is an application and no stream
     */
    public boolean isWholeApplication() {
        return !sourceApp.isEmpty() && sourceStream.isEmpty();
    }

    /**
     * {@code dest_addr}: the host that it is sent to, without scheme and path.
     *
     * @return host, or {@code ""}
     */
    public String destinationAddress() {
        return destinationAddress;
    }

    /**
     * {@code dest_port}.
     *
     * @return port, or 0
     */
    public int destinationPort() {
        return destinationPort;
    }

    /**
     * {@code dest_app}: the application there.
     *
     * @return application, or {@code ""}
     */
    public String destinationApp() {
        return destinationApp;
    }

    /**
     * {@code dest_stream}: the stream there. On most platforms it is the stream key, a secret, so {@link #toString()} does not
     * show it.
     *
     * @return name or key of the stream, or {@code ""}, as may be for a whole application
     */
    public String destinationStream() {
        return destinationStream;
    }

    /**
     * {@code dest_app_params}: parameters for the application there. Not in {@link #toString()}.
     *
     * @return parameters, or {@code ""}
     */
    public String destinationAppParams() {
        return destinationAppParams;
    }

    /**
     * {@code dest_stream_params}: parameters for the stream there. Not in {@link #toString()}.
     *
     * @return parameters, or {@code ""}
     */
    public String destinationStreamParams() {
        return destinationStreamParams;
    }

    /**
     * {@code auth_schema}: how the server logs in there, in its own words.
     *
     * @return such as {@link AuthSchema#NONE}, or {@code ""}
     */
    public String authSchema() {
        return authSchema;
    }

    /**
     * {@code dest_login}. Not in {@link #toString()}.
     *
     * @return login, or {@code ""}
     */
    public String destinationLogin() {
        return destinationLogin;
    }

    /**
     * {@code dest_password}. Not in {@link #toString()}.
     *
     * @return password, or {@code ""}
     */
    public String destinationPassword() {
        return destinationPassword;
    }

    /**
     * {@code keep_src_stream_params}: whether parameters of the source stream are passed on.
     *
     * @return true if they are
     */
    public boolean keepSourceStreamParams() {
        return keepSourceStreamParams;
    }

    /**
     * {@code ssl}: whether it is sent over TLS (RTMPS).
     *
     * @return true if it is
     */
    public boolean ssl() {
        return ssl;
    }

    /**
     * Members that have no accessor here, with their text; arrays and objects as JSON.
     *
     * @return an immutable map
     */
    public Map<String, String> extraMembers() {
        return extraMembers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RepublishRule && values().equals(((RepublishRule) other).values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private List<Object> values() {
        return List.of(
                List.of(id, sourceApp, sourceStream, destinationAddress, destinationPort, destinationApp),
                List.of(destinationStream, destinationAppParams, destinationStreamParams, authSchema),
                List.of(destinationLogin, destinationPassword, keepSourceStreamParams, ssl, extraMembers));
    }

    @Override
    public String toString() {
        String app = destinationApp.replaceAll("(?s)\\?.*", "?***");
        return "RepublishRule[" + (id.isEmpty() ? "" : id + ", ") + sourceApp + "/"
                + (isWholeApplication() ? "*" : sourceStream) + " to " + (ssl ? "rtmps" : "rtmp") + "://"
                + DestinationUrl.shownHost(destinationAddress) + ":" + destinationPort + "/" + app + "]";
    }

    /** Makes {@link RepublishRule}. Not thread-safe. */
    public static final class Builder {
        private String id = "";
        private String sourceApp = "";
        private String sourceStream = "";
        private String destinationAddress = "";
        private int destinationPort = UNSET;
        private String destinationApp = "";
        private String destinationStream = "";
        private String destinationAppParams = "";
        private String destinationStreamParams = "";
        private String authSchema = AuthSchema.NONE;
        private String destinationLogin = "";
        private String destinationPassword = "";
        private boolean keepSourceStreamParams;
        private boolean ssl;
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        private Builder(RepublishRule from) {
            this.id = from.id;
            this.sourceApp = from.sourceApp;
            this.sourceStream = from.sourceStream;
            this.destinationAddress = from.destinationAddress;
            this.destinationPort = from.destinationPort;
            this.destinationApp = from.destinationApp;
            this.destinationStream = from.destinationStream;
            this.destinationAppParams = from.destinationAppParams;
            this.destinationStreamParams = from.destinationStreamParams;
            this.authSchema = from.authSchema;
            this.destinationLogin = from.destinationLogin;
            this.destinationPassword = from.destinationPassword;
            this.keepSourceStreamParams = from.keepSourceStreamParams;
            this.ssl = from.ssl;
            this.extraMembers = from.extraMembers;
        }

        /**
         * Sets {@link RepublishRule#id()}.
         *
         * @param id id; not sent
         * @return this
         */
        public Builder id(String id) {
            this.id = Objects.requireNonNull(id, "id");
            return this;
        }

        /**
         * Sets {@link RepublishRule#sourceApp()} and {@link RepublishRule#sourceStream()}.
         *
         * @param app the application
         * @param stream the stream
         * @return this
         * @throws IllegalArgumentException if the stream is blank: the server would republish the whole application
         */
        public Builder from(String app, String stream) {
            Objects.requireNonNull(app, "app");
            if (Objects.requireNonNull(stream, "stream").isBlank()) {
                throw new IllegalArgumentException("stream is blank: give its name, or call fromWholeApplication to"
                        + " republish every stream of the application");
            }
            this.sourceApp = app;
            this.sourceStream = stream;
            return this;
        }

        /**
         * Sets {@link RepublishRule#sourceApp()} so that every stream of it is republished, also those that go live later.
         *
         * @param app the application
         * @return this
         * @throws IllegalArgumentException if the application is blank
         */
        public Builder fromWholeApplication(String app) {
            if (Objects.requireNonNull(app, "app").isBlank()) {
                throw new IllegalArgumentException("app is blank: give the name of the application");
            }
            this.sourceApp = app;
            this.sourceStream = "";
            return this;
        }

        /**
         * Sets {@link RepublishRule#destinationAddress()}.
         *
         * @param destinationAddress such as {@code a.rtmp.youtube.com}
         * @return this
         */
        public Builder destinationAddress(String destinationAddress) {
            this.destinationAddress = Objects.requireNonNull(destinationAddress, "destinationAddress");
            return this;
        }

        /**
         * Sets {@link RepublishRule#destinationPort()}.
         *
         * @param destinationPort 1 to 65535, or 0 where it is not known; default 1935, with {@code ssl} 443
         * @return this
         * @throws IllegalArgumentException if it is no port
         */
        public Builder destinationPort(int destinationPort) {
            if (destinationPort < 0 || destinationPort > 65_535) {
                throw new IllegalArgumentException("destinationPort is " + destinationPort + ": give 1 to 65535");
            }
            this.destinationPort = destinationPort;
            return this;
        }

        /**
         * Sets {@link RepublishRule#destinationApp()}.
         *
         * @param destinationApp the application there
         * @return this
         */
        public Builder destinationApp(String destinationApp) {
            this.destinationApp = Objects.requireNonNull(destinationApp, "destinationApp");
            return this;
        }

        /**
         * Sets {@link RepublishRule#destinationStream()}.
         *
         * @param destinationStream name or key of the stream
         * @return this
         */
        public Builder destinationStream(String destinationStream) {
            this.destinationStream = Objects.requireNonNull(destinationStream, "destinationStream");
            return this;
        }

        /**
         * Sets {@link RepublishRule#destinationAppParams()}.
         *
         * @param destinationAppParams such as {@code a=b&c=d}
         * @return this
         */
        public Builder destinationAppParams(String destinationAppParams) {
            this.destinationAppParams = Objects.requireNonNull(destinationAppParams, "destinationAppParams");
            return this;
        }

        /**
         * Sets {@link RepublishRule#destinationStreamParams()}.
         *
         * @param destinationStreamParams such as {@code a=b&c=d}
         * @return this
         */
        public Builder destinationStreamParams(String destinationStreamParams) {
            this.destinationStreamParams = Objects.requireNonNull(destinationStreamParams, "destinationStreamParams");
            return this;
        }

        /**
         * Sets {@link RepublishRule#authSchema()}.
         *
         * @param authSchema a word of {@link AuthSchema} or another of the server; default {@link AuthSchema#NONE}
         * @return this
         */
        public Builder authSchema(String authSchema) {
            this.authSchema = Objects.requireNonNull(authSchema, "authSchema");
            return this;
        }

        /**
         * Sets {@link RepublishRule#destinationLogin()}.
         *
         * @param destinationLogin login
         * @return this
         */
        public Builder destinationLogin(String destinationLogin) {
            this.destinationLogin = Objects.requireNonNull(destinationLogin, "destinationLogin");
            return this;
        }

        /**
         * Sets {@link RepublishRule#destinationPassword()}.
         *
         * @param destinationPassword password
         * @return this
         */
        public Builder destinationPassword(String destinationPassword) {
            this.destinationPassword = Objects.requireNonNull(destinationPassword, "destinationPassword");
            return this;
        }

        /**
         * Sets {@link RepublishRule#keepSourceStreamParams()}.
         *
         * @param keepSourceStreamParams true to pass them on; default false
         * @return this
         */
        public Builder keepSourceStreamParams(boolean keepSourceStreamParams) {
            this.keepSourceStreamParams = keepSourceStreamParams;
            return this;
        }

        /**
         * Sets {@link RepublishRule#ssl()}.
         *
         * @param ssl true for RTMPS; default false
         * @return this
         */
        public Builder ssl(boolean ssl) {
            this.ssl = ssl;
            return this;
        }

        /**
         * Sets {@link RepublishRule#extraMembers()}.
         *
         * @param extraMembers text by name; copied, not sent
         * @return this
         */
        public Builder extraMembers(Map<String, String> extraMembers) {
            this.extraMembers = Map.copyOf(Objects.requireNonNull(extraMembers, "extraMembers"));
            return this;
        }

        private int port() {
            int usual = ssl ? 443 : 1935;
            return destinationPort == UNSET ? usual : destinationPort;
        }

        /**
         * Makes the rule. Whether it is complete is looked at by {@link Republishing#create}.
         *
         * @return an immutable value
         */
        public RepublishRule build() {
            return new RepublishRule(this);
        }
    }
}
