package io.github.nimbleapi.control.handler;

import io.github.nimbleapi.internal.json.Numbers;
import io.github.nimbleapi.internal.json.StreamName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a notification of streams that began or ended. What has another shape is skipped. */
final class EventReader {
    private EventReader() {}

    static List<StreamEvent> read(byte[] body) throws Refusal {
        List<StreamEvent> events = new ArrayList<>();
        Posted.read(
                body,
                posted -> posted.root(name -> {
                    // As in JSON; the schema of the XML form has them with a capital.
                    if (name.equals("publish") || name.equals("Publish")) {
                        posted.objects(() -> events.add(event(StreamEvent.Kind.PUBLISHED, posted)));
                    } else if (name.equals("unpublish") || name.equals("Unpublish")) {
                        posted.objects(() -> events.add(event(StreamEvent.Kind.UNPUBLISHED, posted)));
                    }
                }));
        return events;
    }

    private static StreamEvent event(StreamEvent.Kind kind, Posted posted) throws IOException {
        Map<String, String> texts = new HashMap<>();
        posted.members(name -> {
            switch (name) {
                case "stream":
                case "protocol":
                case "time":
                case "type":
                case "remote_ip":
                    texts.put(name, posted.text());
                    break;
                default: // is not known
            }
        });
        return event(kind, texts);
    }

    private static StreamEvent event(StreamEvent.Kind kind, Map<String, String> texts) {
        StreamName name = StreamName.of(Slashes.withoutLeading(texts.getOrDefault("stream", "")));
        StreamEvent.Builder event = StreamEvent.builder(kind, name.app, name.stream)
                .protocol(texts.getOrDefault("protocol", ""))
                .type(texts.getOrDefault("type", ""))
                .remoteIp(texts.getOrDefault("remote_ip", ""));
        long millis = Numbers.whole(texts.getOrDefault("time", ""));
        return (millis > 0 ? event.time(Instant.ofEpochMilli(millis)) : event).build();
    }
}
