package io.github.nimbleapi.examples;

import io.github.nimbleapi.signing.PlaybackRefusal;
import io.github.nimbleapi.signing.PlaybackToken;
import io.github.nimbleapi.signing.PlaybackUrlSigner;
import io.github.nimbleapi.testkit.FakeNimble;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Links of several kinds, tried by a player on a fake server that looks at them. */
final class LinksOnFake {
    private static final String KEY = "an invented password";
    private static final String HERE = "127.0.0.1";

    private final Terminal terminal;
    private final URI bare;

    private LinksOnFake(Terminal terminal, URI bare) {
        this.terminal = terminal;
        this.bare = bare;
    }

    static void tryThem(Terminal terminal) {
        try (FakeNimble fake = FakeNimble.start()) {
            fake.addStream("live", "tv");
            fake.wmsAuth().key(KEY);
            terminal.out.println(
                    SignLinks.KEY_VARIABLE + " is not set, so these links are for a fake Nimble Streamer.");
            new LinksOnFake(terminal, fake.playbackUrl("live", "tv", "playlist.m3u8")).tryAll();
        }
    }

    private void tryAll() {
        Clock anHourAgo = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
        tried("without a signature", bare);
        PlaybackUrlSigner right = signer().build();
        PlaybackUrlSigner elsewhere = signer().clientIp("203.0.113.7").build();
        explained("for viewer ann", right, right);
        explained("that is over", signer().clock(anHourAgo).build(), right);
        explained("for another address", elsewhere, elsewhere);
        explained(
                "signed with another key",
                PlaybackUrlSigner.builder("a guess").viewerId("ann").build(),
                right);
    }

    private static PlaybackUrlSigner.Builder signer() {
        return PlaybackUrlSigner.builder(KEY).viewerId("ann").signedStream("live/tv");
    }

    private void explained(String what, PlaybackUrlSigner links, PlaybackUrlSigner expected) {
        URI link = links.sign(bare);
        tried(what, link);
        List<PlaybackRefusal> reasons = PlaybackToken.of(link).explain(expected, HERE, "live/tv");
        reasons.forEach(reason -> terminal.out.println("    because " + reason.explanation()));
    }

    private void tried(String what, URI link) {
        terminal.out.println();
        terminal.out.println("A link " + what + ": HTTP " + SimplePlayer.status(link));
        terminal.out.println("    " + link);
    }
}
