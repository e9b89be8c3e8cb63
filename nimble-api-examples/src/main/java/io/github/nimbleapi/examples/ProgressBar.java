package io.github.nimbleapi.examples;

import io.github.nimbleapi.dvr.ExportProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** How far an export is, on one line that is written over; where no terminal is, the last of it. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final PrintWriter out;
    private final Instant start = Instant.now();
    private Instant shown = Instant.EPOCH;
    private String line = "";

    ProgressBar(PrintWriter out) {
        this.out = out;
    }

    void show(ExportProgress progress) {
        line = line(progress, Duration.between(start, Instant.now()));
        if (Ansi.AUTO.enabled() && Duration.between(shown, Instant.now()).compareTo(PAUSE) >= 0) {
            shown = Instant.now();
            draw();
        }
    }

    void end() {
        if (!line.isEmpty()) {
            draw();
            out.println();
        }
    }

    private void draw() {
        out.print("\r" + line);
        out.flush();
    }

    static String line(ExportProgress progress, Duration time) {
        double seconds = Math.max(0.001, time.toMillis() / 1000.0);
        String speed = Units.bytes((long) (progress.written() / seconds)) + "/s";
        if (progress.total().isEmpty()) {
            return String.format(Locale.ROOT, "%s  %s   ", Units.bytes(progress.written()), speed);
        }
        long total = progress.total().getAsLong();
        double part = total == 0 ? 1 : Math.min(1, (double) progress.written() / total);
        int done = (int) (part * WIDTH);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%  %s of %s  %s   ",
                "#".repeat(done),
                "-".repeat(WIDTH - done),
                part * 100,
                Units.bytes(progress.written()),
                Units.bytes(total),
                speed);
    }
}
