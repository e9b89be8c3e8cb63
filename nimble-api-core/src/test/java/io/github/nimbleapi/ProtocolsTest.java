package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleRejectedException;
import io.github.nimbleapi.error.NimbleResponseException;
import io.github.nimbleapi.protocol.MpegTsCamera;
import io.github.nimbleapi.protocol.MpegTsCameraStatus;
import io.github.nimbleapi.protocol.RtmpApp;
import io.github.nimbleapi.protocol.RtmpInterface;
import io.github.nimbleapi.protocol.RtmpSettings;
import io.github.nimbleapi.protocol.SourceStream;
import io.github.nimbleapi.protocol.SrtLink;
import io.github.nimbleapi.protocol.SrtStats;
import io.github.nimbleapi.protocol.SrtWindow;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular in answers about protocols. */
class ProtocolsTest {
    private volatile String answer = "";
    private final RawPeer peer = RawPeer.playing(connection -> {
        while (connection.readsRequest()) {
            connection.write(answer);
        }
    });
    private final NimbleClient client =
            peer.client().retryPolicy(RetryPolicy.none()).build();

    @AfterEach
    void close() {
        client.close();
        peer.close();
    }

    @Test
    void aRecordedReceiverIsReadWhole() throws IOException {
        List<SrtLink> links = receivers(Fixture.read("srt_receiver_stats.json").toString());

        assertThat(links)
                .containsExactly(
                        SrtLink.builder()
                                .settingId("6a19632573856944212d14aa")
                                .id("203.0.113.149:59091->0.0.0.0:35002")
                                .state("connected")
                                .retryCount(39)
                                .stats(receiving().build())
                                .build(),
                        SrtLink.builder()
                                .settingId("6a18bf5273856944212d0d70")
                                .id("203.0.113.20:18001")
                                .state("disconnected")
                                .retryCount(11188)
                                .build(),
                        SrtLink.builder()
                                .id("0.0.0.0:9000")
                                .state("disconnected")
                                .build());
        assertThat(links).extracting(SrtLink::isConnected).containsExactly(true, false, false);
        assertThat(links.get(1).stats()).isEmpty();
        assertThat(links.get(2).settingId()).isEmpty();
    }

    private static SrtStats.Builder receiving() {
        return SrtStats.builder()
                .time(Duration.ofMillis(8_858_008))
                .rtt(Duration.ofNanos(9_811_000))
                .window(SrtWindow.builder()
                        .flow(8192)
                        .congestion(8192)
                        .flight(0)
                        .build())
                .linkBandwidth(2444.45)
                .maxBandwidth(24)
                .rate(8.12521)
                .packets(6_615_184)
                .packetsRetransmitted(7870)
                .packetsLost(53_877)
                .packetsDropped(31_116)
                .packetsBelated(6476)
                .naks(1967)
                .bytes(8_996_650_240L)
                .bytesLost(73_272_720)
                .bytesDropped(42_317_760);
    }

    @Test
    void aConnectedSenderIsReadWhole() throws IOException {
        answer = RawPeer.ok(Fixture.read("srt_sender_stats_connected.json").toString());

        SrtLink sender = client.protocols().srtSenders().get(0);
        SrtStats stats = sender.stats().orElseThrow();
        assertThat(sender.streamId()).isEqualTo("#!::r=live/one,m=publish");
        assertThat(sender.sourceStreams())
                .containsExactly(
                        SourceStream.builder().app("live").stream("one").build());
        assertThat(stats.time()).isEqualTo(Duration.ofMinutes(1));
        assertThat(stats.window().map(SrtWindow::flight)).contains(3L);
        assertThat(stats.bytes()).isEqualTo(32_892_201_120L);
        assertThat(stats.bytesRetransmitted()).isEqualTo(2632);
        assertThat(stats.naks()).isEqualTo(4);
        assertThat(stats.rate()).isEqualTo(5.5);
        assertThat(stats.extraMembers()).isEmpty();
    }

    @Test
    void packetsOfASenderAreReadUnderTheNamesThatAreToBeExpected() {
        answer = RawPeer.ok("{\"SrtSenders\":[{\"stats\":{\"send\":{\"packetsSent\":1,\"packetsRetransmitted\":2}}}]}");

        SrtStats stats = client.protocols().srtSenders().get(0).stats().orElseThrow();
        assertThat(stats.packets()).isEqualTo(1);
        assertThat(stats.packetsRetransmitted()).isEqualTo(2);
    }

    @Test
    void numbersMayBeText() {
        SrtStats stats = receivers("[{\"retryCount\":\"3\",\"stats\":{\"time\":\"1500\",\"link\":{\"rtt\":\"0.5\"},"
                        + "\"recv\":{\"bytesReceived\":\"32892201120\",\"mbpsRate\":\"8\"}}}]")
                .get(0)
                .stats()
                .orElseThrow();
        assertThat(stats.time()).isEqualTo(Duration.ofMillis(1500));
        assertThat(stats.rtt()).isEqualTo(Duration.ofNanos(500_000));
        assertThat(stats.bytes()).isEqualTo(32_892_201_120L);
        assertThat(stats.rate()).isEqualTo(8);
        assertThat(stats.window()).isEmpty();
    }

    @Test
    void whatIsUnknownInStatisticsIsNamedByItsPlace() {
        SrtLink link = receivers("[{\"new\":1,\"stats\":{\"mss\":1500,\"link\":{\"jitter\":2},\"window\":{\"x\":3},"
                        + "\"recv\":{\"fec\":{\"a\":4}},\"send\":{\"bytesSent\":5}}}]")
                .get(0);
        SrtStats stats = link.stats().orElseThrow();
        assertThat(link.extraMembers()).isEqualTo(Map.of("new", "1"));
        assertThat(stats.extraMembers())
                .isEqualTo(Map.of(
                        "mss", "1500", "link.jitter", "2", "recv.fec", "{\"a\":4}", "send", "{\"bytesSent\":5}"));
        assertThat(stats.window().orElseThrow().extraMembers()).isEqualTo(Map.of("x", "3"));
        assertThat(stats.bytes()).isZero();
    }

    @Test
    void anEmptySettingIsNone() {
        assertThat(SrtLink.builder().settingId("").build())
                .isEqualTo(SrtLink.builder().build());
    }

    @ParameterizedTest
    @CsvSource({
        "connected, true",
        "Connected, true",
        "' CONNECTED ', true",
        "disconnected, false",
        "connecting, false",
        "'', false"
    })
    void aLinkIsConnectedIfItsStateSaysSo(String state, boolean expected) {
        assertThat(SrtLink.builder().state(state).build().isConnected()).isEqualTo(expected);
    }

    @Test
    void allSocketsOfASettingAreFound() {
        String links = "{\"SrtReceivers\":[{\"setting_id\":\"a\",\"id\":\"1\"},{\"id\":\"2\"},{\"setting_id\":\"b\","
                + "\"id\":\"3\"},{\"setting_id\":\"a\",\"id\":\"4\"},{\"setting_id\":\"\"},{\"setting_id\":7}]}";
        answer = RawPeer.ok(links);
        assertThat(client.protocols().srtReceivers("a")).extracting(SrtLink::id).containsExactly("1", "4");
        assertThat(client.protocols().srtReceivers("7")).hasSize(1);
        assertThat(client.protocols().srtReceiversAsync("c").join()).isEmpty();
        assertThat(client.protocols().srtReceivers())
                .extracting(SrtLink::settingId)
                .filteredOn(Optional::isEmpty)
                .hasSize(2);

        answer = RawPeer.ok(links.replace("Receivers", "Senders"));
        assertThat(client.protocols().srtSenders("a")).hasSize(2);
        assertThat(client.protocols().srtSendersAsync("b").join()).hasSize(1);
    }

    @Test
    @SuppressWarnings("NullAway")
    void aBlankSettingIsRefusedAtOnce() {
        for (String blank : new String[] {"", " "}) {
            assertRefused(() -> client.protocols().srtReceivers(blank));
            assertRefused(() -> client.protocols().srtReceiversAsync(blank));
            assertRefused(() -> client.protocols().srtSenders(blank));
            assertRefused(() -> client.protocols().srtSendersAsync(blank));
        }
        assertThatThrownBy(() -> client.protocols().srtSendersAsync(null))
                .isExactlyInstanceOf(NullPointerException.class)
                .hasMessage("settingId");
        assertThat(peer.requests()).isEmpty();
    }

    private static void assertRefused(Runnable call) {
        assertThatThrownBy(call::run)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("settingId is blank: give ");
    }

    @Test
    void oneBadElementDoesNotLoseTheList() {
        try (LogRecords log = new LogRecords()) {
            assertThat(receivers("{\"SrtReceivers\":[7,{\"id\":\"1\"},null,[],{\"id\":\"2\",\"stats\":\"s3cret\"}]}"))
                    .extracting(SrtLink::id)
                    .containsExactly("1", "2");
            assertThat(log.texts())
                    .anyMatch(text -> text.contains("skipped"))
                    .noneMatch(text -> text.contains("s3cret"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "", "{\"SrtReceivers\":[]}", "{\"SrtReceivers\":null}"})
    void aServerWithoutReceiversHasNone(String body) {
        assertThat(receivers(body)).isEmpty();
    }

    @Test
    void aListOfAnotherNameIsNoEmptyOne() throws Exception {
        answer = RawPeer.ok("{\"SrtSenders\":[]}");
        BothWays.fail(
                NimbleDataException.class,
                () -> client.protocols().srtReceivers(),
                client.protocols().srtReceiversAsync());
        BothWays.fail(
                NimbleDataException.class,
                () -> client.protocols().mpegTsStatus(),
                client.protocols().mpegTsStatusAsync());
    }

    @Test
    void incomingMpegTsStreamsAreRead() throws IOException {
        answer = RawPeer.ok(
                "{\"Cameras\":[{\"id\":\"1\",\"st\":\"online\",\"tr\":\"0\",\"bw\":\"2500000\",\"pmts\":[1]}]}");
        assertThat(client.protocols().mpegTsStatus())
                .containsExactly(MpegTsCameraStatus.builder()
                        .id("1")
                        .state("online")
                        .bandwidth(2_500_000)
                        .extraMembers(Map.of("tr", "0", "pmts", "[1]"))
                        .build());

        answer = RawPeer.ok(Fixture.read("mpeg2ts_settings.json").toString());
        assertThat(client.protocols().mpegTsSettings().hash()).isEqualTo("1623888659745");
        assertThat(client.protocols().mpegTsSettings().cameras())
                .containsExactly(MpegTsCamera.builder()
                        .id("60cabad9")
                        .ip("192.168.0.1")
                        .port(3131)
                        .protocol("udp")
                        .build());
    }

    @Test
    void rtmpSettingsAreReadWithOrWithoutTheirWrapper() throws IOException {
        RtmpSettings expected = RtmpSettings.builder()
                .hash("1623888659745")
                .interfaces(List.of(
                        RtmpInterface.builder().ip("*").port(1935).build(),
                        RtmpInterface.builder()
                                .ip("192.0.2.14")
                                .port(1936)
                                .ssl(true)
                                .build()))
                .login("publisher")
                .password("s3cret-server")
                .chunkDuration(Duration.ofSeconds(6))
                .chunkCount(4)
                .dashTemplate("TIME")
                .protocols(List.of("HLS", "DASH"))
                .apps(List.of(
                        RtmpApp.builder().app("live").build(),
                        RtmpApp.builder()
                                .app("studio")
                                .login("ann")
                                .password("s3cret-app")
                                .extraMembers(Map.of("chunk_count", "3"))
                                .build()))
                .extraMembers(Map.of("abr", "[]"))
                .build();
        answer = RawPeer.ok(Fixture.read("rtmp_settings.json").toString());
        assertThat(client.protocols().rtmpSettings()).isEqualTo(expected);
        answer = RawPeer.ok(
                Fixture.read("rtmp_settings.json").path("RtmpSettings").toString());
        assertThat(client.protocols().rtmpSettings()).isEqualTo(expected);
    }

    @Test
    void noTextShowsACredential() {
        Map<String, String> extra = Map.of("push_password", "s3cret");
        RtmpApp app = RtmpApp.builder()
                .app("live")
                .login("s3cret")
                .password("s3cret")
                .extraMembers(extra)
                .build();
        RtmpSettings settings = RtmpSettings.builder()
                .login("s3cret")
                .password("s3cret")
                .apps(List.of(app))
                .interfaces(List.of(RtmpInterface.builder()
                        .ip("*")
                        .port(1935)
                        .extraMembers(extra)
                        .build()))
                .extraMembers(extra)
                .build();
        SrtLink link =
                SrtLink.builder().id("1").streamId("s3cret").extraMembers(extra).build();
        assertThat(Stream.of(app, settings, link, RtmpSettings.builder().login("s3cret")))
                .extracting(Object::toString)
                .noneMatch(text -> text.contains("s3cret"));
        assertThat(settings).hasToString("RtmpSettings[[RtmpInterface[*:1935]], 1 applications]");
    }

    static Stream<String> refusedSettings() {
        String settings =
                "\"RtmpSettings\":{\"login\":\"s3cret\",\"password\":\"s3c\\\"s3cret\",\"apps\":[{\"app\":\"live\","
                        + "\"password\":\"s3cret\"}]}";
        return Stream.of(
                RawPeer.ok("{\"status\":\"Error\"," + settings + "}"),
                RawPeer.ok("{\"status\":\"NotFound\"," + settings + "}"),
                RawPeer.ok("{" + settings),
                RawPeer.ok("[{" + settings + "}]"),
                RawPeer.ok("{\"RtmpSettings\":{\"password\":\"s3cret"),
                RawPeer.ok("{\"RtmpSettings\":{\"password\":s3cret}}"),
                RawPeer.answer("500 Oops", "{" + settings + "}"),
                RawPeer.answer("404 Not found", "{" + settings + "}"),
                RawPeer.answer("403 Forbidden", " ".repeat(8180) + "{\"password\":\"s3cret\"}"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("refusedSettings")
    void noFailureTellsAPassword(String refusal) throws Exception {
        answer = refusal;
        Throwable failure = BothWays.failure(client.protocols().rtmpSettingsAsync());

        assertThat(LogRecords.stackTrace(failure))
                .contains("/manage/rtmp_settings")
                .doesNotContain("s3c");
        if (failure instanceof NimbleResponseException) {
            assertThat(((NimbleResponseException) failure).reply().bodyText()).doesNotContain("s3c");
        }
    }

    @Test
    void protocolsThatAreNoListAreNone() {
        answer = RawPeer.ok("{\"RtmpSettings\":{\"protocols\":{\"hls\":true,\"dash\":false}}}");

        assertThat(client.protocols().rtmpSettings().protocols()).isEmpty();
    }

    @Test
    void noDurationIsNegative() {
        answer = RawPeer.ok("{\"duration\":-1}");
        assertThat(client.protocols().rtmpSettings().chunkDuration()).isZero();

        assertThat(receivers("[{\"stats\":{\"time\":\"-1\",\"link\":{\"rtt\":-0.5}}}]")
                        .get(0)
                        .stats())
                .hasValue(SrtStats.builder().build());
    }

    static Stream<Arguments> answersThatMayHoldSecrets() {
        return Stream.<Function<NimbleClient, CompletableFuture<?>>>of(
                        n -> n.protocols().srtSendersAsync(),
                        n -> n.protocols().srtReceiversAsync(),
                        n -> n.protocols().srtReceiversAsync("6a19632573856944212d14aa"),
                        n -> n.protocols().ristSendersAsync(),
                        n -> n.protocols().ristReceiversAsync(),
                        n -> n.protocols().ndiListAsync(),
                        n -> n.protocols().mpegTsStatusAsync(),
                        n -> n.protocols().mpegTsSettingsAsync(),
                        n -> n.liveStreams().listAsync())
                .flatMap(call -> Stream.of(
                                RawPeer.ok("{\"status\":\"Error\",\"list\":[{\"streamid\":\"s3cret\"}]}"),
                                RawPeer.ok("[{\"source_url\":s3cret}]"),
                                RawPeer.answer("500 Oops", "[{\"source_url\":\"rtmp://u:s3cret@h/live\"}]"))
                        .map(refusal -> arguments(refusal, call)));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("answersThatMayHoldSecrets")
    void noFailureTellsAStreamIdOrTheAddressOfASource(String refusal, Function<NimbleClient, CompletableFuture<?>> call)
            throws Exception {
        answer = refusal;
        Throwable failure = BothWays.failure(call.apply(client));

        assertThat(LogRecords.stackTrace(failure)).contains("/manage/").doesNotContain("s3cret");
        if (failure instanceof NimbleResponseException) {
            assertThat(((NimbleResponseException) failure).reply().bodyText()).doesNotContain("s3cret");
        }
    }

    @Test
    void aDocumentHasAnyShape() {
        answer = RawPeer.ok("{\"RistSenders\":[{\"id\":\"7\",\"rtt\":1.50}]}");
        assertThat(client.protocols()
                        .ristSenders()
                        .get("RistSenders")
                        .get(0)
                        .get("rtt")
                        .text())
                .isEqualTo("1.50");
        assertThat(client.protocols().ristReceivers())
                .isEqualTo(client.protocols().ristSenders());
        answer = RawPeer.ok("\ufeff[{\"name\":\"one\"}]");
        assertThat(client.protocols().ndiList().get(0).get("name").text()).isEqualTo("one");
        answer = RawPeer.ok("\"none\"");
        assertThat(client.protocols().ndiList().text()).isEqualTo("none");
        answer = RawPeer.ok("7");
        assertThat(client.protocols().ristSendersAsync().join().whole()).isEqualTo(7);
        answer = RawPeer.ok("[".repeat(1000) + "]".repeat(1000));
        assertThat(client.protocols().ndiList().get(0).isArray()).isTrue();
        for (String nothing : List.of("", "  \n", "null")) {
            answer = RawPeer.ok(nothing);
            assertThat(client.protocols().ristReceiversAsync().join().isMissing())
                    .isTrue();
        }
        answer = "HTTP/1.1 204 No Content\r\n\r\n";
        assertThat(client.protocols().ndiListAsync().join().isMissing()).isTrue();
    }

    @Test
    void whatIsNoDocumentFails() throws Exception {
        for (String body : List.of("<html></html>", "[1", "{}{}", "[".repeat(1001))) {
            answer = RawPeer.ok(body);
            BothWays.fail(
                    NimbleDataException.class,
                    () -> client.protocols().ndiList(),
                    client.protocols().ndiListAsync());
        }
        answer = RawPeer.ok("{\"status\":\"Error\"}");
        BothWays.fail(
                NimbleRejectedException.class,
                () -> client.protocols().ristSenders(),
                client.protocols().ristSendersAsync());
    }

    @Test
    void sourceStreamsAreThoseOfSenders() {
        assertThat(receivers("[{\"source_streams\":[{\"app\":\"a\",\"stream\":\"b\",\"x\":1},7]}]")
                        .get(0)
                        .sourceStreams())
                .extracting(SourceStream::app, SourceStream::stream, SourceStream::extraMembers)
                .containsExactly(tuple("a", "b", Map.of("x", "1")));
    }

    private List<SrtLink> receivers(String body) {
        answer = RawPeer.ok(body);
        return client.protocols().srtReceivers();
    }
}
