package io.github.nimbleapi.frameworks.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.Fault;
import io.github.nimbleapi.testkit.NimbleServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ManyCallersTest {
    private static final Duration LONG = Duration.ofMillis(20);

    @TempDir
    private Path folder;

    /** Each answer takes a second: all of them one after the other would take half an hour. */
    @Test
    void thousandsWaitAtOnceAndNoneIsPinned(@NimbleServer FakeNimble fake) throws Exception {
        try (NimbleClient nimble = NimbleClient.builder(fake.url())
                .callTimeout(Duration.ofMinutes(1))
                .build()) {
            nimble.server().status(); // loads classes, which does pin
            fake.failNext(Fault.delay(Duration.ofSeconds(1)).always());

            List<RecordedEvent> pinned = pinned(() -> ManyCallers.atOnce(2000, () -> {
                assertThat(Thread.currentThread().isVirtual()).isTrue();
                return nimble.server().status();
            }));

            assertThat(pinned).isEmpty();
        }
        assertThat(fake.calls()).hasSizeGreaterThanOrEqualTo(2000);
    }

    @Test
    void oneThatIsPinnedWouldBeSeen() throws Exception {
        assertThat(pinned(() -> ManyCallers.atOnce(1, () -> SlowToLoad.VALUE))).hasSize(1);
    }

    private List<RecordedEvent> pinned(Callable<?> work) throws Exception {
        Path file = folder.resolve("pinned.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withThreshold(LONG);
            recording.start();
            work.call();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file);
    }

    /** Who waits while a class is being initialized is pinned. */
    private static final class SlowToLoad {
        static final String VALUE = slowly();

        private static String slowly() {
            try {
                Thread.sleep(LONG.multipliedBy(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "loaded";
        }
    }
}
