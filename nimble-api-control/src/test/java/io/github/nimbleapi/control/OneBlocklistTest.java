package io.github.nimbleapi.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.guard.Blocklist;
import io.github.nimbleapi.control.guard.SessionGuard;
import io.github.nimbleapi.control.handler.HandlerServer;
import io.github.nimbleapi.control.handler.PayPerViewHandler;
import io.github.nimbleapi.control.handler.PlaybackAuthorizationHandler;
import io.github.nimbleapi.control.handler.PlaybackDecision;
import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.signing.PlaybackUrlSigner;
import io.github.nimbleapi.testkit.FakeNimble;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was decided once holds wherever the viewer turns up: a player on a fake Nimble, which asks real HTTP handlers. */
@Timeout(60)
class OneBlocklistTest {
    private static final String TOKEN = "s3cret-push";
    private static final String KEY = "s3cret-key";
    private static final Duration HOUR = Duration.ofHours(1);

    private final Later clock = new Later();
    private final Blocklist blocklist = Blocklist.builder().clock(clock).build();
    private FakeNimble fake;
    private NimbleClient nimble;
    private SessionGuard guard;
    private HandlerServer handlers;

    /** A clock that can be put forward. */
    private static final class Later extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void start() {
        handlers = HandlerServer.builder()
                .handle(
                        "/pay-per-view",
                        PayPerViewHandler.builder()
                                .token(TOKEN)
                                .blocklist(blocklist)
                                .onReport(report -> Set.of())
                                .build())
                .handle(
                        "/authorization",
                        PlaybackAuthorizationHandler.builder()
                                .blocklist(blocklist)
                                .decide(request -> PlaybackDecision.allow())
                                .build())
                .start();
        fake = FakeNimble.start();
        fake.addStream("live", "tv");
        fake.wmsAuth().key(KEY);
        nimble = fake.newClient();
        guard = SessionGuard.builder(nimble).blocklist(blocklist).build();
    }

    @AfterEach
    void stop() {
        nimble.close();
        fake.close();
        handlers.close();
    }

    private Player player(String viewer) throws Exception {
        URI stream = fake.playbackUrl("live", "tv", "mpeg.2ts");
        return Player.of(PlaybackUrlSigner.builder(KEY).viewerId(viewer).build().sign(stream));
    }

    @Test
    void payPerViewDeniesWhoIsBlocked() throws Exception {
        fake.payPerView().handler(handlers.uri("/pay-per-view"), TOKEN);
        try (Player ann = player("ann");
                Player bob = player("bob")) {
            ann.plays();
            bob.plays();
            fake.payPerView().report();
            assertThat(ann.isCutOff()).isFalse();

            blocklist.blockViewer("ann", HOUR);
            fake.payPerView().report();

            ann.isCutOffNow();
            assertThat(bob.isCutOff()).isFalse();
            isKeptOutUntilItExpires(() -> fake.payPerView().report());
        }
    }

    @Test
    void payPerViewDeniesWhoComesFromABlockedAddress() throws Exception {
        fake.payPerView().handler(handlers.uri("/pay-per-view"), TOKEN);
        try (Player ann = player("ann")) {
            ann.plays();

            blocklist.blockIp("127.0.0.0/8", HOUR);
            fake.payPerView().report();

            ann.isCutOffNow();
        }
    }

    @Test
    void authorizationRefusesWhoIsBlocked() throws Exception {
        fake.playbackAuthorization().handler(handlers.uri("/authorization"));
        try (Player ann = player("ann")) {
            ann.plays();

            for (Consumer<Blocklist> block : Set.<Consumer<Blocklist>>of(
                    list -> list.blockViewer("ann", HOUR),
                    list -> list.blockIp("127.0.0.1", HOUR),
                    list -> list.blockStream("live", "tv", HOUR))) {
                block.accept(blocklist);
                isKeptOutUntilItExpires(() -> {});
            }
            assertThat(ann.isCutOff()).isFalse();
        }
    }

    private void isKeptOutUntilItExpires(Runnable between) throws Exception {
        assertThat(player("ann").status).isEqualTo(403);
        between.run();
        assertThat(player("ann").status).isEqualTo(403);
        clock.ahead = clock.ahead.plus(HOUR);
        between.run();
        try (Player back = player("ann")) {
            back.plays();
        }
    }

    @Test
    void theGuardEndsWhoIsBlockedAndWhoComesBack() throws Exception {
        blocklist.blockViewer("ann", HOUR);
        for (int i = 0; i < 2; i++) {
            try (Player ann = player("ann");
                    Player bob = player("bob")) {
                ann.plays();
                bob.plays();

                assertThat(guard.enforce())
                        .extracting(PlaybackSession::viewerId)
                        .singleElement()
                        .satisfies(id -> assertThat(id).contains("ann"));

                ann.isCutOffNow();
                assertThat(bob.isCutOff()).isFalse();
            }
        }
        clock.ahead = HOUR;
        try (Player ann = player("ann")) {
            ann.plays();

            assertThat(guard.enforce()).isEmpty();
            assertThat(ann.isCutOff()).isFalse();
        }
    }

    @Test
    void allThreeAtOnce() throws Exception {
        fake.payPerView().handler(handlers.uri("/pay-per-view"), TOKEN);
        try (Player ann = player("ann")) {
            ann.plays();
            fake.playbackAuthorization().handler(handlers.uri("/authorization"));
            fake.addSession(s -> s.id(900).viewerId("ann").clientIp("192.0.2.1"));

            blocklist.blockViewer("ann", HOUR);

            assertThat(guard.enforce()).hasSize(2);
            ann.isCutOffNow();
            isKeptOutUntilItExpires(() -> fake.payPerView().report());
        }
    }
}
