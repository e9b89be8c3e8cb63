package io.github.nimbleapi.republish;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * How a republishing rule does, an element of {@code GET /manage/rtmp/republish/stats}. The server also tells of rules that
 * were set in WMSPanel, which {@link Republishing#rules()} does not list. Immutable. What the server left out is {@code ""}
 * or 0.
 */
public final class RepublishStats {
    private final String ruleId;
    private final int owner;
    private final String sourceApp;
    private final String sourceStream;
    private final String destinationAddress;
    private final int destinationPort;
    private final String destinationApp;
    private final String destinationStream;
    private final String state;
    private final int retryCount;
    private final Duration sessionDuration;
    private final long bandwidth;
    private final long bytesReceived;
    private final long bytesSent;
    private final Map<String, String> extraMembers;

    private RepublishStats(Builder from) {
        this.ruleId = from.ruleId;
        this.owner = from.owner;
        this.sourceApp = from.sourceApp;
        this.sourceStream = from.sourceStream;
        this.destinationAddress = from.destinationAddress;
        this.destinationPort = from.destinationPort;
        this.destinationApp = from.destinationApp;
        this.destinationStream = from.destinationStream;
        this.state = from.state;
        this.retryCount = from.retryCount;
        this.sessionDuration = from.sessionDuration;
        this.bandwidth = from.bandwidth;
        this.bytesReceived = from.bytesReceived;
        this.bytesSent = from.bytesSent;
        this.extraMembers = from.extraMembers;
    }

    /**
     * A builder, so that tests can make one.
     *
     * @return a builder with nothing set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@code rule_id}, or {@code id} in other builds: the rule.
     *
     * @return its id, or {@code ""}
     */
    public String ruleId() {
        return ruleId;
    }

    /**
     * {@code owner}: a number whose meaning is not documented; it may tell where the rule was set.
     *
     * @return number, or 0
     */
    public int owner() {
        return owner;
    }

    /**
     * {@code src_app}: the application that is republished.
     *
     * @return application, or {@code ""}
     */
    public String sourceApp() {
        return sourceApp;
    }

    /**
     * {@code src_stream}: the stream that is republished.
     *
     * @return name, or {@code ""}
     */
    public String sourceStream() {
        return sourceStream;
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
     * @return name or key of the stream, or {@code ""}
     */
    public String destinationStream() {
        return destinationStream;
    }

    /**
     * {@code state}: such as {@code connected} or {@code disconnected}.
     *
     * @return word of the server, or {@code ""}
     */
    public String state() {
        return state;
    }

    /**
     * Whether the {@link #state()} says {@code connected}, in any case.
     *
     * @return true if it does
     */
    public boolean isConnected() {
        return state.strip().equalsIgnoreCase("connected");
    }

    /**
     * {@code retry_count}: how often the server tried to connect again.
     *
     * @return count, or 0
     */
    public int retryCount() {
        return retryCount;
    }

    /**
     * {@code session_duration}: for how long it is connected.
     *
     * @return the time, or zero while it is not connected
     */
    public Duration sessionDuration() {
        return sessionDuration;
    }

    /**
     * {@code bandwidth}, as the server writes it: its unit is not documented.
     *
     * @return bandwidth, or 0 while it is not connected
     */
    public long bandwidth() {
        return bandwidth;
    }

    /**
     * {@code bytes_recv}.
     *
     * @return bytes, or 0 while it is not connected
     */
    public long bytesReceived() {
        return bytesReceived;
    }

    /**
     * {@code bytes_sent}.
     *
     * @return bytes, or 0 while it is not connected
     */
    public long bytesSent() {
        return bytesSent;
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
        if (!(other instanceof RepublishStats)) {
            return false;
        }
        RepublishStats that = (RepublishStats) other;
        return ruleId.equals(that.ruleId)
                && owner == that.owner
                && sourceApp.equals(that.sourceApp)
                && sourceStream.equals(that.sourceStream)
                && destinationAddress.equals(that.destinationAddress)
                && destinationPort == that.destinationPort
                && destinationApp.equals(that.destinationApp)
                && destinationStream.equals(that.destinationStream)
                && state.equals(that.state)
                && retryCount == that.retryCount
                && sessionDuration.equals(that.sessionDuration)
                && bandwidth == that.bandwidth
                && bytesReceived == that.bytesReceived
                && bytesSent == that.bytesSent
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                ruleId,
                owner,
                sourceApp,
                sourceStream,
                destinationAddress,
                destinationPort,
                destinationApp,
                destinationStream,
                state,
                retryCount,
                sessionDuration,
                bandwidth,
                bytesReceived,
                bytesSent,
                extraMembers);
    }

    @Override
    public String toString() {
        return "RepublishStats[rule " + ruleId + ", " + sourceApp + "/" + sourceStream + " to "
                + DestinationUrl.shownHost(destinationAddress)
                + ", " + state + "]";
    }

    /** Makes {@link RepublishStats}. Not thread-safe. */
    public static final class Builder {
        private String ruleId = "";
        private int owner;
        private String sourceApp = "";
        private String sourceStream = "";
        private String destinationAddress = "";
        private int destinationPort;
        private String destinationApp = "";
        private String destinationStream = "";
        private String state = "";
        private int retryCount;
        private Duration sessionDuration = Duration.ZERO;
        private long bandwidth;
        private long bytesReceived;
        private long bytesSent;
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link RepublishStats#ruleId()}.
         *
         * @param ruleId id
         * @return this
         */
        public Builder ruleId(String ruleId) {
            this.ruleId = Objects.requireNonNull(ruleId, "ruleId");
            return this;
        }

        /**
         * Sets {@link RepublishStats#owner()}.
         *
         * @param owner number
         * @return this
         */
        public Builder owner(int owner) {
            this.owner = owner;
            return this;
        }

        /**
         * Sets {@link RepublishStats#sourceApp()}.
         *
         * @param sourceApp application
         * @return this
         */
        public Builder sourceApp(String sourceApp) {
            this.sourceApp = Objects.requireNonNull(sourceApp, "sourceApp");
            return this;
        }

        /**
         * Sets {@link RepublishStats#sourceStream()}.
         *
         * @param sourceStream name
         * @return this
         */
        public Builder sourceStream(String sourceStream) {
            this.sourceStream = Objects.requireNonNull(sourceStream, "sourceStream");
            return this;
        }

        /**
         * Sets {@link RepublishStats#destinationAddress()}.
         *
         * @param destinationAddress such as {@code a.rtmp.youtube.com}
         * @return this
         */
        public Builder destinationAddress(String destinationAddress) {
            this.destinationAddress = Objects.requireNonNull(destinationAddress, "destinationAddress");
            return this;
        }

        /**
         * Sets {@link RepublishStats#destinationPort()}.
         *
         * @param destinationPort port
         * @return this
         */
        public Builder destinationPort(int destinationPort) {
            this.destinationPort = destinationPort;
            return this;
        }

        /**
         * Sets {@link RepublishStats#destinationApp()}.
         *
         * @param destinationApp the application there
         * @return this
         */
        public Builder destinationApp(String destinationApp) {
            this.destinationApp = Objects.requireNonNull(destinationApp, "destinationApp");
            return this;
        }

        /**
         * Sets {@link RepublishStats#destinationStream()}.
         *
         * @param destinationStream name or key of the stream
         * @return this
         */
        public Builder destinationStream(String destinationStream) {
            this.destinationStream = Objects.requireNonNull(destinationStream, "destinationStream");
            return this;
        }

        /**
         * Sets {@link RepublishStats#state()}.
         *
         * @param state word of the server
         * @return this
         */
        public Builder state(String state) {
            this.state = Objects.requireNonNull(state, "state");
            return this;
        }

        /**
         * Sets {@link RepublishStats#retryCount()}.
         *
         * @param retryCount count
         * @return this
         */
        public Builder retryCount(int retryCount) {
            this.retryCount = retryCount;
            return this;
        }

        /**
         * Sets {@link RepublishStats#sessionDuration()}.
         *
         * @param sessionDuration seconds
         * @return this
         */
        public Builder sessionDuration(Duration sessionDuration) {
            this.sessionDuration = Objects.requireNonNull(sessionDuration, "sessionDuration");
            return this;
        }

        /**
         * Sets {@link RepublishStats#bandwidth()}.
         *
         * @param bandwidth bandwidth
         * @return this
         */
        public Builder bandwidth(long bandwidth) {
            this.bandwidth = bandwidth;
            return this;
        }

        /**
         * Sets {@link RepublishStats#bytesReceived()}.
         *
         * @param bytesReceived bytes
         * @return this
         */
        public Builder bytesReceived(long bytesReceived) {
            this.bytesReceived = bytesReceived;
            return this;
        }

        /**
         * Sets {@link RepublishStats#bytesSent()}.
         *
         * @param bytesSent bytes
         * @return this
         */
        public Builder bytesSent(long bytesSent) {
            this.bytesSent = bytesSent;
            return this;
        }

        /**
         * Sets {@link RepublishStats#extraMembers()}.
         *
         * @param extraMembers text by name; copied
         * @return this
         */
        public Builder extraMembers(Map<String, String> extraMembers) {
            this.extraMembers = Map.copyOf(Objects.requireNonNull(extraMembers, "extraMembers"));
            return this;
        }

        /**
         * Makes the value.
         *
         * @return an immutable value
         */
        public RepublishStats build() {
            return new RepublishStats(this);
        }
    }
}
