package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.nimbleapi.protocol.MpegTsCameraStatus;
import io.github.nimbleapi.protocol.Protocols;
import io.github.nimbleapi.protocol.RtmpApp;
import io.github.nimbleapi.protocol.SourceStream;
import io.github.nimbleapi.protocol.SrtLink;
import io.github.nimbleapi.protocol.SrtStats;
import io.github.nimbleapi.protocol.SrtWindow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeProtocolsTest {
    private static void setAll(FakeSrtLink.Settings settings) {
        settings.settingId("6a18")
                .id("203.0.113.30:17801")
                .retryCount(3)
                .streamId("#!::r=a\"b")
                .sourceStream("live", "one")
                .time(Duration.ofSeconds(5))
                .rtt(Duration.ofNanos(9_811_000))
                .linkBandwidth(2444.45)
                .rate(8.125)
                .bytes(8_996_650_240L)
                .packets(4)
                .packetsLost(5)
                .packetsDropped(6)
                .packetsRetransmitted(7);
    }

    private static SrtLink.Builder expected() {
        return SrtLink.builder()
                .settingId("6a18")
                .id("203.0.113.30:17801")
                .state("connected")
                .retryCount(3)
                .streamId("#!::r=a\"b")
                .stats(SrtStats.builder()
                        .time(Duration.ofSeconds(5))
                        .rtt(Duration.ofNanos(9_811_000))
                        .window(SrtWindow.builder().flow(8192).congestion(8192).build())
                        .linkBandwidth(2444.45)
                        .maxBandwidth(24)
                        .rate(8.125)
                        .bytes(8_996_650_240L)
                        .packets(4)
                        .packetsLost(5)
                        .packetsDropped(6)
                        .packetsRetransmitted(7)
                        .build());
    }

    @Test
    void anSrtLinkIsListedAsItWasAdded(@NimbleServer FakeNimble fake) {
        Protocols protocols = fake.newClient().protocols();
        fake.protocols().addSrtSender(FakeProtocolsTest::setAll);
        fake.protocols().addSrtReceiver(FakeProtocolsTest::setAll);

        assertThat(protocols.srtSenders())
                .containsExactly(expected()
                        .sourceStreams(List.of(
                                SourceStream.builder().app("live").stream("one").build()))
                        .build());
        assertThat(protocols.srtReceivers()).containsExactly(expected().build());
    }

    @Test
    void anSrtLinkKeepsItsSettingWhenItReconnects(@NimbleServer FakeNimble fake) {
        Protocols protocols = fake.newClient().protocols();
        FakeSrtLink link = fake.protocols().addSrtReceiver(s -> s.bytes(7).packetsLost(1));
        fake.protocols().addSrtReceiver(s -> s.connected(false));
        assertThat(link.settingId())
                .hasSize(24)
                .isNotEqualTo(protocols.srtReceivers().get(1).settingId().orElseThrow());
        String id = protocols.srtReceivers().get(0).id();

        link.disconnect();
        assertThat(protocols.srtReceivers(link.settingId()).get(0).stats()).isEmpty();

        link.reconnect("127.0.0.1:50007->0.0.0.0:35002");
        SrtLink again = protocols.srtReceivers(link.settingId()).get(0);
        assertThat(again.id()).isNotEqualTo(id).isEqualTo("127.0.0.1:50007->0.0.0.0:35002");
        assertThat(again.retryCount()).isEqualTo(1);
        assertThat(again.stats().map(SrtStats::bytes)).contains(0L);

        link.update(s -> s.bytes(8));
        assertThat(protocols.srtReceivers(link.settingId()).get(0).stats().map(SrtStats::bytes))
                .contains(8L);
        fake.protocols().removeSrtLink(link);
        assertThat(protocols.srtReceivers()).hasSize(1);
    }

    @Test
    void anOlderBuildTellsNoSetting(@NimbleServer FakeNimble fake) {
        fake.protocols().addSrtSender(s -> s.settingId(""));
        assertThat(fake.newClient().protocols().srtSenders().get(0).settingId()).isEmpty();
    }

    @Test
    void aCameraGoesOnlineAndOffline(@NimbleServer FakeNimble fake) {
        Protocols protocols = fake.newClient().protocols();
        String before = protocols.mpegTsSettings().hash();
        FakeMpegTsCamera camera = fake.protocols().addMpegTsCamera("1", "192.0.2.1", 3131, "udp");
        assertThat(protocols.mpegTsSettings().hash()).isNotEqualTo(before);
        assertThat(protocols.mpegTsStatus())
                .extracting(MpegTsCameraStatus::state)
                .containsExactly("offline");

        camera.goOnline(2_500_000);
        assertThat(protocols.mpegTsStatus().get(0).state()).isEqualTo("online");
        assertThat(protocols.mpegTsStatus().get(0).bandwidth()).isEqualTo(2_500_000);
        camera.goOffline();
        assertThat(protocols.mpegTsStatus().get(0).state()).isEqualTo("offline");
        assertThat(protocols.mpegTsStatus().get(0).bandwidth()).isZero();
    }

    @Test
    void rtmpSettingsChangeTheirHash(@NimbleServer FakeNimble fake) {
        Protocols protocols = fake.newClient().protocols();
        String before = protocols.rtmpSettings().hash();
        fake.protocols().rtmpLogin("ann", "s3cret");
        fake.protocols().addRtmpApp("live", "", "");
        assertThat(protocols.rtmpSettings().hash()).isNotEqualTo(before);
        assertThat(protocols.rtmpSettings().login()).isEqualTo("ann");
        assertThat(protocols.rtmpSettings().password().equals("s3cret")).isTrue();
        assertThat(protocols.rtmpSettings().apps()).extracting(RtmpApp::app).containsExactly("live");
    }

    @Test
    void withoutADocumentThereIsAnEmptyOne(@NimbleServer FakeNimble fake) {
        Protocols protocols = fake.newClient().protocols();
        assertThat(protocols.ristSenders().isObject()).isTrue();
        assertThat(protocols.ristReceivers().isObject()).isTrue();
        assertThat(protocols.ndiList().isArray()).isTrue();
    }

    @Test
    void wrongUseIsNamed(@NimbleServer FakeNimble fake) {
        FakeProtocols protocols = fake.protocols();
        protocols.addMpegTsCamera("7", "192.0.2.1", 3131, "udp");
        FakeSrtLink removed = protocols.addSrtSender(s -> s.settingId("6a18"));
        protocols.removeSrtLink(removed);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> protocols.addMpegTsCamera("7", "192.0.2.2", 1, "udp"))
                .withMessageStartingWith("id is 7,");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> protocols.removeSrtLink(removed))
                .withMessageStartingWith("link is FakeSrtLink[6a18,");
        for (double wrong : new double[] {-0.5, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> protocols.addSrtSender(s -> s.rate(wrong)))
                    .withMessageStartingWith("rate is " + wrong);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> protocols.addSrtSender(s -> s.linkBandwidth(wrong)))
                    .withMessageStartingWith("linkBandwidth is " + wrong);
        }
        for (String wrong : new String[] {"", "{", "[1]]"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> protocols.ristSenders(wrong))
                    .withMessageStartingWith("json is no JSON at character ");
            assertThatIllegalArgumentException().isThrownBy(() -> protocols.ristReceivers(wrong));
            assertThatIllegalArgumentException().isThrownBy(() -> protocols.ndiList(wrong));
        }
        assertThat(fake.newClient().protocols().srtSenders()).isEmpty();
    }
}
