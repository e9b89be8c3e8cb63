package io.github.nimbleapi.examples;

import io.github.nimbleapi.republish.RepublishRule;
import io.github.nimbleapi.republish.SyncResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the republishing rules of a server what a file says. */
@Command(
        name = "republish-sync",
        description = {
            "Makes the RTMP republishing rules of a server what a file says.",
            "Rules that are as they should be are left alone; duplicates, and all others that were made through the API,"
                    + " are deleted. Rules of WMSPanel are not seen.",
            "",
            "The file has a rule on each line, with the stream and where it goes; # begins a comment:",
            "",
            "  live/news  rtmp://a.rtmp.youtube.com/live2/STREAM-KEY"
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Nimble forgets such rules when it restarts or reloads its configuration: run this again then.",
            "Example: java -jar nimble-api-examples.jar republish-sync --url=http://edge-1:8082 --file=rules.txt"
        })
final class SyncRepublishing implements Runnable {
    private final Terminal terminal;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The rules. Not needed for the fake server that is used where none is named.")
    private @Nullable Path file;

    @Option(names = "--yes", description = "Do not ask before rules are changed.")
    private boolean sure;

    SyncRepublishing(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        try (ServerOrFake at = server.connectOrFake(terminal)) {
            List<RepublishRule> desired = desired(at);
            List<RepublishRule> present = at.nimble().republishing().rules();
            print("Rules of " + at.nimble().url() + " that were made through the API", "  ", present);
            print("Desired", "  ", desired);
            if (!at.isFake() && !sure && !terminal.confirms("Make the rules what is desired, delete all others?")) {
                terminal.out.println("Nothing was changed.");
                return;
            }
            SyncResult result = at.nimble().republishing().sync(desired);
            print("Created", "+ ", result.created());
            print("Kept", "= ", result.kept());
            print("Deleted", "- ", result.deleted());
        }
    }

    private List<RepublishRule> desired(ServerOrFake at) {
        if (file != null) {
            return read(file);
        }
        if (at.isFake()) {
            return InventedServer.desiredRules();
        }
        throw new UsageException("Which rules? Give --file=FILE.");
    }

    private static List<RepublishRule> read(Path file) {
        try {
            List<RepublishRule> rules = new ArrayList<>();
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                String rule =
                        line.replace("\ufeff", "").replaceAll("(^|\\s)#.*", "").strip();
                if (!rule.isEmpty()) {
                    rules.add(rule(rule, file + ", line " + number + ": "));
                }
            }
            if (rules.isEmpty()) {
                throw new UsageException(file + " has no rules: all rules of the server would be deleted.");
            }
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the rules: " + e, e);
        }
    }

    // Lines are not shown: they hold stream keys.
    private static RepublishRule rule(String line, String place) {
        String[] parts = line.split("\\s+", -1);
        int slash = parts[0].lastIndexOf('/');
        if (parts.length != 2 || slash < 1) {
            throw new UsageException(place + "give a stream and where it goes, as APP/STREAM rtmp://HOST/APP/KEY");
        }
        try {
            return RepublishRule.to(new URI(parts[1]))
                    .from(parts[0].substring(0, slash), parts[0].substring(slash + 1))
                    .build();
        } catch (URISyntaxException e) {
            throw new UsageException(place + "the destination is no URL (" + e.getReason() + ")");
        } catch (IllegalArgumentException e) {
            throw new UsageException(place + e.getMessage());
        }
    }

    private void print(String title, String bullet, List<RepublishRule> rules) {
        terminal.out.println(title + (rules.isEmpty() ? ": none" : ":"));
        rules.forEach(rule -> terminal.out.println("  " + bullet + shown(rule)));
        terminal.out.println();
    }

    private static String shown(RepublishRule rule) {
        String source =
                rule.isWholeApplication() ? "all of " + rule.sourceApp() : rule.sourceApp() + "/" + rule.sourceStream();
        String app = rule.destinationApp().replaceAll("(?s)\\?.*", "?***");
        String destination = (rule.ssl() ? "rtmps://" : "rtmp://") + rule.destinationAddress() + ":"
                + rule.destinationPort() + "/" + app + "/***";
        return Columns.printable(source + "  ->  " + destination);
    }
}
