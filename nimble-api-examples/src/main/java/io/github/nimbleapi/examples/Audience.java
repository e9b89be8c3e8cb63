package io.github.nimbleapi.examples;

import io.github.nimbleapi.session.SessionType;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.FakeSession;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Invented viewers of a fake server. Each round says what they do. */
final class Audience {
    private static final long BYTES_PER_SECOND = 350_000;

    private final FakeNimble fake;
    private final Map<Long, Long> bytesSent = new LinkedHashMap<>();

    Audience(FakeNimble fake) {
        this.fake = fake;
    }

    String arrives() {
        watch("ann", Duration.ofMinutes(12), s -> s.app("live").stream("news").clientIp("192.0.2.10"));
        watch(
                "bob",
                Duration.ofMinutes(95),
                s -> s.app("radio").stream("jazz").type(SessionType.ICECAST).clientIp("198.51.100.7"));
        watch("", Duration.ofSeconds(40), s -> s.app("live").stream("news").clientIp("2001:db8::7"));
        return "ann, bob and a guest without a name are there";
    }

    String grows() {
        play(Duration.ofSeconds(1));
        watch(
                "ann",
                Duration.ofSeconds(4),
                s -> s.app("live").stream("football")
                        .type(SessionType.MPEG_DASH)
                        .clientIp("192.0.2.11"));
        watch(
                "cem",
                Duration.ofSeconds(2),
                s -> s.app("live").stream("football").clientIp("203.0.113.5"));
        return "ann starts a second player, cem comes";
    }

    String changes() {
        play(Duration.ofSeconds(1));
        stop(2);
        watch(
                "dan",
                Duration.ofSeconds(1),
                s -> s.app("radio").stream("jazz").type(SessionType.ICECAST).clientIp("203.0.113.9"));
        return "bob leaves, dan comes";
    }

    private void watch(String viewer, Duration since, Consumer<FakeSession.Settings> settings) {
        long bytes = since.toSeconds() * BYTES_PER_SECOND;
        FakeSession session = fake.addSession(s -> {
            s.viewerId(viewer).created(Instant.now().minus(since)).bytesSent(bytes);
            settings.accept(s);
        });
        bytesSent.put(session.id(), bytes);
    }

    private void play(Duration time) {
        bytesSent.replaceAll((id, bytes) -> bytes + time.toSeconds() * BYTES_PER_SECOND);
        bytesSent.forEach(
                (id, bytes) -> fake.updateSession(id, s -> s.bytesSent(bytes).lastAccess(Instant.now())));
    }

    private void stop(long id) {
        fake.endSession(id);
        bytesSent.remove(id);
    }
}
