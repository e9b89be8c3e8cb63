package io.github.nimbleapi.examples;

import io.github.nimbleapi.signing.PlaybackRefusal;
import io.github.nimbleapi.signing.PlaybackToken;
import io.github.nimbleapi.signing.PlaybackUrlSigner;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs links for players, and tells what is wrong with one. */
@Command(
        name = "sign-links",
        description = {
            "Signs links for players (wmsAuthSign), or tells why a player gets HTTP 403 with one.",
            "The password of the WMSAuth rule is read from NIMBLE_WMSAUTH_KEY only: command lines are visible to others.",
            "Without it and without a link, links are tried on a fake server."
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Example: java -jar nimble-api-examples.jar sign-links --viewer=ann http://127.0.0.1:8081/live/tv/playlist.m3u8"
        })
final class SignLinks implements Runnable {
    static final String KEY_VARIABLE = "NIMBLE_WMSAUTH_KEY";

    private final Terminal terminal;

    @Parameters(paramLabel = "URL", arity = "0..*", description = "Addresses for players: HTTP, RTMP or RTSP.")
    private List<URI> urls = new ArrayList<>();

    @Option(names = "--viewer", paramLabel = "ID", description = "The viewer that the links are for.")
    private @Nullable String viewer;

    @Option(names = "--ip", paramLabel = "ADDRESS", description = "The only address that they are good for.")
    private @Nullable String ip;

    @Option(
            names = "--stream",
            paramLabel = "APP/STREAM",
            description = "The only stream that they are good for, or the beginning of its name.")
    private @Nullable String stream;

    @Option(names = "--minutes", paramLabel = "N", description = "How long they are good; 20 minutes if not said.")
    private long minutes = 20;

    @Option(
            names = "--explain",
            description =
                    "The HTTP addresses are signed already: tell what Nimble has against them. Give --ip and --stream as"
                            + " they were signed.")
    private boolean explain;

    @Option(
            names = "--player-ip",
            paramLabel = "ADDRESS",
            description = "With --explain: where the player is, if not at --ip.")
    private @Nullable String playerIp;

    SignLinks(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        String key = terminal.variable(KEY_VARIABLE);
        if (key == null && urls.isEmpty()) {
            LinksOnFake.tryThem(terminal);
        } else if (key == null) {
            throw new UsageException("Which key? Set " + KEY_VARIABLE + " to the password of the WMSAuth rule.");
        } else if (urls.isEmpty()) {
            throw new UsageException("Which links? Give at least one URL.");
        } else {
            handle(key);
        }
    }

    private void handle(String key) {
        try {
            PlaybackUrlSigner signer = signer(key);
            for (URI url : urls) {
                if (explain) {
                    explain(PlaybackToken.of(url), signer, url.getPath());
                } else {
                    terminal.out.println(signer.sign(url));
                }
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private PlaybackUrlSigner signer(String key) {
        PlaybackUrlSigner.Builder builder =
                PlaybackUrlSigner.builder(key).validFor(Units.time("--minutes", minutes, ChronoUnit.MINUTES));
        if (viewer != null) {
            builder.viewerId(viewer);
        }
        if (ip != null) {
            builder.clientIp(ip);
        }
        if (stream != null) {
            builder.signedStream(stream);
        }
        if (explain && viewer == null && ip == null) {
            builder.viewerId("anybody");
        }
        return builder.build();
    }

    private void explain(PlaybackToken token, PlaybackUrlSigner signer, String played) {
        String from = playerIp != null ? playerIp : ip != null ? ip : "";
        List<PlaybackRefusal> reasons = token.explain(signer, from, played);
        token.viewerId().ifPresent(id -> terminal.out.println("Viewer  " + Columns.printable(id)));
        token.begins().ifPresent(begin -> terminal.out.println("From    " + begin));
        token.expires().ifPresent(end -> terminal.out.println("Until   " + end));
        terminal.out.println("Nimble  " + (reasons.isEmpty() ? "lets the player in" : "answers 403:"));
        reasons.forEach(reason -> terminal.out.println("        " + reason + ", " + reason.explanation()));
    }
}
