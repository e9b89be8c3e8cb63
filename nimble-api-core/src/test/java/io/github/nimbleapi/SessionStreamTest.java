package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.session.PlaybackSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionStreamTest {
    private static final int MANY = 2_000_000;
    private static final int BATCH = 1000;

    /** What the forked JVM runs: counts the sessions of the server whose address it is given. */
    static final class Counter {
        private Counter() {}

        public static void main(String[] args) {
            try (NimbleClient client = NimbleClient.create(args[0]);
                    Stream<PlaybackSession> sessions = client.sessions().stream()) {
                System.out.println(
                        sessions.filter(session -> session.app().equals("live")).count());
            }
        }
    }

    @Test
    void millionsOfSessionsNeedLittleMemory() throws Exception {
        try (RawPeer peer = RawPeer.playing(connection -> {
            connection.readsRequest();
            writeSessions(connection, MANY);
        })) {
            assertThat(SmallJvm.run(List.of("-Xmx16m"), Counter.class, peer.url()))
                    .isEqualTo("" + MANY);
        }
    }

    @Test
    void aStreamClosedEarlyClosesItsConnection() throws Exception {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write(RawPeer.head("200 OK", 1000) + "[{\"id\":4},{\"id\":5},{\"id\":6},");
                });
                NimbleClient client = peer.client().build()) {
            try (Stream<PlaybackSession> sessions = client.sessions().stream()) {
                assertThat(sessions.limit(2).map(PlaybackSession::id)).containsExactly(4L, 5L);
            }

            assertThat(peer.allConnectionsEndWithin(Duration.ofSeconds(1))).isTrue();
        }
    }

    @Test
    void sessionsAreHandedOutWhileTheListArrives() {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write(
                            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + RawPeer.chunk("[{\"id\":4}"));
                });
                NimbleClient client = peer.client().build();
                Stream<PlaybackSession> sessions = client.sessions().stream()) {
            Iterator<PlaybackSession> iterator = sessions.iterator();

            assertThat(iterator.next().id()).isEqualTo(4);
        }
    }

    @Test
    void aLimitHoldsForAStreamOnlyWhereItIsSet() {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    writeSessions(connection, 10_000);
                });
                NimbleClient client = peer.client().maxResponseBytes(100_000).build();
                Stream<PlaybackSession> sessions = client.sessions().stream()) {
            assertThatThrownBy(() -> sessions.forEach(session -> {}))
                    .isExactlyInstanceOf(NimbleDataException.class)
                    .hasMessageContaining("maxResponseBytes");
        }
    }

    @Test
    void anElementWithoutEndIsGivenUp() throws Exception {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write("HTTP/1.1 200 OK\r\n\r\n[{\"id\":4},{\"id\":5");
                    for (int i = 0; ; i++) {
                        connection.write(",\"x" + i + "\":\"" + "y".repeat(1000) + "\"");
                    }
                });
                NimbleClient client = peer.client().build();
                Stream<PlaybackSession> sessions = client.sessions().stream()) {
            assertThatThrownBy(() -> sessions.forEach(session -> {}))
                    .isExactlyInstanceOf(NimbleDataException.class)
                    .hasMessageContaining("one element is larger than 1048576 bytes");
            assertThat(peer.allConnectionsEndWithin(RawPeer.WHILE_WRITING)).isTrue();
        }
    }

    @Test
    void manyElementsThatAreLeftOutAreNoSuchElement() {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write("HTTP/1.1 200 OK\r\n\r\n[");
                    for (int i = 0; i < 3000; i++) {
                        connection.write("{\"app\":\"" + "y".repeat(1000) + "\"},");
                    }
                    connection.write("{\"id\":4}]");
                    connection.close();
                });
                NimbleClient client = peer.client().build();
                Stream<PlaybackSession> sessions = client.sessions().stream()) {
            assertThat(sessions).hasSize(1);
        }
    }

    @Test
    void aSlowReaderHoldsTheServerBack() throws Exception {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    writeSessions(connection, MANY);
                });
                NimbleClient client = peer.client().build();
                Stream<PlaybackSession> sessions = client.sessions().stream()) {
            sessions.iterator().next();

            assertThat(peer.nextConnection().endsWithin(Duration.ofSeconds(1))).isFalse();
        }
    }

    private static void writeSessions(RawPeer.Connection connection, int count) throws IOException {
        connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + RawPeer.chunk("["));
        for (int from = 0; from < count; from += BATCH) {
            StringBuilder batch = new StringBuilder();
            for (int id = from; id < from + BATCH; id++) {
                batch.append(id == 0 ? "" : ",")
                        .append("{\"id\":")
                        .append(id)
                        .append(",\"app\":\"live\",\"client_ip\":\"");
                batch.append(id >> 8).append("\"}");
            }
            connection.write(RawPeer.chunk(batch.toString()));
        }
        connection.write(RawPeer.chunk("]") + "0\r\n\r\n");
        connection.close();
    }
}
