package io.github.nimbleapi.examples.docs;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.fleet.NimbleFleet;
import io.github.nimbleapi.control.guard.Blocklist;
import io.github.nimbleapi.control.handler.HandlerServer;
import io.github.nimbleapi.control.handler.NimbleHandler;
import io.github.nimbleapi.control.handler.PayPerViewHandler;
import io.github.nimbleapi.control.handler.PlaybackAuthorizationHandler;
import io.github.nimbleapi.control.handler.PlaybackDecision;
import io.github.nimbleapi.control.handler.PublishControlHandler;
import io.github.nimbleapi.control.handler.StreamEventHandler;
import io.github.nimbleapi.control.watch.SessionEvent;
import io.github.nimbleapi.icecast.IcecastStreamInfo;
import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.signing.PushSignature;
import io.github.nimbleapi.testkit.FakeNimble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** What snippets may use without saying where it is from: two servers on which something goes on, and what knows them. */
public abstract class Given implements AutoCloseable {
    protected final String token = "token-of-the-push-api";
    protected final String key = "key-of-the-links";
    protected final String password = "password-of-the-links";
    protected final Instant kickOff = Instant.now().minus(Duration.ofHours(1));
    protected final Queue<SessionEvent> queue = new ConcurrentLinkedQueue<>();
    protected final Executor workers = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "worker");
        thread.setDaemon(true);
        return thread;
    });
    protected final Blocklist blocklist = Blocklist.create();
    protected final PayPerViewHandler payPerView = PayPerViewHandler.builder()
            .token(token)
            .onReport(report -> Set.of())
            .build();
    protected final PlaybackAuthorizationHandler authorization =
            PlaybackAuthorizationHandler.of(request -> PlaybackDecision.allow());
    protected final NimbleHandler publishControl = PublishControlHandler.of(attempt -> true);
    protected final byte[] body = report().getBytes(StandardCharsets.UTF_8);
    protected final FakeNimble fake;
    protected final NimbleClient nimble;
    protected final NimbleClient edge1;
    protected final NimbleClient edge2;
    protected final NimbleFleet fleet;
    protected final PlaybackSession session;

    protected Given(FakeNimble fake, FakeNimble other) {
        this.fake = fake;
        this.nimble = fake.newClient();
        this.edge1 = nimble;
        this.edge2 = other.newClient();
        this.fleet = NimbleFleet.builder()
                .server("edge-1", edge1)
                .server("edge-2", edge2)
                .build();
        this.session = nimble.sessions().list().get(0);
    }

    /** The text of a snippet. */
    public abstract void run() throws Exception;

    protected void codeUnderTest(String url) {
        try (NimbleClient client = NimbleClient.create(url)) {
            client.sessions().deleteIf(session -> true);
        }
    }

    protected boolean hasPaid(String viewerId) {
        return !viewerId.isEmpty();
    }

    @Override
    public void close() {
        nimble.close();
        edge2.close();
    }

    static FakeNimble server() {
        FakeNimble fake = FakeNimble.start();
        fake.addStream("live", "one");
        fake.addStream("live", "tv");
        fake.addSession(
                s -> s.id(4).app("live").stream("one").viewerId("user-42").clientIp("203.0.113.7"));
        fake.addSession(s -> s.id(5).app("radio").stream("jazz"));
        fake.icecast().put("radio", "jazz", IcecastStreamInfo.builder().build());
        fake.dvr().addArchive("live", "one");
        fake.protocols().ndiList("[{\"name\":\"studio\"}]");
        return fake;
    }

    /** What the guides say that Nimble posts to. */
    static HandlerServer handlers() {
        String token = "token-of-the-push-api";
        return HandlerServer.builder()
                .handle(
                        "/pay-per-view",
                        PayPerViewHandler.builder()
                                .token(token)
                                .onReport(report -> List.of())
                                .build())
                .handle("/authorization", PlaybackAuthorizationHandler.of(request -> PlaybackDecision.allow()))
                .handle(
                        "/events",
                        StreamEventHandler.builder()
                                .token(token)
                                .onEvent(event -> {})
                                .build())
                .handle("/publish", PublishControlHandler.of(attempt -> true))
                .start();
    }

    private String report() {
        return "{\"ID\":\"7\",\"Puzzle\":\"11\",\"Signature\":\""
                + PushSignature.of(token).sign("7", "11") + "\",\"VHost\":[]}";
    }
}
