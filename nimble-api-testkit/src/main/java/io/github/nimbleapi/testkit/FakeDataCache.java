package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Asked;
import io.github.nimbleapi.testkit.internal.Endpoints;
import io.github.nimbleapi.testkit.internal.JsonText;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The data cache of a fake, from {@link FakeNimble#dataCache()}. Thread-safe. */
public final class FakeDataCache {
    private final Map<String, String> keysByUrl = new HashMap<>();
    private final Map<String, List<String>> itemsByKey = new HashMap<>();

    FakeDataCache() {}

    /**
     * The cache takes something in. Several URLs may lead to one key; what is given last under a key counts.
     *
     * @param url the URL that leads to it
     * @param key the key
     * @param items what is removed with the key
     */
    public synchronized void put(String url, String key, String... items) {
        keysByUrl.put(Objects.requireNonNull(url, "url"), Objects.requireNonNull(key, "key"));
        itemsByKey.put(key, List.of(items));
    }

    /**
     * Whether there is something under a key.
     *
     * @param key the key
     * @return false once it was removed
     */
    public synchronized boolean holds(String key) {
        return itemsByKey.containsKey(Objects.requireNonNull(key, "key"));
    }

    void addTo(Endpoints endpoints) {
        endpoints.on("POST", "/manage/data_cache/get_key", this::key);
        endpoints.on("POST", "/manage/data_cache/delete", this::delete);
    }

    private synchronized WireReply key(Asked asked) {
        String key = keysByUrl.get(text(asked, "url"));
        return key == null || !holds(key)
                ? WireReply.status("NotFound")
                : WireReply.json(
                        new JsonText().member("status", "Ok").member("key", key).toString());
    }

    private synchronized WireReply delete(Asked asked) {
        String key = text(asked, "key");
        boolean dryRun = Boolean.TRUE.equals(asked.members().get("dry_run"));
        List<String> items = dryRun ? itemsByKey.get(key) : itemsByKey.remove(key);
        if (items == null) {
            return WireReply.status("NotFound");
        }
        List<String> quoted = items.stream().map(JsonText::quoted).collect(Collectors.toList());
        return WireReply.json(new JsonText()
                .member("status", "Ok")
                .raw("removed_items", JsonText.array(quoted))
                .toString());
    }

    private static String text(Asked asked, String member) {
        Object value = asked.members().get(member);
        return value instanceof String ? (String) value : "";
    }
}
