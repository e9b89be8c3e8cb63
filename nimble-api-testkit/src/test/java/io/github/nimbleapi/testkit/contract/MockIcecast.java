package io.github.nimbleapi.testkit.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Icecast streams of a {@link MockTestServer}. */
final class MockIcecast implements MockTestServer.Family {
    private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\"\\s*:\\s*(\"[^\"]*\")");

    private final Map<String, Map<String, String>> streams = new HashMap<>();

    void add(String name, String icyName, String title) {
        streams.put(
                name,
                new HashMap<>(Map.of(
                        "icy-name",
                        "\"" + icyName + "\"",
                        "icy-genre",
                        "\"any\"",
                        "icy-br",
                        "\" 128 \"",
                        "streamtitle",
                        "\"" + title + "\"")));
    }

    @Override
    public MockResponse answer(String call, RecordedRequest request) {
        List<String> segments = request.getUrl().pathSegments();
        if (segments.size() != 4 || !segments.get(1).startsWith("icecast_")) {
            return null;
        }
        Map<String, String> members = streams.get(segments.get(2) + "/" + segments.get(3));
        if (members == null) {
            return MockTestServer.answer(200, "{ \"status\" : \"Not found\" }");
        }
        if (call.startsWith("GET /manage/icecast_stream_info/")) {
            StringBuilder text = new StringBuilder("{ \"icy-pub\" : 1");
            members.forEach((name, value) ->
                    text.append(", \"").append(name).append("\" : ").append(value));
            return MockTestServer.answer(200, text + " }");
        }
        if (call.startsWith("POST /manage/icecast_metadata/")) {
            Matcher told = MEMBER.matcher(request.getBody().utf8());
            while (told.find()) {
                members.put(told.group(1), told.group(2));
            }
            return MockTestServer.answer(200, "{ \"status\" : \"ok\" }");
        }
        return null;
    }
}
