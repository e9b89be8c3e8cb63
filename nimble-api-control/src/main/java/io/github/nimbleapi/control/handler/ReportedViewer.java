package io.github.nimbleapi.control.handler;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** One {@code Player} of a {@link PayPerViewReport}. What Nimble left out is {@code ""}, zero or empty. Immutable. */
public final class ReportedViewer {
    private final String server;
    private final String app;
    private final String instance;
    private final String stream;
    private final String viewerId;
    private final String sessionId;
    private final String ip;
    private final Duration watched;
    private final long bytesSent;
    private final List<String> userAgents;

    private ReportedViewer(Builder from) {
        this.server = from.server;
        this.app = from.app;
        this.instance = from.instance;
        this.stream = from.stream;
        this.viewerId = from.viewerId;
        this.sessionId = from.sessionId;
        this.ip = from.ip;
        this.watched = from.watched;
        this.bytesSent = from.bytesSent;
        this.userAgents = from.userAgents;
    }

    /**
     * Makes one, also for tests.
     *
     * @param viewerId the viewer
     * @return a builder
     */
    public static Builder builder(String viewerId) {
        return new Builder(viewerId);
    }

    /**
     * The name of the {@code VHost}.
     *
     * @return the value
     */
    public String server() {
        return server;
    }

    /**
     * The name of the {@code Application}.
     *
     * @return the value
     */
    public String app() {
        return app;
    }

    /**
     * The name of the {@code Instance}.
     *
     * @return the value
     */
    public String instance() {
        return instance;
    }

    /**
     * The name of the {@code Stream}; it may hold {@code /} and {@code :}.
     *
     * @return the value
     */
    public String stream() {
        return stream;
    }

    /**
     * {@code id}: the viewer, {@code ""} for sessions that need no signed link.
     *
     * @return the value
     */
    public String viewerId() {
        return viewerId;
    }

    /**
     * {@code sessionid}; whether it is the id of {@code GET /manage/sessions} is unknown.
     *
     * @return the value
     */
    public String sessionId() {
        return sessionId;
    }

    /**
     * {@code ip}: the player's address.
     *
     * @return the address, or {@code ""}
     */
    public String ip() {
        return ip;
    }

    /**
     * {@code delta}: what was watched since the last report, in milliseconds on the wire.
     *
     * @return the value
     */
    public Duration watched() {
        return watched;
    }

    /**
     * {@code bytes_sent}: bytes since the last report.
     *
     * @return the value
     */
    public long bytesSent() {
        return bytesSent;
    }

    /**
     * {@code user_agents}.
     *
     * @return the value
     */
    public List<String> userAgents() {
        return userAgents;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ReportedViewer)) {
            return false;
        }
        ReportedViewer that = (ReportedViewer) other;
        return bytesSent == that.bytesSent
                && server.equals(that.server)
                && app.equals(that.app)
                && instance.equals(that.instance)
                && stream.equals(that.stream)
                && viewerId.equals(that.viewerId)
                && sessionId.equals(that.sessionId)
                && ip.equals(that.ip)
                && watched.equals(that.watched)
                && userAgents.equals(that.userAgents);
    }

    @Override
    public int hashCode() {
        return Objects.hash(app, stream, viewerId, sessionId, watched, bytesSent);
    }

    @Override
    public String toString() {
        return "ReportedViewer[" + viewerId + " " + app + "/" + stream + " " + ip + " " + watched.toMillis() + " ms "
                + bytesSent + " bytes]";
    }

    /** Makes a {@link ReportedViewer}. Not thread-safe. */
    public static final class Builder {
        private final String viewerId;
        private String server = "";
        private String app = "";
        private String instance = "";
        private String stream = "";
        private String sessionId = "";
        private String ip = "";
        private Duration watched = Duration.ZERO;
        private long bytesSent;
        private List<String> userAgents = List.of();

        private Builder(String viewerId) {
            this.viewerId = Objects.requireNonNull(viewerId, "viewerId");
        }

        /**
         * The name of the {@code VHost}.
         *
         * @param server the value
         * @return this builder
         */
        public Builder server(String server) {
            this.server = Objects.requireNonNull(server, "server");
            return this;
        }

        /**
         * The name of the {@code Application}.
         *
         * @param app the value
         * @return this builder
         */
        public Builder app(String app) {
            this.app = Objects.requireNonNull(app, "app");
            return this;
        }

        /**
         * The name of the {@code Instance}.
         *
         * @param instance the value
         * @return this builder
         */
        public Builder instance(String instance) {
            this.instance = Objects.requireNonNull(instance, "instance");
            return this;
        }

        /**
         * The name of the {@code Stream}; it may hold {@code /} and {@code :}.
         *
         * @param stream the value
         * @return this builder
         */
        public Builder stream(String stream) {
            this.stream = Objects.requireNonNull(stream, "stream");
            return this;
        }

        /**
         * The session, as the report names it.
         *
         * @param sessionId the value
         * @return this builder
         */
        public Builder sessionId(String sessionId) {
            this.sessionId = Objects.requireNonNull(sessionId, "sessionId");
            return this;
        }

        /**
         * {@code ip}.
         *
         * @param ip the value
         * @return this builder
         */
        public Builder ip(String ip) {
            this.ip = Objects.requireNonNull(ip, "ip");
            return this;
        }

        /**
         * {@code delta}: what was watched since the last report, in milliseconds on the wire.
         *
         * @param watched the value
         * @return this builder
         */
        public Builder watched(Duration watched) {
            this.watched = Objects.requireNonNull(watched, "watched");
            return this;
        }

        /**
         * {@code bytes_sent}: bytes since the last report.
         *
         * @param bytesSent the value
         * @return this builder
         */
        public Builder bytesSent(long bytesSent) {
            this.bytesSent = bytesSent;
            return this;
        }

        /**
         * {@code user_agents}.
         *
         * @param userAgents the value
         * @return this builder
         */
        public Builder userAgents(List<String> userAgents) {
            this.userAgents = List.copyOf(Objects.requireNonNull(userAgents, "userAgents"));
            return this;
        }

        /**
         * Makes the value.
         *
         * @return the value
         */
        public ReportedViewer build() {
            return new ReportedViewer(this);
        }
    }
}
