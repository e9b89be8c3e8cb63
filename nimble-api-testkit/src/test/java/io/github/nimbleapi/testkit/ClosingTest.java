package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ClosingTest {
    @RepeatedTest(200)
    void aClosedFakeHasLeftItsPorts() throws IOException {
        FakeNimble fake = FakeNimble.start();
        fake.close();

        for (int port : new int[] {fake.port(), fake.mediaPort()}) {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        }
    }

    @Test
    void playersAndThreadsGoWithTheFake() throws Exception {
        FakeNimble fake = FakeNimble.start();
        fake.addStream("live", "tv");
        try (InputStream body =
                new Player().open(fake.playbackUrl("live", "tv", "mpeg.2ts")).body()) {
            assertThat(body.readNBytes(188)).hasSize(188);

            fake.close();

            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("fake-nimble"))) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** In a JVM that is warm, as that of most tests is. The best of several, since others may keep the machine busy. */
    @Test
    void theFirstAnswerComesWithin300Milliseconds() {
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < 5; i++) {
            long begin = System.nanoTime();
            try (FakeNimble fake = FakeNimble.start()) {
                assertThat(fake.newClient().sessions().list()).isEmpty();
                Duration taken = Duration.ofNanos(System.nanoTime() - begin);
                best = taken.compareTo(best) < 0 ? taken : best;
            }
        }
        assertThat(best).isLessThan(Duration.ofMillis(300));
    }
}
