package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nimbleapi.error.NimbleTimeoutException;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Peers that leave a call waiting. */
class StallTest {
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Duration SLACK = Duration.ofSeconds(1);
    /** Java 11 to 15 close a connection a second after the limit. */
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(3);

    private static final String BEGUN = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";

    static Stream<Arguments> stalls() {
        return Stream.of(
                arguments("silence", "", ""),
                arguments("a head that never ends", "HTTP/1.1 200 OK\r\n", "X: y\r\n"),
                arguments("silence after the head", BEGUN, ""),
                arguments("silence in the list", BEGUN + "[{\"id\":4},", ""),
                arguments("a blank now and then", BEGUN + "[{\"id\":4},", " "),
                arguments("an unknown member that never ends", BEGUN + "[{\"id\":4,\"x\":\"", "y"),
                arguments("silence in an error page", "HTTP/1.1 403 No\r\nContent-Length: 9\r\n\r\nab", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stalls")
    void aCallEndsAtItsDeadline(String name, String beginning, String nowAndThen) throws Exception {
        try (RawPeer peer = dripping(beginning, nowAndThen);
                NimbleClient client = peer.client().callTimeout(LIMIT).build()) {
            long start = System.nanoTime();
            NimbleTimeoutException late = BothWays.fail(
                    NimbleTimeoutException.class,
                    client.sessions()::list,
                    client.sessions().listAsync());

            // One after the other, so each in about the limit.
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(
                            LIMIT.multipliedBy(2).minusMillis(50),
                            LIMIT.plus(SLACK).multipliedBy(2));
            assertThat(late).hasMessageContaining("callTimeout").hasMessageContaining("PT0.5S");
            assertThat(peer.allConnectionsEndWithin(CLOSED_WITHIN)).isTrue();
            assertThat(peer.requests()).hasSize(2);
        }
    }

    @Test
    void anOperationOfTwoRequestsHasOneDeadline() {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    TimeUnit.SECONDS.sleep(1);
                    connection.write(RawPeer.ok("[{\"id\":4}]"));
                });
                NimbleClient client =
                        peer.client().callTimeout(Duration.ofMillis(1500)).build()) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> client.sessions().deleteIf(session -> true))
                    .isExactlyInstanceOf(NimbleTimeoutException.class)
                    .hasMessageContaining("POST /manage/sessions/delete");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2400));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stalls")
    void aStreamEndsAtTheDeadlineOfItsOpeningOrOfAnElement(String name, String beginning, String nowAndThen)
            throws Exception {
        try (RawPeer peer = dripping(beginning, nowAndThen);
                NimbleClient client = peer.client().callTimeout(LIMIT).build()) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> {
                        try (Stream<PlaybackSession> sessions = client.sessions().stream()) {
                            sessions.forEach(session -> {});
                        }
                    })
                    .isExactlyInstanceOf(NimbleTimeoutException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(LIMIT.minusMillis(50), LIMIT.multipliedBy(2).plus(SLACK));
            assertThat(peer.allConnectionsEndWithin(CLOSED_WITHIN)).isTrue();
        }
    }

    @Test
    void aStreamMayTakeLongerThanTheLimitOfEachElement() {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write("HTTP/1.1 200 OK\r\n\r\n[{\"id\":0}");
                    for (int i = 1; i < 6; i++) {
                        TimeUnit.MILLISECONDS.sleep(200);
                        connection.write(",{\"id\":" + i + "}");
                    }
                    connection.write("]");
                    connection.close();
                });
                NimbleClient client =
                        peer.client().callTimeout(Duration.ofMillis(800)).build();
                Stream<PlaybackSession> sessions = client.sessions().stream()) {
            assertThat(sessions.count()).isEqualTo(6);
        }
    }

    @Test
    void theReaderOfAStreamMayTakeItsTime() throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("[{\"id\":4},{\"id\":5}]"));
                NimbleClient client =
                        peer.client().callTimeout(Duration.ofSeconds(1)).build();
                Stream<PlaybackSession> sessions = client.sessions().stream()) {
            Iterator<PlaybackSession> iterator = sessions.iterator();
            iterator.next();
            TimeUnit.MILLISECONDS.sleep(1500);

            assertThat(iterator.next().id()).isEqualTo(5);
        }
    }

    /** Writes something and then, for ever, a little more. */
    private static RawPeer dripping(String beginning, String nowAndThen) {
        return RawPeer.playing(connection -> {
            connection.readsRequest();
            connection.write(beginning);
            while (!nowAndThen.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(50);
                connection.write(nowAndThen);
            }
        });
    }
}
