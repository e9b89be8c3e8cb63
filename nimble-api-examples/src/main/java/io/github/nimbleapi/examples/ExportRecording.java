package io.github.nimbleapi.examples;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.dvr.DvrArchive;
import io.github.nimbleapi.dvr.DvrExport;
import io.github.nimbleapi.dvr.DvrPeriod;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A recording, or a part of it, as a file. */
@Command(
        name = "export-recording",
        description = {
            "Exports a DVR recording as an MP4 file, or its subtitles. Without a stream it lists the recordings.",
            "On the fake server that is used where none is named, it exports one that is invented."
        },
        abbreviateSynopsis = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Example: java -jar nimble-api-examples.jar export-recording --url=http://127.0.0.1:8082 live/news \\",
            "             --from=2026-11-22T18:00:00Z --to=2026-11-22T18:30:00Z --output=news.mp4"
        })
final class ExportRecording implements Runnable {
    private static final List<String> HEADINGS = List.of("STREAM", "FROM", "TO", "SIZE", "PICTURE", "CODECS");

    private final Terminal terminal;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Parameters(arity = "0..1", paramLabel = "APP/STREAM", description = "The stream that was recorded.")
    private @Nullable String stream;

    @Option(names = "--from", paramLabel = "TIME", description = "Where to begin, such as 2026-11-22T18:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Where to end. Without both: all of the recording.")
    private @Nullable String to;

    @Option(names = "--subtitles", description = "Export the subtitles instead.")
    private boolean subtitles;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "The file to write; one that exists is replaced. Default: STREAM.mp4 or STREAM.srt.")
    private @Nullable Path output;

    ExportRecording(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        try (ServerOrFake at = server.connectOrFake(terminal)) {
            if (stream != null) {
                export(at, stream);
                return;
            }
            list(at.nimble());
            if (at.isFake()) {
                terminal.out.println();
                export(at, InventedServer.RECORDING);
            }
        }
    }

    private void list(NimbleClient nimble) {
        List<DvrArchive> archives = nimble.dvr().archives();
        terminal.out.println(archives.isEmpty() ? "There are no recordings." : "Recordings:");
        new Table(terminal.out, HEADINGS)
                .print(archives.stream().map(ExportRecording::row).iterator());
    }

    private static List<String> row(DvrArchive archive) {
        List<DvrPeriod> periods = archive.timeline();
        return List.of(
                Columns.printable(archive.app() + "/" + archive.stream()),
                periods.isEmpty() ? "-" : time(periods.get(0).start()),
                periods.isEmpty() ? "-" : time(periods.get(periods.size() - 1).end()),
                Units.bytes(archive.size()),
                Columns.printable(archive.resolution()),
                Columns.printable((archive.videoCodec() + " " + archive.audioCodec()).strip()));
    }

    private static String time(Optional<Instant> moment) {
        return moment.map(known -> known.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("-");
    }

    private void export(ServerOrFake at, String name) {
        int slash = name.lastIndexOf('/');
        if (slash < 1 || slash == name.length() - 1) {
            throw new UsageException("The stream is " + name + ": give APP/STREAM, such as live/news.");
        }
        String app = name.substring(0, slash);
        String recorded = name.substring(slash + 1);
        DvrExport export = part(app, recorded);
        Path target = output != null ? output : usualTarget(at, recorded);
        ProgressBar bar = new ProgressBar(terminal.out);
        long written;
        try {
            written = at.nimble().dvr().export(export, target, bar::show);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        } finally {
            bar.end();
        }
        terminal.out.println("Wrote " + Units.bytes(written) + " to " + target.toAbsolutePath());
    }

    /** What is invented must not replace what is not. */
    private Path usualTarget(ServerOrFake at, String recorded) {
        String name = recorded.replaceAll("[^\\w.-]", "_") + (subtitles ? ".srt" : ".mp4");
        return Path.of(at.isFake() ? "invented-" + name : name);
    }

    private DvrExport part(String app, String recorded) {
        if ((from == null) != (to == null)) {
            throw new UsageException("Give both --from and --to, or neither.");
        }
        try {
            DvrExport whole = subtitles ? DvrExport.subtitles(app, recorded) : DvrExport.mp4(app, recorded);
            return from == null || to == null ? whole : whole.between(time("--from", from), time("--to", to));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Instant time(String option, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException(option + " is " + text + ": give a time in UTC, such as 2026-11-22T18:00:00Z.");
        }
    }
}
