package io.github.nimbleapi.testkit.contract;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Publish control of a {@link MockTestServer}, which says of ids that it does not know that it found none. */
final class MockPublishers implements MockTestServer.Family {
    private static final Pattern DENIAL =
            Pattern.compile("\\{\"PublishControlDenyRequest\":\\[(\"[^\"]+\"(?:,\"[^\"]+\")*)]}");

    private final Map<String, String> byStream = new LinkedHashMap<>();
    private final Map<String, String> idByStream = new LinkedHashMap<>();

    void add(String id, String key, String name) {
        idByStream.put(name, id);
        byStream.put(
                name,
                "{ \"stream\" : \"" + name + "\", \"ip\" : \"192.0.2.7\", \"id\" : \"" + id + "\", \"key\" : \"" + key
                        + "\" }");
    }

    @Override
    public MockResponse answer(String call, RecordedRequest request) {
        switch (call) {
            case "GET /manage/publish_control/status":
                return MockTestServer.answer(
                        200, "{ \"PublishControlStatus\" : [ " + String.join(",\n", byStream.values()) + " ] }");
            case "POST /manage/publish_control/deny":
                return MockTestServer.answer(200, deny(request.getBody().utf8()));
            default:
                return null;
        }
    }

    private String deny(String body) {
        Matcher denial = DENIAL.matcher(body);
        if (!denial.matches()) {
            return "{ \"PublishControlDenyResponse\" : { \"status\" : \"fail\" } }";
        }
        boolean known = false;
        Collection<String> publishing = idByStream.values();
        for (String id : denial.group(1).replace("\"", "").split(",", -1)) {
            known |= publishing.removeIf(id::equals);
        }
        byStream.keySet().retainAll(idByStream.keySet());
        return known
                ? "{ \"PublishControlDenyResponse\" : { \"status\" : \"success\" } }"
                : "{ \"PublishControlDenyResponse\" : { \"status\" : \"Not found\" } }";
    }
}
