package io.github.nimbleapi.testkit;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Starts a fake from the command line, for harnesses in other languages. It runs until the process is told to stop, and
 * closes all connections then. Exit codes: 0 after {@code --help}, 1 if it can't listen, 2 if it can't use its arguments or
 * its file, and those of any JVM that is stopped: 143 after SIGTERM, 130 after Ctrl-C.
 */
public final class FakeNimbleMain {
    private FakeNimbleMain() {}

    /**
     * Runs until the process is told to stop.
     *
     * @param arguments see {@code --help}
     * @throws InterruptedException never, unless somebody else runs in the same process
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(CommandLine.HELP);
            return;
        }
        try {
            FakeNimbleOptions options = FakeNimbleOptions.of(List.of(arguments));
            FakeNimble fake = options.start();
            Runtime.getRuntime().addShutdownHook(new Thread(fake::close));
            System.out.println(announcement(fake, options));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static String announcement(FakeNimble fake, FakeNimbleOptions options) {
        List<String> lines = new ArrayList<>();
        lines.add("Fake Nimble listens at " + fake.url() + " for management, at " + fake.mediaUrl()
                + " for players; stop it with Ctrl-C.");
        for (StreamName stream : options.streams()) {
            lines.add(stream + " plays at");
            lines.add("  " + stream.url(fake, "playlist.m3u8") + " (HLS)");
            lines.add("  " + stream.url(fake, "manifest.mpd") + " (MPEG-DASH)");
            lines.add("  " + stream.url(fake, "mpeg.2ts") + " (MPEG-TS)");
            lines.add("  " + stream.url(fake, "icecast.stream") + " (Icecast)");
            lines.add("  " + stream.url(fake, "") + " (download)");
        }
        return String.join(System.lineSeparator(), lines);
    }
}
