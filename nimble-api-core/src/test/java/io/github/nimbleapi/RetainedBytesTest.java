package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

class RetainedBytesTest {
    private static final int SESSIONS = 100_000;
    private static final int MOST_BYTES_PER_SESSION = 175;

    @Test
    void aLongListIsHeldInLittleMemory() {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(RealisticList.of(SESSIONS)));
                NimbleClient client = peer.client().build()) {
            List<PlaybackSession> sessions = client.sessions().list();

            assertThat(sessions).hasSize(SESSIONS);
            assertThat(retainedBytes(sessions) / SESSIONS)
                    .as("bytes per session")
                    .isBetween(50L, (long) MOST_BYTES_PER_SESSION);
        }
    }

    /** What the list holds, without what exists once whatever its length, such as classes and constants. */
    private static long retainedBytes(List<PlaybackSession> sessions) {
        return GraphLayout.parseInstance(sessions)
                .subtract(GraphLayout.parseInstance(SessionType.HLS))
                .totalSize();
    }
}
