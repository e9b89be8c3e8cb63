package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.RepeatedTest;

class ClosingTest {
    @RepeatedTest(200)
    void aClosedFakeHasLeftItsPort() throws IOException {
        FakeNimble fake = FakeNimble.start();
        fake.close();

        try (ServerSocket successor = new ServerSocket(fake.port(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(successor.isBound()).isTrue();
        }
    }
}
