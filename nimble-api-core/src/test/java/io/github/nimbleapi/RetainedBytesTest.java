package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionType;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

class RetainedBytesTest {
    private static final int SESSIONS = 100_000;
    private static final int MOST_BYTES_PER_SESSION = 175;

    @Test
    void aLongListIsHeldInLittleMemory() {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(realisticList()));
                NimbleClient client = peer.client().build()) {
            List<PlaybackSession> sessions = client.sessions().list();

            assertThat(sessions).hasSize(SESSIONS);
            assertThat(retainedBytes(sessions) / SESSIONS).isBetween(50L, (long) MOST_BYTES_PER_SESSION);
        }
    }

    /** What the list holds, without what exists once whatever its length, such as classes and constants. */
    private static long retainedBytes(List<PlaybackSession> sessions) {
        return GraphLayout.parseInstance(sessions)
                .subtract(GraphLayout.parseInstance(SessionType.HLS))
                .totalSize();
    }

    private static String realisticList() {
        Random random = new Random(1);
        StringBuilder list = new StringBuilder("[");
        for (int i = 0; i < SESSIONS; i++) {
            long created = 1_700_000_000L + random.nextInt(10_000_000);
            list.append(i == 0 ? "" : ",").append("{\"id\":").append(100_000_000 + i);
            text(list, "app", "application-" + random.nextInt(20));
            text(list, "stream", "stream-number-" + random.nextInt(200));
            text(list, "type", random.nextInt(4) == 0 ? "MPEG-DASH" : "HLS");
            number(list, "created", created);
            number(list, "last_access", created + random.nextInt(10_000));
            text(
                    list,
                    "client_ip",
                    10 + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255) + "." + random.nextInt(256));
            text(list, "user_agent", userAgent(random.nextInt(300)));
            number(list, "bytes_recv", random.nextInt(1_000_000));
            number(list, "bytes_sent", random.nextLong() >>> 30);
            if (random.nextInt(10) < 3) {
                text(list, "ppv_id", "viewer-" + random.nextInt(1_000_000));
            }
            list.append('}');
        }
        return list.append(']').toString();
    }

    private static String userAgent(int number) {
        return "Mozilla/5.0 (Linux; Android 14; SM-" + number + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
                + (80 + number % 60) + ".0.0.0 Mobile Safari/537.36";
    }

    private static void text(StringBuilder list, String name, String value) {
        list.append(",\"").append(name).append("\":\"").append(value).append('"');
    }

    private static void number(StringBuilder list, String name, long value) {
        list.append(",\"").append(name).append("\":").append(value);
    }
}
