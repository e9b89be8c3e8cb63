package io.github.nimbleapi.internal.protocol;

import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.answer.Members;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.protocol.SourceStream;
import io.github.nimbleapi.protocol.SrtLink;
import io.github.nimbleapi.protocol.SrtStats;
import io.github.nimbleapi.protocol.SrtWindow;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What answers about SRT say: the same of receivers and of senders, but for the names of what is counted. */
enum SrtReader {
    RECEIVERS("SrtReceivers", "recv", "Received", "packetsReceivedRetransmitted", "NAKsSent"),
    SENDERS("SrtSenders", "send", "Sent", "packetsRetransmitted", "NAKsReceived");

    private final String list;
    private final String traffic;
    private final String done;
    private final String packetsRetransmitted;
    private final String naks;

    SrtReader(String list, String traffic, String done, String packetsRetransmitted, String naks) {
        this.list = list;
        this.traffic = traffic;
        this.done = done;
        this.packetsRetransmitted = packetsRetransmitted;
        this.naks = naks;
    }

    List<SrtLink> links(Reply reply) throws IOException {
        return Answer.list(reply, list).stream().map(this::link).collect(Collectors.toUnmodifiableList());
    }

    private SrtLink link(Members link) {
        SrtLink.Builder builder = SrtLink.builder()
                .id(link.text("id"))
                .state(link.text("state"))
                .retryCount(link.count("retryCount"))
                .streamId(link.text("streamid"))
                .sourceStreams(link.children("source_streams").stream()
                        .map(SrtReader::source)
                        .collect(Collectors.toList()));
        link.optionalText("setting_id").filter(id -> !id.isBlank()).ifPresent(builder::settingId);
        if (link.hasChild("stats")) {
            builder.stats(stats(link.child("stats")));
        }
        return builder.extraMembers(link.rest()).build();
    }

    private static SourceStream source(Members source) {
        return SourceStream.builder().app(source.text("app")).stream(source.text("stream"))
                .extraMembers(source.rest())
                .build();
    }

    private SrtStats stats(Members stats) {
        Members link = stats.child("link");
        Members counts = stats.child(traffic);
        SrtStats.Builder builder = SrtStats.builder()
                .time(stats.millis("time"))
                .rtt(link.millis("rtt"))
                .linkBandwidth(link.decimal("mbpsBandwidth"))
                .maxBandwidth(link.decimal("mbpsMaxBandwidth"));
        count(counts, builder);
        if (stats.hasChild("window")) {
            builder.window(window(stats.child("window")));
        }
        Map<String, String> rest = new HashMap<>();
        stats.addRest("", rest);
        link.addRest("link.", rest);
        counts.addRest(traffic + ".", rest);
        return builder.extraMembers(rest).build();
    }

    private void count(Members counts, SrtStats.Builder builder) {
        builder.rate(counts.decimal("mbpsRate"))
                .packets(counts.whole("packets" + done))
                .packetsLost(counts.whole("packetsLost"))
                .packetsDropped(counts.whole("packetsDropped"))
                .packetsRetransmitted(counts.whole(packetsRetransmitted))
                .packetsBelated(counts.whole("packetsBelated"))
                .bytes(counts.whole("bytes" + done))
                .bytesLost(counts.whole("bytesLost"))
                .bytesDropped(counts.whole("bytesDropped"))
                .bytesRetransmitted(counts.whole("bytesRetransmitted"))
                .naks(counts.whole(naks));
    }

    private static SrtWindow window(Members window) {
        return SrtWindow.builder()
                .flow(window.whole("flow"))
                .congestion(window.whole("congestion"))
                .flight(window.whole("flight"))
                .extraMembers(window.rest())
                .build();
    }
}
