package io.github.nimbleapi.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/** SCTE-35 markers of a {@link MockTestServer}. */
final class MockMarkers implements MockTestServer.Family {
    private static final String CALL = "POST /manage/advertizer/scte35_";

    private final BiPredicate<String, String> live;
    private final List<String> set = new ArrayList<>();

    MockMarkers(BiPredicate<String, String> live) {
        this.live = live;
    }

    List<String> all() {
        return List.copyOf(set);
    }

    @Override
    public MockResponse answer(String call, RecordedRequest request) {
        if (!call.matches(CALL + "(out|in|time_signal)/[^/]+/[^/]+")) {
            return null;
        }
        HttpUrl url = request.getUrl();
        String app = url.pathSegments().get(3);
        String stream = url.pathSegments().get(4);
        if (!live.test(app, stream)) {
            return MockTestServer.answer(404, "{ \"status\" : \"Not found\" }");
        }
        StringBuilder marker =
                new StringBuilder(url.pathSegments().get(2).substring("scte35_".length()) + " " + app + "/" + stream);
        for (int i = 0; i < url.querySize(); i++) {
            marker.append(' ').append(url.queryParameterName(i)).append('=').append(url.queryParameterValue(i));
        }
        set.add(marker.toString());
        return MockTestServer.answer(200, "{ \"status\" : \" ok\" }");
    }
}
