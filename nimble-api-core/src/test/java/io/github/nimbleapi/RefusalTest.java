package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.error.NimbleResponseException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** What is kept of an answer that says no, and when it is asked for again. */
class RefusalTest {
    private static final RetryPolicy TWICE = RetryPolicy.exponential(2, Duration.ofMillis(10));

    @Test
    void theDelayThatTheServerAsksForIsWaited() {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write("HTTP/1.1 503 Busy\r\nretry-after: 1\r\nContent-Length: 0\r\n\r\n");
                    connection.readsRequest();
                    connection.write(RawPeer.ok("[]"));
                });
                NimbleClient client = peer.client().retryPolicy(TWICE).build()) {
            long start = System.nanoTime();

            assertThat(client.sessions().list()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
            assertThat(peer.requests()).hasSize(2);
        }
    }

    @Test
    void aDelayBeyondTheDeadlineIsNotBegun() throws Exception {
        String inAnHour = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusHours(1));
        for (String delay : new String[] {"3600", "99999999999999999999", inAnHour}) {
            try (RawPeer peer = RawPeer.answering(
                            "HTTP/1.1 503 Busy\r\nRetry-After: " + delay + "\r\nContent-Length: 0\r\n\r\n");
                    NimbleClient client = peer.client().retryPolicy(TWICE).build()) {
                NimbleResponseException busy = BothWays.fail(
                        NimbleResponseException.class,
                        client.sessions()::list,
                        client.sessions().listAsync());

                assertThat(busy.reply().header("Retry-After")).contains(delay);
                assertThat(peer.requests()).as(delay).hasSize(2);
            }
        }
    }

    @Test
    void aDelayThatIsNoneIsPassedOver() {
        for (String delay : new String[] {"-1", "soon", "", "Wed, 21 Oct 2015 07:28:00 GMT"}) {
            try (RawPeer peer = RawPeer.playing(connection -> {
                        connection.readsRequest();
                        connection.write(
                                "HTTP/1.1 503 Busy\r\nRetry-After: " + delay + "\r\nContent-Length: 0\r\n\r\n");
                        connection.readsRequest();
                        connection.write(RawPeer.ok("[]"));
                    });
                    NimbleClient client = peer.client().retryPolicy(TWICE).build()) {
                assertThat(client.sessions().list()).as(delay).isEmpty();
            }
        }
    }

    @Test
    void anEndlessErrorPageIsCutAndItsConnectionClosed() throws Exception {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write("HTTP/1.1 500 Oops\r\n\r\n");
                    while (true) {
                        connection.write("0123456789".repeat(100));
                    }
                });
                NimbleClient client =
                        peer.client().retryPolicy(RetryPolicy.none()).build()) {
            NimbleResponseException oops = BothWays.fail(
                    NimbleResponseException.class,
                    client.sessions()::list,
                    client.sessions().listAsync());

            assertThat(oops.reply().bodyText()).startsWith("0123456789").hasSize(8192);
            assertThat(oops.getMessage()).hasSizeLessThan(500);
            assertThat(peer.allConnectionsEndWithin(RawPeer.WHILE_WRITING)).isTrue();
        }
    }

    @Test
    void anErrorPageThatBreaksOffDoesNotHideItsStatus() throws Exception {
        try (RawPeer peer = RawPeer.answeringAndClosing(RawPeer.head("403 No", 100) + "abc");
                NimbleClient client = peer.client().build()) {
            NimbleResponseException refusal =
                    (NimbleResponseException) BothWays.failure(client.sessions().listAsync());

            assertThat(refusal.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void anErrorPageOverTheLimitDoesNotHideItsStatus() throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.answer("403 No", "abcdefgh".repeat(10)));
                NimbleClient client = peer.client().maxResponseBytes(10).build()) {
            NimbleResponseException refusal =
                    (NimbleResponseException) BothWays.failure(client.sessions().listAsync());

            assertThat(refusal.statusCode()).isEqualTo(403);
        }
    }
}
