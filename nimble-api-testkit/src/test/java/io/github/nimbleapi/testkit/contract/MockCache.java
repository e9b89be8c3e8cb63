package io.github.nimbleapi.testkit.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** The data cache of a {@link MockTestServer}. */
final class MockCache implements MockTestServer.Family {
    private static final Pattern URL = Pattern.compile("\\{\"url\":\"([^\"]*)\"}");
    private static final Pattern KEY = Pattern.compile("\\{\"key\":\"([^\"]*)\",\"dry_run\":(true|false)}");

    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> items = new HashMap<>();

    void add(String url, String key, String... cached) {
        keys.put(url, key);
        items.put(key, cached.length == 0 ? "" : "\"" + String.join("\" , \"", cached) + "\"");
    }

    @Override
    public MockResponse answer(String call, RecordedRequest request) {
        switch (call) {
            case "POST /manage/data_cache/get_key":
                return key(matched(URL, request).group(1));
            case "POST /manage/data_cache/delete":
                Matcher asked = matched(KEY, request);
                return delete(asked.group(1), asked.group(2).equals("true"));
            default:
                return null;
        }
    }

    private static Matcher matched(Pattern pattern, RecordedRequest request) {
        Matcher matcher = pattern.matcher(request.getBody().utf8());
        if (!matcher.matches()) {
            throw new IllegalStateException(request.getBody().utf8());
        }
        return matcher;
    }

    private MockResponse key(String url) {
        String key = keys.get(url);
        return items.containsKey(key)
                ? MockTestServer.answer(200, "{ \"key\" : \"" + key + "\", \"status\" : \"OK\" }")
                : notFound();
    }

    private MockResponse delete(String key, boolean dry) {
        String removed = dry ? items.get(key) : items.remove(key);
        return removed == null
                ? notFound()
                : MockTestServer.answer(200, "{ \"removed_items\" : [ " + removed + " ] , \"status\" : \"ok\" }");
    }

    private static MockResponse notFound() {
        return MockTestServer.answer(200, "{ \"status\" : \"Not found\" }");
    }
}
