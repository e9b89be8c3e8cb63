package io.github.nimbleapi.testkit;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.testkit.internal.Endpoints;
import io.github.nimbleapi.testkit.internal.ManagementApi;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A Nimble Streamer for tests. On the port of its management API it lists sessions, ends those your code deletes, checks the
 * management token and remembers every call. On a port of its own real players come to the streams that you add. It calls
 * your handlers, checks links, and fails as you tell it to. Both ports are free ones of 127.0.0.1 unless you choose.
 *
 * <pre>{@code
 * try (FakeNimble fake = FakeNimble.start()) {
 *   FakeSession session = fake.addSession(s -> s.app("live").stream("one").viewerId("ann"));
 *   codeUnderTest(fake.url());
 *   assertTrue(session.isDeleted());
 * }
 * }</pre>
 *
 * <p>Nobody has recorded all that the real server does; what the fake assumes is listed in {@code docs/assumptions.md}.
 * Thread-safe.
 */
public final class FakeNimble implements AutoCloseable {
    private final Clock clock;
    private final FakeSessions sessions;
    private final FakeWmsAuth wmsAuth;
    private final FakePayPerView payPerView;
    private final Handlers handlers = new Handlers();
    private final FakePlaybackAuthorization playbackAuthorization = new FakePlaybackAuthorization(handlers);
    private final FakePublishNotifications publishNotifications;
    private final FakeStreams streams = new FakeStreams();
    private final FakeRepublishing republishing;
    private final FakeServer server;
    private final FakeProtocols protocols = new FakeProtocols();
    private final FakeDvr dvr;
    private final FakeIcecast icecast = new FakeIcecast();
    private final FakePublishControl publishControl;
    private final FakeDataCache dataCache = new FakeDataCache();
    private final FakeScte35 scte35 = new FakeScte35(streams);
    private final List<NimbleClient> clients = new CopyOnWriteArrayList<>();
    private final @Nullable String managementToken;
    private final FakePorts ports;

    FakeNimble(FakeNimbleBuilder from) {
        this.clock = from.clock;
        this.sessions = new FakeSessions(clock, from.sessionTimeout);
        this.wmsAuth = new FakeWmsAuth(clock);
        this.payPerView = new FakePayPerView(sessions, clock, handlers);
        this.publishNotifications = new FakePublishNotifications(clock, handlers);
        this.publishControl = new FakePublishControl(streams, clock, handlers, publishNotifications);
        this.republishing = new FakeRepublishing(streams, clock);
        this.dvr = new FakeDvr(clock);
        this.server = new FakeServer(sessions::count, republishing::clear);
        this.managementToken = from.managementToken;
        this.ports = new FakePorts(
                from,
                new ManagementApi(managementToken, endpoints()),
                new MediaEdge(
                        streams,
                        new Admission(sessions, wmsAuth, payPerView, playbackAuthorization, clock),
                        new EndlessBodies(streams, sessions, icecast, clock),
                        new ClientAddress(from.cdnOrigin),
                        clock),
                new FrontPage(this, sessions, streams));
    }

    /**
     * Starts a fake without a management token.
     *
     * @return a running fake
     * @throws UncheckedIOException if it can't listen
     */
    public static FakeNimble start() {
        return builder().start();
    }

    /**
     * A builder for a fake.
     *
     * @return a builder with default settings
     */
    public static FakeNimbleBuilder builder() {
        return new FakeNimbleBuilder();
    }

    /**
     * The address for {@link NimbleClient#builder(String)}.
     *
     * @return such as {@code http://127.0.0.1:34567}
     */
    public String url() {
        return ports.managementUrl();
    }

    /**
     * The port of its management API.
     *
     * @return the port
     */
    public int port() {
        return ports.management();
    }

    /**
     * The port that players come to.
     *
     * @return the port
     */
    public int mediaPort() {
        return ports.media();
    }

    /**
     * Where a player finds a stream that was added with {@link #addStream(String, String)}. The form is chosen by the file:
     * {@code playlist.m3u8} for HLS, {@code manifest.mpd} for MPEG-DASH, {@code mpeg.2ts} for MPEG-TS,
     * {@code icecast.stream} for Icecast, {@code ""} for a progressive download.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param file the file
     * @return such as {@code http://127.0.0.1:34568/live/tv/playlist.m3u8}
     */
    public URI playbackUrl(String app, String stream, String file) {
        return URI.create(mediaUrl() + MediaPath.of(app, stream, file));
    }

    boolean isSigned() {
        return managementToken != null;
    }

    String mediaUrl() {
        return ports.mediaUrl();
    }

    /**
     * A client with default settings for this fake and its token. Closed with the fake.
     *
     * @return a new client
     */
    public NimbleClient newClient() {
        NimbleClient.Builder builder = NimbleClient.builder(url());
        NimbleClient client = (managementToken == null ? builder : builder.managementToken(managementToken)).build();
        clients.add(client);
        return client;
    }

    /**
     * A player starts, one that is not real: its session stays until your code or the test ends it. A viewer whom
     * pay-per-view denies is disconnected at once. Real players open sessions by themselves, see
     * {@link #playbackUrl(String, String, String)}.
     *
     * @param settings sets what shall differ from the defaults
     * @return a handle of the session
     * @throws IllegalArgumentException if a session has that id already
     */
    public FakeSession addSession(Consumer<FakeSession.Settings> settings) {
        FakeSession.Settings added = new FakeSession.Settings(clock.instant());
        Objects.requireNonNull(settings, "settings").accept(added);
        FakeSession session = sessions.add(added);
        if (payPerView.denies(session.viewerId())) {
            sessions.disconnect(session);
        }
        return session;
    }

    /**
     * Many players start, none of them real, such as {@code populate(1_000_000)}. What their sessions look like depends
     * on their ids, which are the next that are free; they seem to have begun during the hour before. They are listed,
     * can be deleted, and stay until then or until {@link #endSession(long)}. Each needs one bit of memory, so they are
     * not in {@link #sessions()}, and pay-per-view neither reports nor denies them, except those that
     * {@link #updateSession} has changed: where that matters, use {@link #addSession}.
     *
     * @param count how many sessions more, 0 or more
     * @throws IllegalArgumentException if it is less than 0, or there are not as many ids below 2,147,483,647
     */
    public void populate(int count) {
        sessions.populate(count);
    }

    /**
     * Changes a running session.
     *
     * @param id its id
     * @param change sets what shall change
     * @throws IllegalArgumentException if no session has that id, or the change sets another one
     */
    public void updateSession(long id, Consumer<FakeSession.Settings> change) {
        sessions.get(id).update(Objects.requireNonNull(change, "change"));
    }

    /**
     * A player stops by itself.
     *
     * @param id the id of its session
     * @throws IllegalArgumentException if no session has that id
     */
    public void endSession(long id) {
        sessions.end(id);
    }

    /**
     * The sessions that run now, without those of {@link #populate(int)}.
     *
     * @return an immutable list, oldest first
     */
    public List<FakeSession> sessions() {
        return sessions.running();
    }

    /**
     * A stream goes live.
     *
     * @param app the application
     * @param stream the name of the stream
     * @return the stream
     * @throws IllegalArgumentException if it is live already, or a name is empty or begins or ends with a slash
     */
    public FakeStream addStream(String app, String stream) {
        return addStream(app, stream, settings -> {});
    }

    /**
     * A stream goes live.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param settings sets what shall differ from the defaults
     * @return the stream
     * @throws IllegalArgumentException if it is live already, or a name is empty or begins or ends with a slash
     */
    public FakeStream addStream(String app, String stream, Consumer<FakeStream.Settings> settings) {
        FakeStream.Settings added = new FakeStream.Settings(app, stream, clock.instant());
        Objects.requireNonNull(settings, "settings").accept(added);
        FakeStream live = streams.add(new FakeStream(added));
        publishNotifications.published(List.of(live));
        return live;
    }

    /**
     * A publisher stops.
     *
     * @param app the application
     * @param stream the name of the stream
     * @throws IllegalArgumentException if it is not live
     */
    public void endStream(String app, String stream) {
        FakeStream ended = streams.end(app, stream);
        publishControl.ended(ended);
        publishNotifications.unpublished(ended);
    }

    /**
     * Protection of links: which key has to have signed them.
     *
     * @return what players are asked for
     */
    public FakeWmsAuth wmsAuth() {
        return wmsAuth;
    }

    /**
     * The pay-per-view framework: whom it tells who watches.
     *
     * @return the state behind your pay-per-view handler
     */
    public FakePayPerView payPerView() {
        return payPerView;
    }

    /**
     * Playback session authorization: whom it asks about new sessions.
     *
     * @return the state behind your authorization handler
     */
    public FakePlaybackAuthorization playbackAuthorization() {
        return playbackAuthorization;
    }

    /**
     * Publish and unpublish notifications: whom it tells that a stream goes live or ends.
     *
     * @return the state behind your notification handler
     */
    public FakePublishNotifications publishNotifications() {
        return publishNotifications;
    }

    /**
     * The server as a whole: what it tells of itself, and what it was told.
     *
     * @return the state behind {@code nimble.server()}
     */
    public FakeServer server() {
        return server;
    }

    /**
     * Protocols: what it tells of SRT, MPEG-TS, RTMP, RIST and NDI.
     *
     * @return the state behind {@code nimble.protocols()}
     */
    public FakeProtocols protocols() {
        return protocols;
    }

    /**
     * What is recorded.
     *
     * @return the state behind {@code nimble.dvr()}
     */
    public FakeDvr dvr() {
        return dvr;
    }

    /**
     * Icecast streams, and what is on now.
     *
     * @return the state behind {@code nimble.icecast()}
     */
    public FakeIcecast icecast() {
        return icecast;
    }

    /**
     * Those who publish, and those who were denied.
     *
     * @return the state behind {@code nimble.publishControl()}
     */
    public FakePublishControl publishControl() {
        return publishControl;
    }

    /**
     * What is cached.
     *
     * @return the state behind {@code nimble.dataCache()}
     */
    public FakeDataCache dataCache() {
        return dataCache;
    }

    /**
     * The SCTE-35 markers that were set.
     *
     * @return the state behind {@code nimble.scte35()}
     */
    public FakeScte35 scte35() {
        return scte35;
    }

    /**
     * RTMP republishing: the rules that were created.
     *
     * @return the state behind {@code nimble.republishing()}
     */
    public FakeRepublishing republishing() {
        return republishing;
    }

    /**
     * Makes the next management call fail. Of several faults, the first that was given strikes until it is used up.
     *
     * @param fault what goes wrong
     */
    public void failNext(Fault fault) {
        ports.faults().add(Objects.requireNonNull(fault, "fault"));
    }

    /**
     * Makes the next call that matches fail, be it a management call, whose path begins with {@code /manage/}, or a player's.
     * Of several faults, the first that was given and matches strikes; the others wait.
     *
     * <pre>{@code
     * fake.failNext(call -> call.path().endsWith(".ts"), Fault.status(503).times(3));
     * }</pre>
     *
     * @param which the calls that it strikes; asked for each call, by the thread that answers it. Where it throws, the
     *     connection is closed
     * @param fault what goes wrong
     */
    public void failNext(Predicate<RecordedCall> which, Fault fault) {
        ports.faults().add(Objects.requireNonNull(fault, "fault"), Objects.requireNonNull(which, "which"));
    }

    /** Forgets the faults that have not struck yet. */
    public void clearFaults() {
        ports.faults().clear();
    }

    /**
     * The calls of the management API so far, the latest 10,000 of them at most. What players ask for is not recorded, see
     * {@link #sessions()}.
     *
     * @return an immutable list, oldest first
     */
    public List<RecordedCall> calls() {
        return ports.calls();
    }

    /**
     * The calls to your handlers so far, the latest 10,000 of them at most.
     *
     * @return an immutable list, in the order in which they were over
     */
    public List<HandlerCall> handlerCalls() {
        return handlers.calls();
    }

    /** Stops listening, closes all connections and the clients of {@link #newClient()}. May be called more than once. */
    @Override
    public void close() {
        clients.forEach(NimbleClient::close);
        ports.close();
        handlers.close();
        payPerView.close();
    }

    private Endpoints endpoints() {
        Endpoints endpoints = new Endpoints();
        sessions.addTo(endpoints);
        streams.addTo(endpoints);
        server.addTo(endpoints);
        protocols.addTo(endpoints);
        dvr.addTo(endpoints);
        icecast.addTo(endpoints);
        publishControl.addTo(endpoints);
        dataCache.addTo(endpoints);
        scte35.addTo(endpoints);
        republishing.addTo(endpoints);
        return endpoints;
    }

    @Override
    public String toString() {
        return "FakeNimble[" + url() + "]";
    }
}
