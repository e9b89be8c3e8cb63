package io.github.nimbleapi.testkit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.nimbleapi.testkit.internal.Endpoints;
import io.github.nimbleapi.testkit.internal.JsonText;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The live streams of a fake, oldest first. */
final class FakeStreams {
    private final List<FakeStream> live = new ArrayList<>();

    synchronized FakeStream add(FakeStream stream) {
        if (find(stream.app(), stream.stream()).isPresent()) {
            throw new IllegalArgumentException(stream.app() + "/" + stream.stream() + " is live already: end it first");
        }
        live.add(stream);
        return stream;
    }

    synchronized FakeStream end(String app, String stream) {
        FakeStream ended = find(app, stream)
                .orElseThrow(() -> new IllegalArgumentException(app + "/" + stream + " is not live: add it first"));
        live.remove(ended);
        return ended;
    }

    /** False if it had ended already. */
    synchronized boolean end(FakeStream stream) {
        return live.remove(stream);
    }

    synchronized Optional<FakeStream> find(String app, String stream) {
        return live.stream()
                .filter(one -> one.app().equals(app) && one.stream().equals(stream))
                .findFirst();
    }

    synchronized List<FakeStream> all() {
        return List.copyOf(live);
    }

    synchronized boolean isLive(FakeStream stream) {
        return live.contains(stream);
    }

    /** The stream whose path this is, or that of one of its files. */
    synchronized Optional<FakeStream> at(String path) {
        return live.stream()
                .filter(one -> path.equals(one.path()) || path.startsWith(one.path() + "/"))
                .max(Comparator.comparing(one -> one.path().length()));
    }

    /** The streams of that application and name; all of the application where the name is empty. */
    synchronized List<FakeStream> of(String app, String stream) {
        return live.stream()
                .filter(one -> one.app().equals(app)
                        && (stream.isEmpty() || one.stream().equals(stream)))
                .collect(toList());
    }

    void addTo(Endpoints endpoints) {
        endpoints.on("GET", "/manage/live_streams_status", asked -> WireReply.json(list()));
        endpoints.on("GET", "/manage/rtmp_status", asked -> WireReply.json(list()));
    }

    private synchronized String list() {
        Map<String, List<String>> byApp = live.stream()
                .collect(groupingBy(FakeStream::app, LinkedHashMap::new, mapping(FakeStream::wireText, toList())));
        List<JsonText> apps = new ArrayList<>();
        byApp.forEach(
                (app, streams) -> apps.add(new JsonText().member("app", app).raw("streams", JsonText.array(streams))));
        return JsonText.array(apps);
    }
}
