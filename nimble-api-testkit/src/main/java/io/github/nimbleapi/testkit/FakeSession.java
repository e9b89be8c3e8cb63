package io.github.nimbleapi.testkit;

import io.github.nimbleapi.session.SessionType;
import io.github.nimbleapi.testkit.internal.JsonText;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session of a {@link FakeNimble}: one that a player has opened, or one from {@link FakeNimble#addSession}. What it tells
 * stays as it was when the session ended. Thread-safe.
 */
public final class FakeSession {
    private final long id;
    private final CompletableFuture<Instant> over = new CompletableFuture<>();
    private final CompletableFuture<Instant> disconnected = new CompletableFuture<>();
    private volatile Settings settings;
    private volatile boolean deleted;
    private volatile boolean chunkListAllowed;

    FakeSession(long id, Settings settings) {
        this.id = id;
        this.settings = settings;
    }

    /**
     * The id that the management API lists.
     *
     * @return the id
     */
    public long id() {
        return id;
    }

    /**
     * Whether a call of {@code /manage/sessions/delete} has ended it.
     *
     * @return true once it is deleted; false after {@link FakeNimble#endSession}
     */
    public boolean isDeleted() {
        return deleted;
    }

    /**
     * Tells when the server has put the viewer out, by a deletion or a denial of pay-per-view. Stays open where the player
     * left by itself.
     *
     * @return a new future of the moment
     */
    public CompletableFuture<Instant> disconnected() {
        return disconnected.copy();
    }

    /**
     * {@code app}.
     *
     * @return the application's name
     */
    public String app() {
        return settings.app;
    }

    /**
     * {@code stream}.
     *
     * @return the stream's name, without the application
     */
    public String stream() {
        return settings.stream;
    }

    /**
     * {@code type}.
     *
     * @return how it is played
     */
    public SessionType type() {
        return settings.type;
    }

    /**
     * {@code ppv_id}.
     *
     * @return the viewer, or {@code ""}
     */
    public String viewerId() {
        return settings.viewerId;
    }

    /**
     * {@code client_ip}.
     *
     * @return the player's address
     */
    public String clientIp() {
        return settings.clientIp;
    }

    /**
     * {@code user_agent}.
     *
     * @return what the player calls itself, or {@code ""}
     */
    public String userAgent() {
        return settings.userAgent;
    }

    /**
     * {@code created}.
     *
     * @return when it began
     */
    public Instant created() {
        return settings.created;
    }

    /**
     * {@code last_access}.
     *
     * @return when the player last asked for something, or was last sent something
     */
    public Instant lastAccess() {
        return settings.lastAccess();
    }

    /**
     * {@code bytes_recv}.
     *
     * @return bytes received from the player
     */
    public long bytesReceived() {
        return settings.bytesReceived;
    }

    /**
     * {@code bytes_sent}.
     *
     * @return bytes sent to the player
     */
    public long bytesSent() {
        return settings.bytesSent;
    }

    /** The handler has allowed its chunk list. */
    void allowChunkList() {
        chunkListAllowed = true;
    }

    boolean isChunkListAllowed() {
        return chunkListAllowed;
    }

    /** The player was sent something, or has asked for it. */
    synchronized void served(long bytes, Instant now) {
        if (over.isDone()) {
            return;
        }
        Settings changed = new Settings(settings);
        settings = changed.bytesSent(changed.bytesSent + bytes).lastAccess(now);
    }

    synchronized void update(Consumer<Settings> change) {
        Settings changed = new Settings(settings);
        change.accept(changed);
        if (changed.hasId()) {
            throw new IllegalArgumentException(
                    "the id of session " + Long.toUnsignedString(id) + " can't be changed: end it and add another");
        }
        settings = changed;
    }

    void ended(Instant moment) {
        over.complete(moment);
    }

    /** Until when it was watched, once it has ended. */
    Instant ended() {
        return over.join();
    }

    /** Done when it ends, for whatever reason. */
    void whenOver(Runnable task) {
        over.thenRun(task);
    }

    void deleted(Instant now) {
        deleted = true;
        disconnected(now);
    }

    void disconnected(Instant now) {
        disconnected.complete(now);
    }

    String wireText() {
        Settings now = settings;
        JsonText text = new JsonText()
                .raw("id", Long.toUnsignedString(id))
                .member("app", now.app)
                .member("stream", now.stream)
                .member("type", now.type.value())
                .member("created", now.created.getEpochSecond())
                .member("last_access", now.lastAccess().getEpochSecond())
                .member("client_ip", now.clientIp)
                .member("user_agent", now.userAgent)
                .member("bytes_recv", now.bytesReceived)
                .member("bytes_sent", now.bytesSent);
        return (now.viewerId.isEmpty() ? text : text.member("ppv_id", now.viewerId)).toString();
    }

    @Override
    public String toString() {
        return "FakeSession[" + Long.toUnsignedString(id) + (deleted ? ", deleted" : "") + "]";
    }

    /** What a session looks like. Not thread-safe. */
    public static final class Settings {
        private long id;
        private boolean idSet;
        private String app = "live";
        private String stream = "stream";
        private SessionType type = SessionType.HLS;
        private Instant created;
        private @Nullable Instant lastAccess;
        private String clientIp = "127.0.0.1";
        private String userAgent = "";
        private long bytesReceived;
        private long bytesSent;
        private String viewerId = "";

        Settings(Instant now) {
            this.created = now;
        }

        private Settings(Settings from) {
            this.app = from.app;
            this.stream = from.stream;
            this.type = from.type;
            this.created = from.created;
            this.lastAccess = from.lastAccess;
            this.clientIp = from.clientIp;
            this.userAgent = from.userAgent;
            this.bytesReceived = from.bytesReceived;
            this.bytesSent = from.bytesSent;
            this.viewerId = from.viewerId;
        }

        /**
         * {@code id}: the next free number unless set. Can't be changed later.
         *
         * @param id the id, an unsigned 64-bit number
         * @return this
         */
        public Settings id(long id) {
            this.id = id;
            this.idSet = true;
            return this;
        }

        /**
         * {@code app}.
         *
         * @param app the application's name; default {@code "live"}
         * @return this
         */
        public Settings app(String app) {
            this.app = Objects.requireNonNull(app, "app");
            return this;
        }

        /**
         * {@code stream}.
         *
         * @param stream the stream's name, without the application; default {@code "stream"}
         * @return this
         */
        public Settings stream(String stream) {
            this.stream = Objects.requireNonNull(stream, "stream");
            return this;
        }

        /**
         * {@code type}.
         *
         * @param type how it is played; default {@code HLS}
         * @return this
         */
        public Settings type(SessionType type) {
            this.type = Objects.requireNonNull(type, "type");
            return this;
        }

        /**
         * {@code created}.
         *
         * @param created when it began; the moment of {@link FakeNimble#addSession} unless set
         * @return this
         */
        public Settings created(Instant created) {
            this.created = Objects.requireNonNull(created, "created");
            return this;
        }

        /**
         * {@code last_access}.
         *
         * @param lastAccess when the player last asked for something; as {@code created} unless set
         * @return this
         */
        public Settings lastAccess(Instant lastAccess) {
            this.lastAccess = Objects.requireNonNull(lastAccess, "lastAccess");
            return this;
        }

        /**
         * {@code client_ip}.
         *
         * @param clientIp the player's address; default {@code "127.0.0.1"}
         * @return this
         */
        public Settings clientIp(String clientIp) {
            this.clientIp = Objects.requireNonNull(clientIp, "clientIp");
            return this;
        }

        /**
         * {@code user_agent}.
         *
         * @param userAgent what the player calls itself; default {@code ""}
         * @return this
         */
        public Settings userAgent(String userAgent) {
            this.userAgent = Objects.requireNonNull(userAgent, "userAgent");
            return this;
        }

        /**
         * {@code bytes_recv}.
         *
         * @param bytesReceived bytes received from the player; default {@code 0}
         * @return this
         */
        public Settings bytesReceived(long bytesReceived) {
            this.bytesReceived = bytesReceived;
            return this;
        }

        /**
         * {@code bytes_sent}.
         *
         * @param bytesSent bytes sent to the player; default {@code 0}
         * @return this
         */
        public Settings bytesSent(long bytesSent) {
            this.bytesSent = bytesSent;
            return this;
        }

        /**
         * {@code ppv_id}.
         *
         * @param viewerId the viewer; {@code ""} for none, the default
         * @return this
         */
        public Settings viewerId(String viewerId) {
            this.viewerId = Objects.requireNonNull(viewerId, "viewerId");
            return this;
        }

        private Instant lastAccess() {
            return lastAccess == null ? created : lastAccess;
        }

        boolean hasId() {
            return idSet;
        }

        long id() {
            return id;
        }
    }
}
