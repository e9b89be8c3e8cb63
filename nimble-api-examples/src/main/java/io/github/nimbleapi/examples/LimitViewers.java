package io.github.nimbleapi.examples;

import io.github.nimbleapi.control.guard.EndedSession;
import io.github.nimbleapi.control.guard.GuardListener;
import io.github.nimbleapi.control.guard.SessionGuard;
import io.github.nimbleapi.control.guard.SessionRule;
import io.github.nimbleapi.control.guard.SessionRules;
import io.github.nimbleapi.error.NimbleException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends sessions that are too many or too long, over several servers. */
@Command(
        name = "limit-viewers",
        description = {
            "Ends sessions that are too many or too long, over several servers.",
            "A viewer's sessions are counted over all servers, the youngest go. Without a server it is shown on two fake ones."
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Example: java -jar nimble-api-examples.jar limit-viewers --server=edge-1=http://10.0.0.1:8082 --server=edge-2=http://10.0.0.2:8082"
        })
final class LimitViewers implements Runnable {
    private final Terminal terminal;

    @Option(
            names = "--server",
            paramLabel = "NAME=URL",
            description = {
                "A server. May be given several times; NIMBLE_URL if not said.",
                "The management_token is read from NIMBLE_MANAGEMENT_TOKEN only, the same for all."
            })
    private Map<String, String> servers = new LinkedHashMap<>();

    @Option(
            names = "--per-viewer",
            paramLabel = "N",
            description = "Sessions of one viewer; 1 if nothing is said at all.")
    private @Nullable Integer perViewer;

    @Option(names = "--per-ip", paramLabel = "N", description = "Sessions from one address.")
    private @Nullable Integer perIp;

    @Option(names = "--longest", paramLabel = "MINUTES", description = "How long a session may last.")
    private @Nullable Long longest;

    @Option(names = "--dry-run", description = "End nothing, only tell what would be ended.")
    private boolean dryRun;

    @Mixin
    private final RepeatOptions repeat = new RepeatOptions();

    LimitViewers(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        boolean named = !servers.isEmpty() || terminal.variable(ServerOptions.URL_VARIABLE) != null;
        try (Servers all = named ? Servers.named(servers, terminal) : Servers.invented(terminal)) {
            SessionGuard guard = guard(all);
            repeat.run(terminal, round -> enforced(guard) && named);
        }
    }

    private boolean enforced(SessionGuard guard) {
        terminal.out.println(
                (dryRun ? "would end " : "ended ") + Units.count(guard.enforce().size(), "session"));
        return !terminal.out.checkError();
    }

    private SessionGuard guard(Servers all) {
        try {
            SessionGuard.Builder builder =
                    SessionGuard.builder(all.fleet()).dryRun(dryRun).listener(new Journal());
            rules().forEach(builder::rule);
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private List<SessionRule> rules() {
        List<SessionRule> rules = new ArrayList<>();
        if (longest != null) {
            rules.add(SessionRules.noLongerThan(Units.time("--longest", longest, ChronoUnit.MINUTES)));
        }
        if (perIp != null) {
            rules.add(SessionRules.atMostPerIp(perIp));
        }
        if (perViewer != null || rules.isEmpty()) {
            rules.add(SessionRules.atMostPerViewer(perViewer == null ? 1 : perViewer));
        }
        return rules;
    }

    /** Says what the guard does. */
    private final class Journal implements GuardListener {
        @Override
        public void onEnded(EndedSession ended) {
            terminal.out.println(Columns.printable(ended.server() + ": session "
                    + Long.toUnsignedString(ended.session().id()) + " of "
                    + ended.session().viewerId().orElse("nobody known") + " from "
                    + ended.session().clientIp() + ", " + ended.reason()));
        }

        @Override
        public void onFailure(String server, NimbleException failure) {
            terminal.out.println(server + " is left out: " + failure.getMessage());
        }
    }
}
