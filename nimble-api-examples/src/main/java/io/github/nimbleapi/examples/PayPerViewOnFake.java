package io.github.nimbleapi.examples;

import io.github.nimbleapi.control.handler.HandlerServer;
import io.github.nimbleapi.signing.PlaybackUrlSigner;
import io.github.nimbleapi.testkit.FakeNimble;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Two players on a fake server: ann has paid for little, bob for much. */
final class PayPerViewOnFake {
    private static final String TOKEN = "an invented token";
    private static final String KEY = "an invented password";

    private final Terminal terminal;

    PayPerViewOnFake(Terminal terminal) {
        this.terminal = terminal;
    }

    void run() {
        Balances accounts =
                new Balances(Map.of("ann", Duration.ofMillis(1500), "bob", Duration.ofHours(1)), Duration.ZERO);
        try (HandlerServer server = HandlerServer.builder()
                        .handle(PayPerView.PATH, PayPerView.handler(TOKEN, accounts, terminal))
                        .start();
                FakeNimble fake = FakeNimble.start()) {
            fake.addStream("live", "tv");
            fake.wmsAuth().key(KEY);
            fake.payPerView().handler(server.uri(PayPerView.PATH), TOKEN);
            fake.payPerView().every(Duration.ofMillis(500));
            play(fake);
        }
    }

    private void play(FakeNimble fake) {
        URI stream = fake.playbackUrl("live", "tv", "mpeg.2ts");
        CompletableFuture<Long> bob = SimplePlayer.play(link("bob", stream));
        long bytes = SimplePlayer.play(link("ann", stream)).join();
        terminal.out.println("ann's player was cut off after " + bytes + " bytes");
        terminal.out.println("ann tries again: HTTP " + SimplePlayer.status(link("ann", stream)));
        terminal.out.println("bob's player " + (bob.isDone() ? "has ended" : "plays on"));
    }

    private static URI link(String viewer, URI stream) {
        return PlaybackUrlSigner.builder(KEY).viewerId(viewer).build().sign(stream);
    }
}
