package io.github.nimbleapi.control.handler;

import io.github.nimbleapi.internal.json.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Reads a pay-per-view report. What has another shape is skipped, and a name may come after what it names. */
final class ReportReader {
    private final Posted posted;
    private final Entries entries;
    private final List<ReportedViewer.Builder> viewers = new ArrayList<>();

    private ReportReader(Posted posted, Entries entries) {
        this.posted = posted;
        this.entries = entries;
    }

    static PayPerViewReport read(String id, byte[] body, Entries entries) throws Refusal {
        List<ReportedViewer> viewers = new ArrayList<>();
        Posted.read(body, posted -> viewers.addAll(new ReportReader(posted, entries).viewers()));
        return PayPerViewReport.of(id, viewers);
    }

    private List<ReportedViewer> viewers() throws IOException {
        posted.root(name ->
                each("PayPerViewInfo", name, () -> posted.members(vhost -> each("VHost", vhost, this::vhost))));
        return viewers.stream().map(ReportedViewer.Builder::build).collect(Collectors.toList());
    }

    private void vhost() throws IOException {
        named(ReportedViewer.Builder::server, "Application", this::application);
    }

    private void application() throws IOException {
        named(ReportedViewer.Builder::app, "Instance", this::instance);
    }

    private void instance() throws IOException {
        named(ReportedViewer.Builder::instance, "Stream", this::stream);
    }

    private void stream() throws IOException {
        named(ReportedViewer.Builder::stream, "Player", this::player);
    }

    /** The object here: its parts, and the name for all viewers in them. */
    private void named(BiConsumer<ReportedViewer.Builder, String> naming, String partName, Posted.Part part)
            throws IOException {
        int first = viewers.size();
        String[] own = {""};
        posted.members(name -> {
            if (name.equals("name")) {
                own[0] = posted.text();
            } else {
                each(partName, name, part);
            }
        });
        viewers.subList(first, viewers.size()).forEach(viewer -> naming.accept(viewer, own[0]));
    }

    private void each(String wanted, String name, Posted.Part part) throws IOException {
        if (name.equals(wanted)) {
            posted.objects(part);
        }
    }

    private void player() throws IOException {
        entries.add();
        Map<String, String> texts = new HashMap<>();
        List<String> userAgents = new ArrayList<>();
        posted.members(name -> {
            switch (name) {
                case "user_agents":
                    posted.texts(agent -> {
                        entries.add();
                        userAgents.add(agent);
                    });
                    break;
                case "id":
                case "ip":
                case "sessionid":
                case "delta":
                case "bytes_sent":
                    texts.put(name, posted.text());
                    break;
                default: // is not known
            }
        });
        viewers.add(viewer(texts).userAgents(userAgents));
    }

    private static ReportedViewer.Builder viewer(Map<String, String> texts) {
        return ReportedViewer.builder(texts.getOrDefault("id", ""))
                .ip(texts.getOrDefault("ip", ""))
                .sessionId(texts.getOrDefault("sessionid", "").strip())
                .watched(Numbers.seconds(Numbers.decimal(texts.getOrDefault("delta", "")) / 1000))
                .bytesSent(Math.max(0, Numbers.whole(texts.getOrDefault("bytes_sent", ""))));
    }
}
