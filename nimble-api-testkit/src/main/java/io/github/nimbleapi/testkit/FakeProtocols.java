package io.github.nimbleapi.testkit;

import static java.util.stream.Collectors.toList;

import io.github.nimbleapi.testkit.internal.Endpoints;
import io.github.nimbleapi.testkit.internal.JsonReader;
import io.github.nimbleapi.testkit.internal.JsonText;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The protocols of a {@link FakeNimble}, from {@link FakeNimble#protocols()}: what it tells of SRT, MPEG-TS, RTMP, RIST
 * and NDI. Thread-safe.
 */
public final class FakeProtocols {
    private final List<FakeSrtLink> srtSenders = new CopyOnWriteArrayList<>();
    private final List<FakeSrtLink> srtReceivers = new CopyOnWriteArrayList<>();
    private final AtomicInteger srtCount = new AtomicInteger();
    private final List<FakeMpegTsCamera> cameras = new CopyOnWriteArrayList<>();
    private final FakeRtmpSettings rtmp = new FakeRtmpSettings();
    private volatile String ristSenders = "{}";
    private volatile String ristReceivers = "{}";
    private volatile String ndiList = "[]";

    FakeProtocols() {}

    /**
     * Adds an SRT socket that sends.
     *
     * @param settings sets what shall differ from the defaults
     * @return the socket
     */
    public FakeSrtLink addSrtSender(Consumer<FakeSrtLink.Settings> settings) {
        return add(srtSenders, FakeSrtLink.sender(srtCount.getAndIncrement()), settings);
    }

    /**
     * Adds an SRT socket that receives.
     *
     * @param settings sets what shall differ from the defaults
     * @return the socket
     */
    public FakeSrtLink addSrtReceiver(Consumer<FakeSrtLink.Settings> settings) {
        return add(srtReceivers, FakeSrtLink.receiver(srtCount.getAndIncrement()), settings);
    }

    private static FakeSrtLink add(List<FakeSrtLink> links, FakeSrtLink link, Consumer<FakeSrtLink.Settings> settings) {
        link.update(settings);
        links.add(link);
        return link;
    }

    /**
     * Removes an SRT socket.
     *
     * @param link a socket that was added here
     * @throws IllegalArgumentException if it is not there
     */
    public void removeSrtLink(FakeSrtLink link) {
        if (!srtSenders.remove(link) && !srtReceivers.remove(link)) {
            throw new IllegalArgumentException(
                    "link is " + link + ", which is not there: give one that was added here");
        }
    }

    /**
     * Adds an incoming MPEG-TS stream, offline at first.
     *
     * @param id its id
     * @param ip the address it comes in at
     * @param port the port
     * @param protocol such as {@code udp}
     * @return the stream
     * @throws IllegalArgumentException if there is one of that id already
     */
    public synchronized FakeMpegTsCamera addMpegTsCamera(String id, String ip, int port, String protocol) {
        FakeMpegTsCamera camera = new FakeMpegTsCamera(id, ip, port, protocol);
        if (cameras.stream().anyMatch(other -> other.id().equals(id))) {
            throw new IllegalArgumentException("id is " + id + ", which is there already: give another");
        }
        cameras.add(camera);
        return camera;
    }

    /**
     * Adds an interface to the RTMP settings.
     *
     * @param ip the address, {@code *} for all
     * @param port the port
     * @param ssl whether it is RTMPS
     */
    public void addRtmpInterface(String ip, int port, boolean ssl) {
        rtmp.addInterface(ip, port, ssl);
    }

    /**
     * Adds an application to the RTMP settings.
     *
     * @param app the application
     * @param login what publishers must log in with; {@code ""} for nothing
     * @param password the same
     */
    public void addRtmpApp(String app, String login, String password) {
        rtmp.addApp(app, login, password);
    }

    /**
     * What publishers to all other applications must log in with.
     *
     * @param login {@code ""} for nothing, as until set
     * @param password the same
     */
    public void rtmpLogin(String login, String password) {
        rtmp.login(login, password);
    }

    /**
     * What {@code /manage/rist_sender_stats} is answered with: nobody has published what a server says.
     *
     * @param json the answer, an empty object until set
     * @throws IllegalArgumentException if it is no JSON
     */
    public void ristSenders(String json) {
        this.ristSenders = valid(json);
    }

    /**
     * What {@code /manage/rist_receiver_stats} is answered with: nobody has published what a server says.
     *
     * @param json the answer, an empty object until set
     * @throws IllegalArgumentException if it is no JSON
     */
    public void ristReceivers(String json) {
        this.ristReceivers = valid(json);
    }

    /**
     * What {@code /manage/ndi/list} is answered with: nobody has published what a server says.
     *
     * @param json the answer, an empty array until set
     * @throws IllegalArgumentException if it is no JSON
     */
    public void ndiList(String json) {
        this.ndiList = valid(json);
    }

    private static String valid(String json) {
        try {
            JsonReader.read(Objects.requireNonNull(json, "json"));
            return json;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "json is " + e.getMessage() + ": give one value, or let Fault.answer say what is none", e);
        }
    }

    void addTo(Endpoints endpoints) {
        endpoints.on("GET", "/manage/rtmp_settings", asked -> WireReply.json(rtmp.wireText()));
        endpoints.on("GET", "/manage/mpeg2ts_status", asked -> WireReply.json(mpegTsStatus()));
        endpoints.on("GET", "/manage/mpeg2ts_settings", asked -> WireReply.json(mpegTsSettings()));
        endpoints.on("GET", "/manage/srt_sender_stats", asked -> WireReply.json(links("SrtSenders", srtSenders)));
        endpoints.on("GET", "/manage/srt_receiver_stats", asked -> WireReply.json(links("SrtReceivers", srtReceivers)));
        endpoints.on("GET", "/manage/rist_sender_stats", asked -> WireReply.json(ristSenders));
        endpoints.on("GET", "/manage/rist_receiver_stats", asked -> WireReply.json(ristReceivers));
        endpoints.on("GET", "/manage/ndi/list", asked -> WireReply.json(ndiList));
    }

    private static String links(String name, List<FakeSrtLink> links) {
        return list(name, links.stream().map(FakeSrtLink::wireText).collect(toList()));
    }

    private String mpegTsStatus() {
        return list(
                "Cameras", cameras.stream().map(FakeMpegTsCamera::statusText).collect(toList()));
    }

    private String mpegTsSettings() {
        List<String> all = cameras.stream().map(FakeMpegTsCamera::settingsText).collect(toList());
        return new JsonText()
                .member("CamerasHash", Integer.toString(all.size()))
                .raw("Cameras", JsonText.array(all))
                .toString();
    }

    private static String list(String name, List<String> elements) {
        return new JsonText().raw(name, JsonText.array(elements)).toString();
    }
}
