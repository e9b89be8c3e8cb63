package io.github.nimbleapi.testkit.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Protocols of a {@link MockTestServer}, with numbers as text and without lists where they are empty. */
final class MockProtocols implements MockTestServer.Family {
    private final Map<String, List<String>> srt = new LinkedHashMap<>();
    private final List<String> cameras = new ArrayList<>();
    private final List<String> cameraStatus = new ArrayList<>();
    private final List<String> rtmpInterfaces = new ArrayList<>();
    private final List<String> rtmpApps = new ArrayList<>();
    private final Map<String, String> documents = new LinkedHashMap<>();

    void addSrt(String list, String settingId, String id, long bytes) {
        String bytesOf = list.equals("SrtReceivers") ? "\"recv\" : { \"bytesReceived\"" : "\"send\" : { \"bytesSent\"";
        add(
                list,
                "\"id\" : \"" + id + "\", \"state\" : \"connected\", \"setting_id\" : \"" + settingId
                        + "\", \"stats\" : { \"time\" : \"60000\", \"link\" : { \"rtt\" : \"10.5\" }, " + bytesOf
                        + " : \"" + bytes + "\", \"mbpsRate\" : \"5.5\" } }");
    }

    void addIdleSrt(String list, String id) {
        add(list, "\"state\" : \"disconnected\", \"id\" : \"" + id + "\"");
    }

    private void add(String list, String members) {
        srt.computeIfAbsent(list, name -> new ArrayList<>()).add("{ " + members + " }");
    }

    void addCamera(String id, String ip, int port, long bandwidth) {
        cameras.add("{ \"port\" : \"" + port + "\", \"ip\" : \"" + ip + "\", \"protocol\" : \"udp\", \"id\" : \"" + id
                + "\" }");
        cameraStatus.add("{ \"st\" : \"online\", \"bw\" : " + bandwidth + ", \"id\" : \"" + id + "\" }");
    }

    void addRtmpInterface(String ip, int port, boolean ssl) {
        rtmpInterfaces.add("{ \"ssl\" : \"" + ssl + "\", \"port\" : \"" + port + "\", \"ip\" : \"" + ip + "\" }");
    }

    void addRtmpApp(String app, String login, String password) {
        rtmpApps.add(
                "{ \"password\" : \"" + password + "\", \"login\" : \"" + login + "\", \"app\" : \"" + app + "\" }");
    }

    void document(String call, String json) {
        documents.put(call, json);
    }

    @Override
    public MockResponse answer(String call, RecordedRequest request) {
        String body = body(call);
        return body == null ? null : MockTestServer.answer(200, body);
    }

    private String body(String call) {
        switch (call) {
            case "GET /manage/srt_sender_stats":
                return links("SrtSenders");
            case "GET /manage/srt_receiver_stats":
                return links("SrtReceivers");
            case "GET /manage/mpeg2ts_status":
                return cameras.isEmpty() ? "{ \"Cameras\" : null }" : "{ \"Cameras\" : " + cameraStatus + " }\n";
            case "GET /manage/mpeg2ts_settings":
                return "{ \"CamerasHash\" : 1623888659745" + (cameras.isEmpty() ? "" : ", \"Cameras\" : " + cameras)
                        + " }";
            case "GET /manage/rtmp_settings":
                return "{ \"RtmpSettings\" : { \"duration\" : \"6.5\", \"apps\" : " + rtmpApps + ", \"interfaces\" : "
                        + rtmpInterfaces + " } }";
            default:
                return documents.get(call);
        }
    }

    private String links(String name) {
        return srt.containsKey(name) ? "{ \"" + name + "\" : " + srt.get(name) + " }\n" : "{ }";
    }
}
