package io.github.nimbleapi.control.handler;

import io.github.nimbleapi.control.internal.Slashes;
import io.github.nimbleapi.internal.json.Numbers;
import io.github.nimbleapi.internal.json.StreamName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a notification of streams that began or ended. What has another shape, or names no stream, is skipped. */
final class EventReader {
    private final Posted posted;
    private final Entries entries;
    private final List<StreamEvent> events = new ArrayList<>();

    private EventReader(Posted posted, Entries entries) {
        this.posted = posted;
        this.entries = entries;
    }

    static List<StreamEvent> read(byte[] body, Entries entries) throws Refusal {
        List<StreamEvent> events = new ArrayList<>();
        Posted.read(body, posted -> events.addAll(new EventReader(posted, entries).events()));
        return events;
    }

    private List<StreamEvent> events() throws IOException {
        posted.root(name -> {
            // As in JSON; the schema of the XML form has them with a capital.
            if (name.equals("publish") || name.equals("Publish")) {
                posted.objects(() -> event(StreamEvent.Kind.PUBLISHED));
            } else if (name.equals("unpublish") || name.equals("Unpublish")) {
                posted.objects(() -> event(StreamEvent.Kind.UNPUBLISHED));
            }
        });
        return events;
    }

    private void event(StreamEvent.Kind kind) throws IOException {
        entries.add();
        Map<String, String> texts = new HashMap<>();
        posted.members(name -> {
            switch (name) {
                case "stream":
                case "AppName":
                case "StreamName":
                case "protocol":
                case "time":
                case "type":
                case "remote_ip":
                    texts.put(name, posted.text());
                    break;
                default: // is not known
            }
        });
        StreamEvent event = event(kind, texts);
        if (!event.stream().isEmpty()) {
            events.add(event);
        }
    }

    /** JSON has application and stream in one text, the schema of the XML form apart. */
    private static StreamEvent event(StreamEvent.Kind kind, Map<String, String> texts) {
        StreamName name = StreamName.of(Slashes.withoutLeading(texts.getOrDefault("stream", "")));
        StreamEvent.Builder event = StreamEvent.builder(
                        kind, texts.getOrDefault("AppName", name.app), texts.getOrDefault("StreamName", name.stream))
                .protocol(texts.getOrDefault("protocol", ""))
                .type(texts.getOrDefault("type", ""))
                .remoteIp(texts.getOrDefault("remote_ip", ""));
        long millis = Numbers.whole(texts.getOrDefault("time", ""));
        return (millis > 0 ? event.time(Instant.ofEpochMilli(millis)) : event).build();
    }
}
