package shop;

import static io.github.nimbleapi.session.SessionFilters.ofViewer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.FakeSession;
import io.github.nimbleapi.testkit.NimbleServer;
import org.junit.jupiter.api.Test;

class ModerationTest {
    @Test
    void aViewerIsEnded(@NimbleServer FakeNimble fake) {
        FakeSession session = fake.addSession(s -> s.app("live").stream("tv").viewerId("ann"));
        try (NimbleClient nimble = NimbleClient.create(fake.url())) {
            assertEquals(1, nimble.sessions().list().size());

            nimble.sessions().deleteIf(ofViewer("ann"));
        }
        assertTrue(session.isDeleted());
    }
}
