package io.github.nimbleapi.examples;

import io.github.nimbleapi.control.guard.Blocklist;
import io.github.nimbleapi.control.handler.HandlerServer;
import io.github.nimbleapi.control.handler.PlaybackAuthorizationHandler;
import io.github.nimbleapi.control.handler.PlaybackDecision;
import io.github.nimbleapi.control.handler.PlaybackRequest;
import io.github.nimbleapi.testkit.FakeNimble;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Decides about each new session. */
@Command(
        name = "playback-authorization",
        description = {
            "Answers Nimble about each new playback session: it may begin, goes elsewhere, or is refused.",
            "Without any option it is shown on a fake server."
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Give Nimble the address that it prints: WMSPanel, Control, API setup, playback authorization.",
            "Example: java -jar nimble-api-examples.jar playback-authorization --port=8096 --open=free --login=https://example.com/login"
        })
final class AuthorizePlayback implements Runnable {
    private static final String PATH = "/playback-authorization";

    private final Terminal terminal;

    @Option(
            names = "--open",
            paramLabel = "APP",
            description = "An application for everybody. May be given several times.")
    private List<String> open = new ArrayList<>();

    @Option(
            names = "--login",
            paramLabel = "URL",
            description = "Where to send players of other applications; they are refused if not said.")
    private @Nullable URI login;

    @Option(
            names = "--block",
            paramLabel = "ADDRESS",
            description = "An address, or a range as 203.0.113.0/24, that is refused.")
    private List<String> blocked = new ArrayList<>();

    @Mixin
    private final HandlerOptions listen = new HandlerOptions();

    AuthorizePlayback(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (!open.isEmpty() || login != null) {
            listen.serve("questions", PATH, handler(), terminal);
        } else if (blocked.isEmpty() && !listen.isGiven()) {
            showOnFake();
        } else {
            throw new UsageException("Who may watch? Give --open=APP for what everybody may, or --login=URL for where"
                    + " to send players.");
        }
    }

    private PlaybackAuthorizationHandler handler() {
        try {
            Blocklist blocklist = Blocklist.create();
            blocked.forEach(blocklist::blockIp);
            PlaybackDecision otherwise = login == null ? PlaybackDecision.deny() : PlaybackDecision.redirect(login);
            return PlaybackAuthorizationHandler.builder()
                    .blocklist(blocklist)
                    .decide(request -> decide(request, otherwise))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private PlaybackDecision decide(PlaybackRequest request, PlaybackDecision otherwise) {
        PlaybackDecision decision = open.contains(request.app()) ? PlaybackDecision.allow() : otherwise;
        terminal.out.println(
                Columns.printable(request.url()) + " for " + Columns.printable(request.clientIp()) + ": " + decision);
        return decision;
    }

    private void showOnFake() {
        terminal.out.println("Neither --open nor --login was given, so this is a fake Nimble Streamer.");
        open.add("free");
        login = URI.create("https://example.com/login");
        try (HandlerServer server = listen.start(PATH, handler());
                FakeNimble fake = FakeNimble.start()) {
            fake.playbackAuthorization().handler(server.uri(PATH));
            for (String app : List.of("free", "premium")) {
                fake.addStream(app, "tv");
                int status = SimplePlayer.status(fake.playbackUrl(app, "tv", "playlist.m3u8"));
                terminal.out.println("A player of " + app + "/tv gets HTTP " + status);
            }
        }
    }
}
