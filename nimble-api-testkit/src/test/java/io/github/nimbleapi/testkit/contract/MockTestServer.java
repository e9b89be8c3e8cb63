package io.github.nimbleapi.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** The same endpoints on MockWebServer, written without a look at the fake. */
final class MockTestServer extends Dispatcher implements TestServer {
    private final MockWebServer server = new MockWebServer();
    private final String token;
    private final Map<Long, String> sessions = new LinkedHashMap<>();
    private final Deque<Failure> failures = new ArrayDeque<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final MockStreams streams = new MockStreams();
    private final MockManagement management = new MockManagement(() -> sessions.size());
    private final MockProtocols protocols = new MockProtocols();
    private final MockDvr dvr = new MockDvr();
    private final MockIcecast icecast = new MockIcecast();
    private final MockPublishers publishers = new MockPublishers();
    private final MockCache cache = new MockCache();
    private final MockMarkers markers = new MockMarkers(streams::isLive);
    private final List<Family> families = List.of(
            new MockRepublishing(streams), streams, management, protocols, dvr, icecast, publishers, cache, markers);

    /** Answers at some of the endpoints. */
    @FunctionalInterface
    interface Family {
        /** What it answers to a verb and an encoded path; null where it knows nothing of it. */
        MockResponse answer(String call, RecordedRequest request);
    }

    MockTestServer(String token) {
        this.token = token;
        server.setDispatcher(this);
        server.setServerSocketFactory(new PromptSockets());
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    @Override
    public synchronized void addSession(long id, String app, String stream, String viewerId) {
        sessions.put(
                id,
                "{ \"app\" : \"" + app + "\", \"stream\" : \"" + stream + "\", \"id\" : " + id
                        + ", \"type\" : \"HLS\", \"created\" : 1654499440, \"client_ip\" : \"127.0.0.1\""
                        + (viewerId.isEmpty() ? "" : ", \"ppv_id\" : \"" + viewerId + "\"") + " }");
    }

    @Override
    public synchronized void addStream(String app, String stream) {
        streams.add(app, stream);
    }

    @Override
    public synchronized void addPlaylist(String app, String stream, String blockId, String blockName) {
        management.addPlaylist(app + "/" + stream, blockId, blockName);
    }

    @Override
    public synchronized void addGpu(String name) {
        management.gpu(name);
    }

    @Override
    public synchronized void addSrt(boolean receives, String settingId, String id, long bytes) {
        protocols.addSrt(receives ? "SrtReceivers" : "SrtSenders", settingId, id, bytes);
    }

    @Override
    public synchronized void addIdleSrt(boolean receives, String id) {
        protocols.addIdleSrt(receives ? "SrtReceivers" : "SrtSenders", id);
    }

    @Override
    public synchronized void addCamera(String id, String ip, int port, long bandwidth) {
        protocols.addCamera(id, ip, port, bandwidth);
    }

    @Override
    public synchronized void addRtmpInterface(String ip, int port, boolean ssl) {
        protocols.addRtmpInterface(ip, port, ssl);
    }

    @Override
    public synchronized void addRtmpApp(String app, String login, String password) {
        protocols.addRtmpApp(app, login, password);
    }

    @Override
    public synchronized void document(String path, String json) {
        protocols.document("GET /manage/" + path, json);
    }

    @Override
    public synchronized void addArchive(String app, String stream, Instant start, Duration duration, long size) {
        dvr.add(app + "/" + stream, start.getEpochSecond(), duration.toSeconds(), size);
    }

    @Override
    public synchronized void addIcecastStream(String app, String stream, String name, String title) {
        icecast.add(app + "/" + stream, name, title);
    }

    @Override
    public synchronized void addPublisher(String id, String key, String app, String stream) {
        publishers.add(id, key, app + "/" + stream);
    }

    @Override
    public synchronized void addCached(String url, String key, String... items) {
        cache.add(url, key, items);
    }

    @Override
    public synchronized List<String> markers() {
        return markers.all();
    }

    @Override
    public synchronized List<Long> running() {
        return new ArrayList<>(sessions.keySet());
    }

    @Override
    public synchronized void failNext(Failure failure, int times) {
        for (int i = 0; i < times; i++) {
            failures.add(failure);
        }
    }

    @Override
    public List<String> calls() {
        return calls;
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        calls.add(path);
        Failure failure = failures.poll();
        MockResponse regular = isSigned(request) ? regular(path, request) : answer(401, "");
        return failure == null ? regular : failing(failure, regular.newBuilder());
    }

    private MockResponse regular(String path, RecordedRequest request) {
        String call = request.getMethod() + " " + path;
        if (call.equals("GET /manage/sessions")) {
            return answer(200, "[\n " + String.join(",\n ", sessions.values()) + "\n]\n");
        }
        if (call.equals("POST /manage/sessions/delete")) {
            for (String id :
                    request.getBody().utf8().replaceAll("[\\[\\]\\s]", "").split(",", -1)) {
                sessions.remove(Long.valueOf(id));
            }
            return answer(200, "{ \"status\" : \"ok\" }");
        }
        return families.stream()
                .map(family -> family.answer(call, request))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> answer(404, "<html>Not found</html>"));
    }

    private static MockResponse failing(Failure failure, MockResponse.Builder regular) {
        switch (failure) {
            case RESET:
                return regular.onResponseStart(new SocketEffect.CloseSocket(true, false, false))
                        .build();
            case CLOSED_EARLY:
                return regular.onResponseBody(new SocketEffect.CloseSocket()).build();
            case STALL:
                return regular.onResponseStart(SocketEffect.Stall.INSTANCE).build();
            case STALL_IN_BODY:
                return regular.throttleBody(1, 1, TimeUnit.HOURS).build();
            case TRUNCATED:
                return regular.onResponseBody(new SocketEffect.CloseSocket()).build();
            case GARBAGE:
                return answer(200, "<html>Welcome to nginx!</html>");
            case UNAVAILABLE:
                return answer(503, "");
            default:
                return answer(404, "<html>Not found</html>");
        }
    }

    static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    private boolean isSigned(RecordedRequest request) {
        String salt = request.getUrl().queryParameter("salt");
        return token == null || hash(salt).equals(request.getUrl().queryParameter("hash"));
    }

    private String hash(String salt) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update((salt + "/").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(md5.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
