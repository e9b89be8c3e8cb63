package io.github.nimbleapi.examples;

import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Starts one of the programs. */
@Command(
        name = "java -jar nimble-api-examples.jar",
        description = "See who is watching on a Nimble Streamer, and end what must not go on.",
        synopsisSubcommandLabel = "PROGRAM",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nPrograms:%n",
        footer = {
            "",
            "PROGRAM --help tells more about each. Begin with demo: it needs no server.",
            "Exit codes: 0 done, 1 Nimble could not be reached or said no, 2 arguments not understood."
        })
final class Launcher {
    private static final int HELP_WIDTH = 100;

    @Option(names = "--help", usageHelp = true, scope = ScopeType.INHERIT, description = "Show this.")
    @SuppressWarnings("UnusedVariable") // picocli shows the help before a program runs
    private boolean help;

    public static void main(String[] arguments) {
        int exitCode = run(Terminal.standard(), Duration.ofSeconds(1), arguments);
        // No System.exit(0): with ./mvnw -Pdemo this is Maven's own process, which has yet to end its build.
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    static int run(Terminal terminal, Duration demoPause, String... arguments) {
        Errors errors = new Errors();
        return new CommandLine(new Launcher())
                .addSubcommand(new Demo(terminal, demoPause))
                .addSubcommand(new ListSessions(terminal))
                .addSubcommand(new EndSessions(terminal))
                .addSubcommand(new ShowStatus(terminal))
                .addSubcommand(new SyncRepublishing(terminal))
                .addSubcommand(new ExportRecording(terminal))
                .addSubcommand(new PayPerView(terminal))
                .addSubcommand(new AuthorizePlayback(terminal))
                .addSubcommand(new LimitViewers(terminal))
                .addSubcommand(new SignLinks(terminal))
                .addSubcommand(new SaveSessions(terminal))
                .setExpandAtFiles(false)
                .setUsageHelpWidth(HELP_WIDTH)
                .setOut(terminal.out)
                .setErr(terminal.err)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }
}
