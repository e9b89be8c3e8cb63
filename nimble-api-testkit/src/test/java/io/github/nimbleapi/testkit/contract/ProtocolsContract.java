package io.github.nimbleapi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.protocol.MpegTsCamera;
import io.github.nimbleapi.protocol.MpegTsCameraStatus;
import io.github.nimbleapi.protocol.Protocols;
import io.github.nimbleapi.protocol.RtmpApp;
import io.github.nimbleapi.protocol.RtmpInterface;
import io.github.nimbleapi.protocol.RtmpSettings;
import io.github.nimbleapi.protocol.SrtLink;
import io.github.nimbleapi.protocol.SrtStats;
import io.github.nimbleapi.raw.JsonDocument;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server tells of its protocols. */
abstract class ProtocolsContract extends Contract {
    private static final String SETTING = "6a19632573856944212d14aa";
    private static final long BEYOND_INT = 32_892_201_120L;

    private final Protocols protocols;

    ProtocolsContract(TestServer.Starter starter) {
        super(starter);
        protocols = nimble.protocols();
    }

    @Test
    void aFreshServerHasNothing() {
        assertThat(protocols.srtSenders()).isEmpty();
        assertThat(protocols.srtReceivers()).isEmpty();
        assertThat(protocols.mpegTsStatus()).isEmpty();
        assertThat(protocols.mpegTsSettings().cameras()).isEmpty();
        assertThat(protocols.rtmpSettings().apps()).isEmpty();
        assertThat(protocols.rtmpSettings().interfaces()).isEmpty();
    }

    @Test
    void srtReceiversAreListedAndFoundByTheirSetting() {
        server.addSrt(true, SETTING, "203.0.113.1:59091->0.0.0.0:35002", BEYOND_INT);
        server.addSrt(true, SETTING, "203.0.113.2:59092->0.0.0.0:35002", 1);
        server.addIdleSrt(true, "0.0.0.0:9000");

        assertThat(protocols.srtReceivers()).hasSize(3);
        assertThat(protocols.srtReceiversAsync().join()).hasSize(3);
        assertThat(protocols.srtReceivers(SETTING)).hasSize(2);
        assertThat(protocols.srtReceiversAsync("6a18").join()).isEmpty();
        assertConnected(protocols.srtReceivers().get(0));
        SrtLink idle = protocols.srtReceivers().get(2);
        assertThat(idle.isConnected()).isFalse();
        assertThat(idle.stats()).isEmpty();
        assertThat(idle.settingId()).isEmpty();
    }

    private static void assertConnected(SrtLink link) {
        assertThat(link.isConnected()).isTrue();
        assertThat(link.settingId()).contains(SETTING);
        SrtStats stats = link.stats().orElseThrow();
        assertThat(stats.bytes()).isEqualTo(BEYOND_INT);
        assertThat(stats.time()).isEqualTo(Duration.ofMinutes(1));
        assertThat(stats.rtt()).isEqualTo(Duration.ofNanos(10_500_000));
        assertThat(stats.rate()).isEqualTo(5.5);
    }

    @Test
    void srtSendersAreListedAndFoundByTheirSetting() {
        server.addIdleSrt(false, "203.0.113.30:17801");
        server.addSrt(false, SETTING, "203.0.113.31:17801", BEYOND_INT);

        assertThat(protocols.srtSenders())
                .extracting(SrtLink::id)
                .containsExactly("203.0.113.30:17801", "203.0.113.31:17801");
        assertThat(protocols.srtSendersAsync().join()).hasSize(2);
        assertConnected(protocols.srtSenders(SETTING).get(0));
        assertThat(protocols.srtSendersAsync("6a18").join()).isEmpty();
        assertThat(protocols.srtReceivers()).isEmpty();
    }

    @Test
    void incomingMpegTsStreamsAreListed() {
        server.addCamera("60cabad9", "192.0.2.1", 3131, 2_500_000);

        for (List<MpegTsCameraStatus> status :
                List.of(protocols.mpegTsStatus(), protocols.mpegTsStatusAsync().join())) {
            assertThat(status).extracting(MpegTsCameraStatus::id).containsExactly("60cabad9");
            assertThat(status.get(0).state()).isEqualTo("online");
            assertThat(status.get(0).bandwidth()).isEqualTo(2_500_000);
        }
    }

    @Test
    void incomingMpegTsStreamsHaveSettings() {
        server.addCamera("60cabad9", "192.0.2.1", 3131, 2_500_000);

        assertThat(protocols.mpegTsSettings().hash()).isNotEmpty();
        assertThat(protocols.mpegTsSettingsAsync().join().cameras())
                .containsExactly(MpegTsCamera.builder()
                        .id("60cabad9")
                        .ip("192.0.2.1")
                        .port(3131)
                        .protocol("udp")
                        .build());
    }

    @Test
    void rtmpSettingsTellInterfacesAndApps() {
        server.addRtmpInterface("*", 1935, false);
        server.addRtmpInterface("192.0.2.1", 1936, true);
        server.addRtmpApp("studio", "ann", "s3cret");

        for (RtmpSettings settings :
                List.of(protocols.rtmpSettings(), protocols.rtmpSettingsAsync().join())) {
            assertThat(settings.interfaces())
                    .containsExactly(
                            RtmpInterface.builder().ip("*").port(1935).build(),
                            RtmpInterface.builder()
                                    .ip("192.0.2.1")
                                    .port(1936)
                                    .ssl(true)
                                    .build());
            assertThat(settings.apps())
                    .containsExactly(RtmpApp.builder()
                            .app("studio")
                            .login("ann")
                            .password("s3cret")
                            .build());
            assertThat(settings.chunkDuration()).isGreaterThanOrEqualTo(Duration.ofSeconds(6));
        }
    }

    @Test
    void ristAndNdiAreToldAsTheyAre() {
        server.document("rist_sender_stats", "{\"RistSenders\":[{\"id\":\"7\"}]}");
        server.document("rist_receiver_stats", "[1.50]");
        server.document("ndi/list", "[{\"name\":\"one\"},null]");

        assertThat(protocols.ristSenders().get("RistSenders").get(0).get("id").whole())
                .isEqualTo(7);
        assertThat(protocols.ristSendersAsync().join()).isEqualTo(protocols.ristSenders());
        assertThat(protocols.ristReceivers()).isEqualTo(JsonDocument.parse("[1.50]"));
        assertThat(protocols.ristReceiversAsync().join().get(0).text()).isEqualTo("1.50");
        assertThat(protocols.ndiList().elements()).hasSize(2);
        assertThat(protocols.ndiListAsync().join().get(0).get("name").text()).isEqualTo("one");
    }
}
