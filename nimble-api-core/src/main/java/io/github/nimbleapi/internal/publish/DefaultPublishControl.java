package io.github.nimbleapi.internal.publish;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.nimbleapi.internal.http.CallRunner;
import io.github.nimbleapi.internal.http.Endpoint;
import io.github.nimbleapi.internal.http.Operation;
import io.github.nimbleapi.internal.http.Request;
import io.github.nimbleapi.publish.PublishControl;
import io.github.nimbleapi.publish.Publisher;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Publish control over a {@link CallRunner}. */
public final class DefaultPublishControl implements PublishControl {
    private static final Operation<List<Publisher>> STATUS =
            Operation.of(Endpoint.PUBLISH_CONTROL_STATUS.request(), PublishControlReader::publishers);
    private static final Request DENY = Endpoint.PUBLISH_CONTROL_DENY.request();

    private final CallRunner calls;

    public DefaultPublishControl(CallRunner calls) {
        this.calls = calls;
    }

    @Override
    public List<Publisher> list() {
        return calls.block(STATUS);
    }

    @Override
    public CompletableFuture<List<Publisher>> listAsync() {
        return calls.start(STATUS);
    }

    @Override
    public void deny(String... ids) {
        deny(distinct(ids));
    }

    @Override
    public CompletableFuture<Void> denyAsync(String... ids) {
        return denyAsync(distinct(ids));
    }

    @Override
    public void denyAll(Collection<Publisher> publishers) {
        deny(ids(publishers));
    }

    @Override
    public CompletableFuture<Void> denyAllAsync(Collection<Publisher> publishers) {
        return denyAsync(ids(publishers));
    }

    private void deny(Set<String> ids) {
        if (!ids.isEmpty()) {
            calls.block(denial(ids));
        }
    }

    private CompletableFuture<Void> denyAsync(Set<String> ids) {
        return ids.isEmpty() ? CompletableFuture.completedFuture(null) : calls.start(denial(ids));
    }

    private static Operation<Void> denial(Set<String> ids) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        ids.forEach(array::add);
        Request denial = DENY.json(JsonNodeFactory.instance
                .objectNode()
                .set("PublishControlDenyRequest", array)
                .toString());
        // A publisher that is already gone is as good as denied.
        return Operation.of(denial, PublishControlReader::denial).doneOrGone();
    }

    private static Set<String> distinct(String[] ids) {
        Set<String> distinct = new LinkedHashSet<>();
        for (String id : Objects.requireNonNull(ids, "ids")) {
            if (Objects.requireNonNull(id, "ids has null").isEmpty()) {
                throw new IllegalArgumentException("ids has an empty id: give the ids of publishers, see list()");
            }
            distinct.add(id);
        }
        return distinct;
    }

    private static Set<String> ids(Collection<Publisher> publishers) {
        Set<String> ids = new LinkedHashSet<>();
        for (Publisher publisher : Objects.requireNonNull(publishers, "publishers")) {
            if (Objects.requireNonNull(publisher, "publishers has null").id().isEmpty()) {
                throw new IllegalArgumentException(
                        "publishers has " + publisher + ", which has no id to deny it by: leave it out");
            }
            ids.add(publisher.id());
        }
        return ids;
    }
}
