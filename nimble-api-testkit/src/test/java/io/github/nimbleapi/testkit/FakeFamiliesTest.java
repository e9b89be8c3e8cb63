package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.icecast.IcecastStreamInfo;
import io.github.nimbleapi.publish.PublishControl;
import io.github.nimbleapi.publish.Publisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The state behind the smaller families of a fake, and what it makes of requests that no client of ours sends. */
class FakeFamiliesTest {
    @NimbleServer
    FakeNimble fake;

    @Test
    void anIcecastStreamTellsAllOfItself() {
        IcecastStreamInfo info = IcecastStreamInfo.builder()
                .name("Radio \"Jazz\"")
                .genre("jazz")
                .bitrate(320)
                .title("So What")
                .url("http://a/b?c&d")
                .build();
        fake.icecast().put("radio", "jazz", info);
        assertThat(fake.newClient().icecast().streamInfo("radio", "jazz")).contains(info);
        assertThat(fake.icecast().info("radio", "jazz")).contains(info);
        assertThat(fake.icecast().info("jazz", "radio")).isEmpty();
    }

    @Test
    void metadataThatIsNoTextIsRefused() {
        fake.icecast()
                .put(
                        "radio",
                        "jazz",
                        IcecastStreamInfo.builder().title("So What").build());
        for (String body :
                new String[] {"{}", "[]", "{\"streamtitle\":1}", "{\"streamtitle\":\"x\",\"streamurl\":1}"}) {
            assertThat(post("/manage/icecast_metadata/radio/jazz", body)).isEqualTo("{\"status\":\"Error\"}");
        }
        assertThat(fake.icecast().info("radio", "jazz").orElseThrow().title()).isEqualTo("So What");
    }

    @Test
    void theDeniedAreRemembered() {
        NimbleClient nimble = fake.newClient();
        Publisher ann = Publisher.builder().id("ann").app("live").stream("one").build();
        fake.publishControl().add(ann);
        nimble.publishControl().deny("ann", "bob");
        assertThat(fake.publishControl().publishers()).isEmpty();
        fake.publishControl().add(ann);
        assertThat(nimble.publishControl().list()).containsExactly(ann);
        nimble.publishControl().deny("ann");
        assertThat(fake.publishControl().denied()).containsExactly("ann", "bob", "ann");
    }

    @Test
    void theLatestDenialsAreRemembered() {
        PublishControl control = fake.newClient().publishControl();
        control.deny("first");
        control.deny(IntStream.range(0, 10_000).mapToObj(Integer::toString).toArray(String[]::new));
        assertThat(fake.publishControl().denied())
                .hasSize(10_000)
                .startsWith("0")
                .endsWith("9999");
    }

    @Test
    void aDenialThatIsNoListOfIdsDeniesNobody() {
        fake.publishControl().add(Publisher.builder().id("7").build());
        for (String body : new String[] {
            "[\"7\"]", "{}", "{\"PublishControlDenyRequest\":\"7\"}", "{\"PublishControlDenyRequest\":[7,\"7\"]}"
        }) {
            assertThat(post("/manage/publish_control/deny", body))
                    .isEqualTo("{\"PublishControlDenyResponse\":{\"status\":\"fail\"}}");
        }
        assertThat(fake.publishControl().publishers()).hasSize(1);
        assertThat(fake.publishControl().denied()).isEmpty();
    }

    @Test
    void urlsMayShareAKey() {
        NimbleClient nimble = fake.newClient();
        fake.dataCache().put("http://a/1", "k", "old");
        fake.dataCache().put("http://a/2", "k", "new");
        assertThat(nimble.dataCache().key("http://a/1")).contains("k");
        assertThat(nimble.dataCache().wouldEvict("k")).containsExactly("new");
        assertThat(fake.dataCache().holds("k")).isTrue();
        nimble.dataCache().evict("k");
        assertThat(fake.dataCache().holds("k")).isFalse();
        assertThat(nimble.dataCache().key("http://a/2")).isEmpty();
        assertThat(post("/manage/data_cache/delete", "[]")).isEqualTo("{\"status\":\"NotFound\"}");
    }

    @Test
    void markersAreKeptPerStream() {
        NimbleClient nimble = fake.newClient();
        fake.addStream("live", "one");
        fake.addStream("live", "two");
        nimble.scte35().out("live", "one", Duration.ofSeconds(30), 7);
        nimble.scte35().in("live", "two");
        assertThat(fake.scte35().markers("live", "one"))
                .singleElement()
                .hasToString("out live/one {duration=30, unique_program_id=7}");
        assertThat(fake.scte35().markers("live", "two"))
                .extracting(FakeMarker::kind)
                .containsExactly("in");
        assertThat(fake.scte35().markers("two", "live")).isEmpty();
        assertThat(fake.scte35().markers()).hasSize(2);
    }

    @Test
    void theLatestMarkersAreKept() throws IOException {
        fake.addStream("live", "one");
        fake.newClient().scte35().in("live", "one");
        String out = "POST /manage/advertizer/scte35_out/live/one HTTP/1.1\r\nContent-Length: 0\r\n";
        String requests = (out + "\r\n").repeat(9_999) + out + "Connection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fake.port())) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(socket, requests));
            socket.getInputStream().readAllBytes();
            sent.join();
        }
        assertThat(fake.scte35().markers())
                .hasSize(10_000)
                .extracting(FakeMarker::kind)
                .containsOnly("out");
        assertThat(fake.scte35().markers("live", "one")).hasSize(10_000);
    }

    private static void send(Socket socket, String requests) {
        try {
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatAMarkerSaysInItsBodyIsNotHeard() {
        fake.addStream("live", "one");
        post("/manage/advertizer/scte35_out/live/one?seg_type=1", "{\"duration\":30}");
        assertThat(fake.scte35().markers())
                .singleElement()
                .satisfies(marker -> assertThat(marker.parameters()).isEmpty());
    }

    @Test
    void aStreamThatEndedHasNoMoreMarkers() {
        fake.addStream("live", "one");
        fake.endStream("live", "one");
        assertThat(post("/manage/advertizer/scte35_in/live/one", "")).isEqualTo("{\"status\":\"NotFound\"}");
        assertThat(fake.scte35().markers()).isEmpty();
    }

    private String post(String path, String body) {
        NimbleClient nimble = fake.newClient();
        return (body.isEmpty() ? nimble.raw().post(path) : nimble.raw().post(path, body)).bodyText();
    }
}
