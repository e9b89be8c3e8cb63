package io.github.nimbleapi.testkit.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Rules of a {@link MockTestServer}: ids and numbers as text, and a listing that keeps passwords to itself. */
final class MockRepublishing implements MockTestServer.Family {
    private static final String PATH = "/manage/rtmp/republish";
    private static final Pattern APP = Pattern.compile("\"src_app\"\\s*:\\s*\"([^\"]*)\"");

    private final MockStreams streams;
    private final Map<String, String> rules = new LinkedHashMap<>();
    private int made = 9;

    MockRepublishing(MockStreams streams) {
        this.streams = streams;
    }

    @Override
    public MockResponse answer(String call, RecordedRequest request) {
        if (call.equals("POST /manage/reload_config")) {
            rules.clear();
            return null;
        }
        if (!call.contains(" " + PATH)) {
            return null;
        }
        String id = call.substring(call.indexOf(PATH) + PATH.length()).replace("/", "");
        switch (request.getMethod()) {
            case "POST":
                return created(request.getBody().utf8());
            case "DELETE":
                return rules.remove(id) == null ? missing() : MockTestServer.answer(200, "{ \"status\" : \"ok\" }");
            default:
                return told(id);
        }
    }

    private MockResponse created(String body) {
        if (!body.contains("\"dest_addr\"") || !APP.matcher(body).find()) {
            return MockTestServer.answer(200, "{ \"status\" : \"Error\" }");
        }
        String id = "5f" + made++;
        String told =
                body.replaceAll("\"dest_password\":\"[^\"]*\",?", "").replaceAll(":(\\d+|true|false)", " : \"$1\"");
        rules.put(id, "{ \"id\" : \"" + id + "\", " + told.substring(1));
        return MockTestServer.answer(200, "{ \"rule\" : " + rules.get(id) + ", \"status\" : \"ok\" }");
    }

    private MockResponse told(String id) {
        if (id.equals("stats")) {
            return list("stats", rules.keySet().stream().map(this::stats).collect(Collectors.joining(", ")));
        }
        if (id.isEmpty()) {
            return list("rules", String.join(",\n", rules.values()));
        }
        return rules.containsKey(id) ? list("rules", rules.get(id)) : missing();
    }

    private String stats(String id) {
        Matcher app = APP.matcher(rules.get(id));
        String state = app.find() && streams.isLive(app.group(1))
                ? "\"Connected\", \"session_duration\" : \"120\", \"bandwidth\" : \"2500000\""
                : "\"reconnecting\", \"retry_count\" : \"3\"";
        return "{ \"state\" : " + state + ", " + rules.get(id).substring(1);
    }

    private static MockResponse list(String name, String elements) {
        return MockTestServer.answer(200, "{ \"" + name + "\" : [ " + elements + " ], \"status\" : \" OK \" }");
    }

    private static MockResponse missing() {
        return MockTestServer.answer(200, "{ \"status\" : \"Not found\" }");
    }
}
