package io.github.nimbleapi.examples;

import io.github.nimbleapi.control.handler.HandlerServer;
import io.github.nimbleapi.control.handler.PayPerViewHandler;
import io.github.nimbleapi.control.handler.PayPerViewReport;
import java.time.Duration;
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
            "Gets the pay-per-view reports of Nimble, takes what was watched off each viewer's balance, and cuts viewers off",
            "at zero. The token of the push API is read from NIMBLE_PUSH_TOKEN only. Without it, it is shown on a fake server,",
            "with two players."
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
        if (token == null) {
            terminal.out.println(TOKEN_VARIABLE + " is not set, so this is a fake Nimble Streamer with two players.");
            new PayPerViewOnFake(terminal).run();
            return;
        }
        Map<String, Duration> named = new TreeMap<>();
        balances.forEach((viewer, seconds) -> named.put(viewer, Duration.ofSeconds(seconds)));
        Balances accounts = new Balances(named, Duration.ofSeconds(credit));
        try (HandlerServer server = listen.start(PATH, handler(token, accounts, terminal))) {
            terminal.out.println("Waiting for reports at " + server.uri(PATH) + ". Stop with Ctrl-C.");
            Pause.untilInterrupted();
        }
    }

    static PayPerViewHandler handler(String token, Balances accounts, Terminal terminal) {
        return PayPerViewHandler.builder()
                .token(token)
                .onReport(report -> charge(report, accounts, terminal))
                .build();
    }

    private static Set<String> charge(PayPerViewReport report, Balances accounts, Terminal terminal) {
        Set<String> out = accounts.charge(report);
        report.viewers()
                .forEach(viewer -> terminal.out.println(Columns.printable(viewer.viewerId()) + " watched "
                        + viewer.watched().toMillis() + " ms of "
                        + Columns.printable(viewer.app() + "/" + viewer.stream())
                        + (out.contains(viewer.viewerId())
                                ? ", nothing is left: denied"
                                : ", " + accounts.of(viewer.viewerId()).toMillis() + " ms are left")));
        return out;
    }
}
