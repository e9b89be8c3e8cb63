package io.github.nimbleapi.examples;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.republish.RepublishRule;
import io.github.nimbleapi.session.SessionType;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.FakeSrtLink;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A fake server with streams, viewers, SRT links, recordings and republishing rules that nobody needs to set up. */
final class InventedServer implements AutoCloseable {
    static final String RECORDING = "live/news";

    private static final Duration RECORDED = Duration.ofMinutes(10);
    private static final long BYTES_PER_SECOND = 350_000;

    private final FakeNimble fake;
    private final FakeSrtLink incoming;
    private long seconds = 60;

    InventedServer(FakeNimble fake) {
        this.fake = fake;
        fake.addStream("live", "news", s -> s.protocol("SRT").bandwidth(6_002_514));
        fake.addStream("live", "football", s -> s.bandwidth(2_800_000).resolution("1920x1080"));
        fake.addStream("radio", "jazz", s -> s.bandwidth(192_000).resolution("").videoCodec(""));
        for (int i = 0; i < 7; i++) {
            fake.addSession(s -> s.app("live").stream("news").bytesSent(seconds * BYTES_PER_SECOND));
        }
        fake.addSession(s ->
                s.app("live").stream("football").type(SessionType.MPEG_DASH).viewerId("ann"));
        fake.addSession(
                s -> s.app("radio").stream("jazz").type(SessionType.ICECAST).viewerId("bob"));
        incoming = fake.protocols()
                .addSrtReceiver(s -> s.settingId("6a1963257385")
                        .id("203.0.113.149:59091->0.0.0.0:35002")
                        .rtt(Duration.ofMillis(10)));
        fake.protocols()
                .addSrtSender(s -> s.settingId("6a18d4ad9aac").connected(false).sourceStream("live", "news"));
        fake.dvr()
                .addArchive(
                        "live",
                        "news",
                        a -> a.recorded(Instant.now().minus(RECORDED), RECORDED).size(150_000_000));
        publish();
        moveOn();
    }

    static List<RepublishRule> desiredRules() {
        return List.of(
                rule("live", "news", "rtmp://a.rtmp.example/live2/invented-key"),
                rule("live", "football", "rtmps://live.example:443/rtmp/invented-key?s_bl=1"));
    }

    private void publish() {
        RepublishRule kept = desiredRules().get(0);
        try (NimbleClient nimble = NimbleClient.create(fake.url())) {
            nimble.republishing().create(kept);
            nimble.republishing().create(kept);
            nimble.republishing().create(rule("radio", "jazz", "rtmp://old.example/live/invented-key"));
        }
    }

    private static RepublishRule rule(String app, String stream, String destination) {
        return RepublishRule.to(URI.create(destination)).from(app, stream).build();
    }

    /** Two seconds later. */
    void moveOn() {
        seconds += 2;
        double wave = Math.sin(seconds / 10.0);
        fake.server().outRate((long) (24_000_000 + 3_000_000 * wave));
        fake.server().cpuLoad(0.2 + 0.05 * wave);
        fake.sessions()
                .forEach(session -> fake.updateSession(
                        session.id(),
                        s -> s.bytesSent(seconds * BYTES_PER_SECOND).lastAccess(Instant.now())));
        incoming.update(s -> s.bytes(seconds * 750_000).rate(6 + wave).packetsLost(seconds / 7));
    }

    @Override
    public void close() {
        fake.close();
    }
}
