package io.github.nimbleapi.session;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One viewer's playback of one stream, an element of {@code GET /manage/sessions}. Immutable. What the server left out
 * is empty or 0, as each accessor says.
 */
public final class PlaybackSession {
    private static final long ABSENT = 0;

    private final long id;
    private final String app;
    private final String stream;
    private final SessionType type;
    private final long createdMillis;
    private final long lastAccessMillis;
    private final String clientIp;
    private final String userAgent;
    private final long bytesReceived;
    private final long bytesSent;
    private final @Nullable String viewerId;
    private final Map<String, String> extraMembers;

    private PlaybackSession(Builder from) {
        this.id = from.id;
        this.app = from.app;
        this.stream = from.stream;
        this.type = from.type;
        this.createdMillis = from.createdMillis;
        this.lastAccessMillis = from.lastAccessMillis;
        this.clientIp = from.clientIp;
        this.userAgent = from.userAgent;
        this.bytesReceived = from.bytesReceived;
        this.bytesSent = from.bytesSent;
        this.viewerId = from.viewerId;
        this.extraMembers = from.extraMembers;
    }

    /**
     * A builder, so that tests can make sessions.
     *
     * @param id the id
     * @return a builder with nothing else set
     */
    public static Builder builder(long id) {
        return new Builder(id);
    }

    /**
     * {@code id}: what {@link Sessions#delete(long...)} takes. An unsigned 64-bit number; not to be kept across a restart
     * of the server.
     *
     * @return the id
     */
    public long id() {
        return id;
    }

    /**
     * {@code app}: the application.
     *
     * @return its name, or {@code ""}
     */
    public String app() {
        return app;
    }

    /**
     * {@code stream}: the stream within the application.
     *
     * @return its name, or {@code ""}
     */
    public String stream() {
        return stream;
    }

    /**
     * {@code type}: how it is played.
     *
     * @return the type, or {@link SessionType#UNKNOWN}
     */
    public SessionType type() {
        return type;
    }

    /**
     * {@code created}: when the session began, in seconds on the wire.
     *
     * @return the moment, or empty
     */
    public Optional<Instant> created() {
        return moment(createdMillis);
    }

    /**
     * {@code last_access}: when the player last asked for something, in seconds on the wire.
     *
     * @return the moment, or empty
     */
    public Optional<Instant> lastAccess() {
        return moment(lastAccessMillis);
    }

    /**
     * {@code client_ip}: the player's address.
     *
     * @return the address without a port, or {@code ""}
     */
    public String clientIp() {
        return clientIp;
    }

    /**
     * {@code user_agent}: what the player calls itself.
     *
     * @return the text, or {@code ""}
     */
    public String userAgent() {
        return userAgent;
    }

    /**
     * {@code bytes_recv}: received from the player.
     *
     * @return bytes, or 0
     */
    public long bytesReceived() {
        return bytesReceived;
    }

    /**
     * {@code bytes_sent}: sent to the player.
     *
     * @return bytes, or 0
     */
    public long bytesSent() {
        return bytesSent;
    }

    /**
     * {@code ppv_id}: the viewer, as named in the signed URL that started the session.
     *
     * @return the viewer's id, or empty for sessions without one
     */
    public Optional<String> viewerId() {
        return Optional.ofNullable(viewerId);
    }

    /**
     * Members of the session that have no accessor here, with their text; arrays and objects as JSON.
     *
     * @return an immutable map, mostly empty
     */
    public Map<String, String> extraMembers() {
        return extraMembers;
    }

    private static Optional<Instant> moment(long millis) {
        return millis == ABSENT ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof PlaybackSession)) {
            return false;
        }
        PlaybackSession that = (PlaybackSession) other;
        return id == that.id
                && createdMillis == that.createdMillis
                && lastAccessMillis == that.lastAccessMillis
                && bytesReceived == that.bytesReceived
                && bytesSent == that.bytesSent
                && app.equals(that.app)
                && stream.equals(that.stream)
                && type.equals(that.type)
                && clientIp.equals(that.clientIp)
                && userAgent.equals(that.userAgent)
                && Objects.equals(viewerId, that.viewerId)
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, app, stream, clientIp, createdMillis);
    }

    @Override
    public String toString() {
        return "PlaybackSession[" + Long.toUnsignedString(id) + " " + app + "/" + stream + " " + type + " " + clientIp
                + (viewerId == null ? "" : " viewer " + viewerId) + "]";
    }

    /** Makes a {@link PlaybackSession}. Not thread-safe. */
    public static final class Builder {
        private final long id;
        private String app = "";
        private String stream = "";
        private SessionType type = SessionType.UNKNOWN;
        private long createdMillis = ABSENT;
        private long lastAccessMillis = ABSENT;
        private String clientIp = "";
        private String userAgent = "";
        private long bytesReceived;
        private long bytesSent;
        private @Nullable String viewerId;
        private Map<String, String> extraMembers = Map.of();

        private Builder(long id) {
            this.id = id;
        }

        /**
         * Sets {@link PlaybackSession#app()}.
         *
         * @param app the application's name
         * @return this
         */
        public Builder app(String app) {
            this.app = Objects.requireNonNull(app, "app");
            return this;
        }

        /**
         * Sets {@link PlaybackSession#stream()}.
         *
         * @param stream the stream's name, without the application
         * @return this
         */
        public Builder stream(String stream) {
            this.stream = Objects.requireNonNull(stream, "stream");
            return this;
        }

        /**
         * Sets {@link PlaybackSession#type()}.
         *
         * @param type the type
         * @return this
         */
        public Builder type(SessionType type) {
            this.type = Objects.requireNonNull(type, "type");
            return this;
        }

        /**
         * Sets {@link PlaybackSession#created()}.
         *
         * @param created the moment, kept in milliseconds; the epoch itself stands for none
         * @return this
         */
        public Builder created(Instant created) {
            this.createdMillis = Objects.requireNonNull(created, "created").toEpochMilli();
            return this;
        }

        /**
         * Sets {@link PlaybackSession#lastAccess()}.
         *
         * @param lastAccess the moment, kept in milliseconds; the epoch itself stands for none
         * @return this
         */
        public Builder lastAccess(Instant lastAccess) {
            this.lastAccessMillis =
                    Objects.requireNonNull(lastAccess, "lastAccess").toEpochMilli();
            return this;
        }

        /**
         * Sets {@link PlaybackSession#clientIp()}.
         *
         * @param clientIp the address without a port
         * @return this
         */
        public Builder clientIp(String clientIp) {
            this.clientIp = Objects.requireNonNull(clientIp, "clientIp");
            return this;
        }

        /**
         * Sets {@link PlaybackSession#userAgent()}.
         *
         * @param userAgent the text
         * @return this
         */
        public Builder userAgent(String userAgent) {
            this.userAgent = Objects.requireNonNull(userAgent, "userAgent");
            return this;
        }

        /**
         * Sets {@link PlaybackSession#bytesReceived()}.
         *
         * @param bytesReceived bytes
         * @return this
         */
        public Builder bytesReceived(long bytesReceived) {
            this.bytesReceived = bytesReceived;
            return this;
        }

        /**
         * Sets {@link PlaybackSession#bytesSent()}.
         *
         * @param bytesSent bytes
         * @return this
         */
        public Builder bytesSent(long bytesSent) {
            this.bytesSent = bytesSent;
            return this;
        }

        /**
         * Sets {@link PlaybackSession#viewerId()}.
         *
         * @param viewerId the viewer's id; {@code ""} stands for none
         * @return this
         */
        public Builder viewerId(String viewerId) {
            this.viewerId = Objects.requireNonNull(viewerId, "viewerId").isEmpty() ? null : viewerId;
            return this;
        }

        /**
         * Sets {@link PlaybackSession#extraMembers()}.
         *
         * @param extraMembers text by name; copied
         * @return this
         */
        public Builder extraMembers(Map<String, String> extraMembers) {
            this.extraMembers = Map.copyOf(Objects.requireNonNull(extraMembers, "extraMembers"));
            return this;
        }

        /**
         * Makes the session.
         *
         * @return an immutable session
         */
        public PlaybackSession build() {
            return new PlaybackSession(this);
        }
    }
}
