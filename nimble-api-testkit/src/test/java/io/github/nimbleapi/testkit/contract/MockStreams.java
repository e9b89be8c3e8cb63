package io.github.nimbleapi.testkit.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Live streams of a {@link MockTestServer}, an older one that knows but the old endpoint. */
final class MockStreams implements MockTestServer.Family {
    private final Map<String, String> byApp = new LinkedHashMap<>();

    void add(String app, String stream) {
        byApp.merge(app, element(stream), (all, one) -> all + ", " + one);
    }

    boolean isLive(String app, String stream) {
        return byApp.getOrDefault(app, "").contains(element(stream));
    }

    boolean isLive(String app) {
        return byApp.containsKey(app);
    }

    private static String element(String stream) {
        return "{ \"strm\" : \"" + stream + "\", \"bandwidth\" : 2500000, \"protocol\" : \"RTMP\" }";
    }

    @Override
    public MockResponse answer(String call, RecordedRequest request) {
        if (!call.equals("GET /manage/rtmp_status")) {
            return null;
        }
        StringBuilder apps = new StringBuilder();
        byApp.forEach((app, streams) -> apps.append(apps.length() > 0 ? "," : "")
                .append("{ \"app\" : \"" + app + "\", \"streams\" : [ " + streams + " ] }"));
        return MockTestServer.answer(200, "[" + apps + "]");
    }
}
