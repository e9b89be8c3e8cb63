package io.github.nimbleapi.examples;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summarizingLong;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleUnsupportedException;
import io.github.nimbleapi.protocol.SrtLink;
import io.github.nimbleapi.protocol.SrtStats;
import io.github.nimbleapi.server.Gpu;
import io.github.nimbleapi.server.ServerStatus;
import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.stream.LiveStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a server does at this moment. It is asked for all parts at once. */
final class StatusScreen {
    private static final int MOST_ROWS = 15;
    private static final List<String> STREAM_HEADINGS =
            List.of("STREAM", "IN", "BIT RATE", "PICTURE", "CODECS", "PUBLISHED");
    private static final List<String> SESSION_HEADINGS = List.of("STREAM", "SESSIONS", "SENT");
    private static final List<String> SRT_HEADINGS =
            List.of("SRT", "SETTING", "PEER", "STATE", "RATE", "RTT", "LOST", "RETRIES");

    private final PrintWriter out;

    StatusScreen(PrintWriter out) {
        this.out = out;
    }

    void show(NimbleClient nimble) {
        CompletableFuture<ServerStatus> status = nimble.server().statusAsync();
        CompletableFuture<List<LiveStream>> streams = nimble.liveStreams().listAsync();
        CompletableFuture<List<SrtLink>> receivers = nimble.protocols().srtReceiversAsync();
        CompletableFuture<List<SrtLink>> senders = nimble.protocols().srtSendersAsync();
        Map<String, LongSummaryStatistics> sessions;
        try (Stream<PlaybackSession> all = nimble.sessions().stream()) {
            sessions = all.collect(groupingBy(Columns::path, summarizingLong(PlaybackSession::bytesSent)));
        }
        showServer(nimble.url(), arrived(status));
        showStreams(offered("Live streams", streams));
        showSessions(sessions);
        showLinks(offered("SRT receivers", receivers), offered("SRT senders", senders));
    }

    private void showServer(String url, ServerStatus status) {
        out.println(url + "  " + Units.count(status.connections(), "connection") + ", "
                + Units.bitRate(status.outRate()) + " out, load "
                + String.format(Locale.ROOT, "%.2f", status.cpuLoad()) + ", memory "
                + Units.bytes(status.totalMemory() - status.freeMemory()) + " of "
                + Units.bytes(status.totalMemory()));
        for (Gpu gpu : status.gpus()) {
            out.println("GPU " + gpu.index() + " " + Columns.printable(gpu.name()) + "  " + gpu.load() + " %, decoder "
                    + gpu.decoderLoad() + " %, encoder " + gpu.encoderLoad() + " %");
        }
    }

    private void showStreams(List<LiveStream> streams) {
        Instant now = Instant.now();
        showTable(
                "live stream", streams.size(), STREAM_HEADINGS, streams.stream().map(stream -> row(stream, now)));
    }

    private static List<String> row(LiveStream stream, Instant now) {
        return List.of(
                Columns.printable(stream.app() + "/" + stream.stream()),
                Columns.printable(stream.protocol()),
                Units.bitRate(stream.bandwidth()),
                Columns.printable(stream.resolution()),
                Columns.printable((stream.videoCodec() + " " + stream.audioCodec()).strip()),
                stream.published()
                        .map(since -> Units.ago(Duration.between(since, now)))
                        .orElse("-"));
    }

    private void showSessions(Map<String, LongSummaryStatistics> byStream) {
        long total = byStream.values().stream()
                .mapToLong(LongSummaryStatistics::getCount)
                .sum();
        Comparator<Map.Entry<String, LongSummaryStatistics>> busiestFirst =
                Comparator.comparingLong(stream -> -stream.getValue().getCount());
        showTable(
                "session",
                total,
                SESSION_HEADINGS,
                byStream.entrySet().stream()
                        .sorted(busiestFirst.thenComparing(Map.Entry.comparingByKey()))
                        .map(stream -> List.of(
                                Columns.printable(stream.getKey()),
                                Long.toString(stream.getValue().getCount()),
                                Units.bytes(stream.getValue().getSum()))));
    }

    private void showLinks(List<SrtLink> receivers, List<SrtLink> senders) {
        List<List<String>> rows = new ArrayList<>();
        receivers.forEach(link -> rows.add(row("in", link)));
        senders.forEach(link -> rows.add(row("out", link)));
        showTable("SRT link", rows.size(), SRT_HEADINGS, rows.stream());
    }

    private void showTable(String thing, long count, List<String> headings, Stream<List<String>> rows) {
        List<List<String>> shown = new ArrayList<>();
        rows.limit(MOST_ROWS + 1).forEach(shown::add);
        out.println();
        out.println(count == 0 ? "No " + thing + "s." : Units.count(count, thing) + ":");
        new Table(out, headings).print(shown.stream().limit(MOST_ROWS).iterator());
        if (shown.size() > MOST_ROWS) {
            out.println("...");
        }
    }

    /** None where this build of Nimble does not know the endpoint, which is said. */
    private <T> List<T> offered(String what, CompletableFuture<List<T>> asked) {
        try {
            return arrived(asked);
        } catch (NimbleUnsupportedException e) {
            out.println(what + ": not offered by this build of Nimble.");
            return List.of();
        }
    }

    private static <T> T arrived(CompletableFuture<T> asked) {
        try {
            return asked.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof NimbleException) {
                throw (NimbleException) e.getCause();
            }
            throw e;
        }
    }

    private static List<String> row(String direction, SrtLink link) {
        return List.of(
                direction,
                Columns.printable(link.settingId().orElse("")),
                Columns.printable(link.id()),
                Columns.printable(link.state()),
                stat(link, stats -> Units.bitRate((long) (stats.rate() * 1_000_000))),
                stat(link, stats -> stats.rtt().toMillis() + " ms"),
                stat(link, stats -> Long.toString(stats.packetsLost())),
                Integer.toString(link.retryCount()));
    }

    private static String stat(SrtLink link, Function<SrtStats, String> text) {
        return link.stats().map(text).orElse("-");
    }
}
