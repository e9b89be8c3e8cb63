package io.github.nimbleapi.examples;

import io.github.nimbleapi.control.handler.PayPerViewHandler;
import io.github.nimbleapi.control.handler.PayPerViewReport;
import io.github.nimbleapi.control.handler.ReportedViewer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Viewers watch for as long as they have paid. */
@Command(
        name = "pay-per-view",
        description = {
            "Takes what was watched off each viewer's balance, and cuts viewers off at zero.",
            "It gets the pay-per-view reports of Nimble. The token of the push API is read from NIMBLE_PUSH_TOKEN only."
                    + " Without it and without any option, it is shown on a fake server, with two players."
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Give Nimble the address that it prints: WMSPanel, Control, API setup, push API.",
            "Example: java -jar nimble-api-examples.jar pay-per-view --port=8095 --balance=ann=3600 --credit=60"
        })
final class PayPerView implements Runnable {
    static final String TOKEN_VARIABLE = "NIMBLE_PUSH_TOKEN";
    static final String PATH = "/pay-per-view";

    private final Terminal terminal;

    @Option(
            names = "--balance",
            paramLabel = "VIEWER=SECONDS",
            description = "How long a viewer may watch. May be given several times.")
    private Map<String, Long> balances = new TreeMap<>();

    @Option(
            names = "--credit",
            paramLabel = "SECONDS",
            description = "How long everybody else may watch; not at all if not said.")
    private long credit;

    @Mixin
    private final HandlerOptions listen = new HandlerOptions();

    PayPerView(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        String token = terminal.variable(TOKEN_VARIABLE);
        if (token != null) {
            listen.serve("reports", PATH, handler(token, accounts(), terminal), terminal);
        } else if (balances.isEmpty() && credit == 0 && !listen.isGiven()) {
            terminal.out.println(TOKEN_VARIABLE + " is not set, so this is a fake Nimble Streamer with two players.");
            new PayPerViewOnFake(terminal).run();
        } else {
            throw new UsageException(TOKEN_VARIABLE + " is not set: give it the token of the push API.");
        }
    }

    private Balances accounts() {
        Map<String, Duration> named = new TreeMap<>();
        balances.forEach((viewer, seconds) -> named.put(viewer, Units.time("--balance", seconds, ChronoUnit.SECONDS)));
        return new Balances(named, Units.time("--credit", credit, ChronoUnit.SECONDS));
    }

    static PayPerViewHandler handler(String token, Balances accounts, Terminal terminal) {
        try {
            return PayPerViewHandler.builder()
                    .token(token)
                    .onReport(report -> charge(report, accounts, terminal))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new UsageException(TOKEN_VARIABLE + ": " + e.getMessage());
        }
    }

    private static Set<String> charge(PayPerViewReport report, Balances accounts, Terminal terminal) {
        Set<String> out = accounts.charge(report);
        for (ReportedViewer viewer : report.viewers()) {
            String id = viewer.viewerId();
            terminal.out.println(Columns.printable(id) + " watched " + Units.seconds(viewer.watched()) + " of "
                    + Columns.printable(viewer.app() + "/" + viewer.stream())
                    + (id.isBlank()
                            ? ", without an id: not charged"
                            : out.contains(id)
                                    ? ", nothing is left: denied"
                                    : ", " + Units.seconds(accounts.of(id)) + " are left"));
        }
        return out;
    }
}
