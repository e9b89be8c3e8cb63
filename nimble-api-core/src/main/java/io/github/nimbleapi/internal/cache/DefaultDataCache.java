package io.github.nimbleapi.internal.cache;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.nimbleapi.cache.DataCache;
import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.http.CallRunner;
import io.github.nimbleapi.internal.http.Endpoint;
import io.github.nimbleapi.internal.http.Operation;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.internal.http.Request;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The data cache over a {@link CallRunner}. */
public final class DefaultDataCache implements DataCache {
    private static final Request GET_KEY = Endpoint.DATA_CACHE_KEY.request();
    private static final Request DELETE = Endpoint.DATA_CACHE_DELETE.request();
    private static final Request DRY_RUN = DELETE.repeatable();

    private final CallRunner calls;

    public DefaultDataCache(CallRunner calls) {
        this.calls = calls;
    }

    @Override
    public Optional<String> key(String url) {
        return calls.block(keyOf(url));
    }

    @Override
    public CompletableFuture<Optional<String>> keyAsync(String url) {
        return calls.start(keyOf(url));
    }

    @Override
    public List<String> evict(String key) {
        return calls.block(eviction(DELETE, key, false));
    }

    @Override
    public CompletableFuture<List<String>> evictAsync(String key) {
        return calls.start(eviction(DELETE, key, false));
    }

    @Override
    public List<String> wouldEvict(String key) {
        return calls.block(eviction(DRY_RUN, key, true));
    }

    @Override
    public CompletableFuture<List<String>> wouldEvictAsync(String key) {
        return calls.start(eviction(DRY_RUN, key, true));
    }

    private static Operation<Optional<String>> keyOf(String url) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("url", filled("url", url))
                .toString();
        return Operation.search(GET_KEY.json(body), DefaultDataCache::readKey);
    }

    private static Operation<List<String>> eviction(Request delete, String key, boolean dryRun) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("key", filled("key", key))
                .put("dry_run", dryRun)
                .toString();
        return Operation.of(delete.json(body), DefaultDataCache::readRemoved);
    }

    private static String filled(String argument, String value) {
        if (Objects.requireNonNull(value, argument).isEmpty()) {
            throw new IllegalArgumentException(argument + " is empty: give the " + argument + " of what may be cached");
        }
        return value;
    }

    private static Optional<String> readKey(Reply reply) throws IOException {
        return Answer.object(reply).optionalText("key").filter(key -> !key.isEmpty());
    }

    private static List<String> readRemoved(Reply reply) throws IOException {
        return Answer.object(reply).elements("removed_items");
    }
}
