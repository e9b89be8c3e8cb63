package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A port is read in one way, whatever it is the port of. */
class PortsTest {
    private volatile String answer = "";
    private final RawPeer peer = RawPeer.playing(connection -> {
        while (connection.readsRequest()) {
            connection.write(RawPeer.ok(answer));
        }
    });
    private final NimbleClient client =
            peer.client().retryPolicy(RetryPolicy.none()).build();

    @AfterEach
    void close() {
        client.close();
        peer.close();
    }

    @ParameterizedTest
    @CsvSource({"1935, 1935", "'\"1935\"', 1935", "65535, 65535", "65536, 0", "-1, 0", "99999999999, 0", "'\"x\"', 0"})
    void whatIsNoPortIsNone(String written, int read) {
        answer = "{\"interfaces\":[{\"port\":" + written + "}]}";
        assertThat(client.protocols().rtmpSettings().interfaces().get(0).port()).isEqualTo(read);

        answer = "{\"Cameras\":[{\"port\":" + written + "}]}";
        assertThat(client.protocols().mpegTsSettings().cameras().get(0).port()).isEqualTo(read);

        answer = "[{\"app\":\"live\",\"streams\":[{\"publisher_port\":" + written + "}]}]";
        assertThat(client.liveStreams().list().get(0).publisherPort()).isEqualTo(read);

        answer = "[{\"dest_port\":" + written + "}]";
        assertThat(client.republishing().stats().get(0).destinationPort()).isEqualTo(read);
        assertThat(client.republishing().rules().get(0).destinationPort()).isEqualTo(read);
    }
}
