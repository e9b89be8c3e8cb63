package io.github.nimbleapi.testkit.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** Archives of a {@link MockTestServer}, each of one period. Tells times in milliseconds, lengths with a fraction, both as text. */
final class MockDvr implements MockTestServer.Family {
    private static final Pattern CALL = Pattern.compile(
            "(?:GET|POST) /manage/(dvr_status|dvr/export_mp4|dvr/export_srt|dvr/reload|dvr/cleanup_archive)/(.+)");

    private final Map<String, Period> archives = new LinkedHashMap<>();

    private static final class Period {
        private final long start;
        private final long end;
        private final long bytesPerSecond;

        Period(long start, long end, long bytesPerSecond) {
            this.start = start;
            this.end = Math.max(start, end);
            this.bytesPerSecond = bytesPerSecond;
        }

        Period cut(long from, long to) {
            return new Period(Math.max(start, from), Math.min(end, to), bytesPerSecond);
        }

        long seconds() {
            return end - start;
        }
    }

    void add(String name, long start, long seconds, long size) {
        archives.put(name, new Period(start, start + seconds, size / seconds));
    }

    @Override
    public MockResponse answer(String call, RecordedRequest request) {
        if (call.equals("GET /manage/dvr_status")) {
            return MockTestServer.answer(
                    200, archives.keySet().stream().map(this::status).collect(Collectors.joining(",", "[", "]")));
        }
        Matcher asked = CALL.matcher(call);
        return asked.matches() ? answer(asked.group(1), asked.group(2), request) : null;
    }

    private MockResponse answer(String endpoint, String name, RecordedRequest request) {
        Period archive = archives.get(name);
        if (archive == null) {
            return MockTestServer.answer(200, endpoint.equals("dvr_status") ? "[]" : "{ \"status\" : \"NotFound\" }");
        }
        switch (endpoint) {
            case "dvr_status":
                return MockTestServer.answer(200, "[ " + status(name) + " ]");
            case "dvr/export_mp4":
                return mp4(part(archive, request));
            case "dvr/export_srt":
                return subtitles(part(archive, request), request);
            case "dvr/cleanup_archive":
                cleanUp(name, archive, request);
                return MockTestServer.answer(200, "{ \"status\" : \"ok\" }");
            default:
                return MockTestServer.answer(200, "{ \"status\" : \"Ok\" }");
        }
    }

    private String status(String name) {
        Period archive = archives.get(name);
        return "{ \"stream\" : \"" + name + "\", \"periods\" : \"1\", \"duration\" : \"" + archive.seconds()
                + ".0\", \"timeline\" : [ { \"start\" : \"" + archive.start + "000\", \"duration\" : \""
                + archive.seconds() + ".0\" } ] }";
    }

    private static Period part(Period archive, RecordedRequest request) {
        String start = request.getUrl().queryParameter("start");
        return start == null
                ? archive
                : archive.cut(
                        Long.parseLong(start), Long.parseLong(request.getUrl().queryParameter("end")));
    }

    private static MockResponse mp4(Period part) {
        Buffer body = new Buffer().writeInt(16).writeUtf8("ftypmp42").writeInt(0);
        body.write(new byte[(int) (part.bytesPerSecond * part.seconds() - body.size())]);
        return new MockResponse.Builder().body(body).build();
    }

    private static MockResponse subtitles(Period part, RecordedRequest request) {
        return MockTestServer.answer(
                200,
                "\ufeff1\r\n00:00:00,000 --> 00:00:01,000\r\n" + part.seconds() + " s in "
                        + request.getUrl().queryParameter("lang") + "\r\n");
    }

    private void cleanUp(String name, Period archive, RecordedRequest request) {
        String depth = request.getUrl().queryParameter("target_depth");
        String from = request.getUrl().queryParameter("from");
        if (depth != null) {
            archives.put(name, archive.cut(archive.end - 60 * Long.parseLong(depth), archive.end));
        } else if (from != null) {
            // Good enough for a range at the end.
            archives.put(name, archive.cut(archive.start, Long.parseLong(from)));
        } else {
            archives.remove(name);
        }
    }
}
