package io.github.nimbleapi.testkit;

import io.github.nimbleapi.publish.Publisher;
import io.github.nimbleapi.testkit.internal.Asked;
import io.github.nimbleapi.testkit.internal.Endpoints;
import io.github.nimbleapi.testkit.internal.JsonText;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The publishers of a fake, from {@link FakeNimble#publishControl()}. Thread-safe. */
public final class FakePublishControl {
    private final List<Publisher> publishers = new ArrayList<>();
    private final List<String> denied = new ArrayList<>();

    FakePublishControl() {}

    /**
     * Somebody publishes; also somebody who was denied before.
     *
     * @param publisher who; its extra members are not told
     */
    public synchronized void add(Publisher publisher) {
        publishers.add(Objects.requireNonNull(publisher, "publisher"));
    }

    /**
     * Those who publish now.
     *
     * @return an immutable list, oldest first
     */
    public synchronized List<Publisher> publishers() {
        return List.copyOf(publishers);
    }

    /**
     * The ids that were denied, also those of nobody.
     *
     * @return an immutable list, oldest first; an id that was denied twice is in it twice
     */
    public synchronized List<String> denied() {
        return List.copyOf(denied);
    }

    void addTo(Endpoints endpoints) {
        endpoints.on("GET", "/manage/publish_control/status", asked -> WireReply.json(status()));
        endpoints.on("POST", "/manage/publish_control/deny", this::deny);
    }

    private String status() {
        List<JsonText> all =
                publishers().stream().map(FakePublishControl::wireText).collect(Collectors.toList());
        return new JsonText().raw("PublishControlStatus", JsonText.array(all)).toString();
    }

    private WireReply deny(Asked asked) {
        Object ids = asked.members().get("PublishControlDenyRequest");
        boolean understood = ids instanceof List && deny((List<?>) ids);
        JsonText status = new JsonText().member("status", understood ? "success" : "fail");
        return WireReply.json(new JsonText()
                .raw("PublishControlDenyResponse", status.toString())
                .toString());
    }

    private synchronized boolean deny(List<?> ids) {
        if (!ids.stream().allMatch(String.class::isInstance)) {
            return false;
        }
        ids.forEach(id -> denied.add((String) id));
        publishers.removeIf(publisher -> ids.contains(publisher.id()));
        return true;
    }

    private static JsonText wireText(Publisher publisher) {
        return new JsonText()
                .member("key", publisher.key())
                .member("id", publisher.id())
                .member("ip", publisher.ip())
                .member("stream", publisher.app() + "/" + publisher.stream());
    }
}
