package io.github.nimbleapi.testkit.contract;

import io.github.nimbleapi.icecast.IcecastStreamInfo;
import io.github.nimbleapi.publish.Publisher;
import io.github.nimbleapi.testkit.FakeMarker;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.FakeNimbleBuilder;
import io.github.nimbleapi.testkit.FakeSession;
import io.github.nimbleapi.testkit.FakeSrtLink;
import io.github.nimbleapi.testkit.Fault;
import io.github.nimbleapi.testkit.RecordedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The fake. */
final class FakeTestServer implements TestServer {
    private final FakeNimble fake;

    FakeTestServer(String token) {
        FakeNimbleBuilder builder = FakeNimble.builder();
        this.fake = (token == null ? builder : builder.managementToken(token)).start();
    }

    @Override
    public String url() {
        return fake.url();
    }

    @Override
    public void addSession(long id, String app, String stream, String viewerId) {
        fake.addSession(s -> s.id(id).app(app).stream(stream).viewerId(viewerId));
    }

    @Override
    public void addStream(String app, String stream) {
        fake.addStream(app, stream, s -> s.bandwidth(2_500_000));
    }

    @Override
    public void addPlaylist(String app, String stream, String blockId, String blockName) {
        fake.server().addPlaylist(app, stream, blockId, blockName);
    }

    @Override
    public void addGpu(String name) {
        fake.server().addGpu(name);
    }

    @Override
    public void addSrt(boolean receives, String settingId, String id, long bytes) {
        addSrt(
                receives,
                s -> s.settingId(settingId).id(id).bytes(bytes).rate(5.5).rtt(Duration.ofNanos(10_500_000)));
    }

    @Override
    public void addIdleSrt(boolean receives, String id) {
        addSrt(receives, s -> s.settingId("").id(id).connected(false));
    }

    private void addSrt(boolean receives, Consumer<FakeSrtLink.Settings> settings) {
        if (receives) {
            fake.protocols().addSrtReceiver(settings);
        } else {
            fake.protocols().addSrtSender(settings);
        }
    }

    @Override
    public void addCamera(String id, String ip, int port, long bandwidth) {
        fake.protocols().addMpegTsCamera(id, ip, port, "udp").goOnline(bandwidth);
    }

    @Override
    public void addRtmpInterface(String ip, int port, boolean ssl) {
        fake.protocols().addRtmpInterface(ip, port, ssl);
    }

    @Override
    public void addRtmpApp(String app, String login, String password) {
        fake.protocols().addRtmpApp(app, login, password);
    }

    @Override
    public void document(String path, String json) {
        switch (path) {
            case "rist_sender_stats":
                fake.protocols().ristSenders(json);
                break;
            case "rist_receiver_stats":
                fake.protocols().ristReceivers(json);
                break;
            default:
                fake.protocols().ndiList(json);
        }
    }

    @Override
    public void addArchive(String app, String stream, Instant start, Duration duration, long size) {
        fake.dvr()
                .addArchive(
                        app,
                        stream,
                        archive -> archive.recorded(start, duration).size(size));
    }

    @Override
    public void addIcecastStream(String app, String stream, String name, String title) {
        fake.icecast()
                .put(
                        app,
                        stream,
                        IcecastStreamInfo.builder()
                                .name(name)
                                .genre("any")
                                .bitrate(128)
                                .title(title)
                                .build());
    }

    @Override
    public void addPublisher(String id, String key, String app, String stream) {
        fake.publishControl()
                .add(Publisher.builder().id(id).key(key).ip("192.0.2.7").app(app).stream(stream)
                        .build());
    }

    @Override
    public void addCached(String url, String key, String... items) {
        fake.dataCache().put(url, key, items);
    }

    @Override
    public List<String> markers() {
        return fake.scte35().markers().stream().map(FakeTestServer::shown).collect(Collectors.toList());
    }

    private static String shown(FakeMarker marker) {
        StringBuilder shown = new StringBuilder(marker.kind() + " " + marker.app() + "/" + marker.stream());
        marker.parameters()
                .forEach((name, value) ->
                        shown.append(' ').append(name).append('=').append(value));
        return shown.toString();
    }

    @Override
    public List<Long> running() {
        return fake.sessions().stream().map(FakeSession::id).collect(Collectors.toList());
    }

    @Override
    public void failNext(Failure failure, int times) {
        fake.failNext(fault(failure).times(times));
    }

    @Override
    public List<String> calls() {
        return fake.calls().stream().map(RecordedCall::path).collect(Collectors.toList());
    }

    @Override
    public void close() {
        fake.close();
    }

    private static Fault fault(Failure failure) {
        switch (failure) {
            case RESET:
                return Fault.connectionReset();
            case CLOSED_EARLY:
                return Fault.connectionClosed();
            case STALL:
                return Fault.stall();
            case STALL_IN_BODY:
                return Fault.stallBody();
            case TRUNCATED:
                return Fault.truncatedBody();
            case GARBAGE:
                return Fault.garbage();
            case UNAVAILABLE:
                return Fault.status(503);
            default:
                return Fault.answer(404, "<html><body>Not found</body></html>");
        }
    }
}
