package io.github.nimbleapi;

import static io.github.nimbleapi.ExportSamples.EXPORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Long exports are never held as a whole. */
class ExportSizeTest {
    private static final byte[] PIECE = new byte[1 << 20];

    /** Beyond the limit of 256 MiB that other calls have. */
    private static final int PIECES = 300;

    /** What the forked JVM runs: exports from the server whose address it is given. */
    static final class Exporter {
        private Exporter() {}

        public static void main(String[] args) throws IOException {
            Path file = Files.createTempFile("export", ".mp4");
            try (NimbleClient client = NimbleClient.create(args[0])) {
                long toStream = client.dvr().export(EXPORT, OutputStream.nullOutputStream());
                long toFile = client.dvr().exportAsync(EXPORT, file).join();
                System.out.println(toStream + " " + toFile + " " + Files.size(file));
            } finally {
                Files.delete(file);
            }
        }
    }

    private static RawPeer large() {
        return RawPeer.playing(connection -> {
            while (connection.readsRequest()) {
                connection.write(RawPeer.head("200 OK", (long) PIECES * PIECE.length));
                for (int i = 0; i < PIECES; i++) {
                    connection.write(PIECE);
                }
            }
        });
    }

    @Test
    void aLongFileNeedsLittleMemory() throws Exception {
        try (RawPeer peer = large()) {
            long size = (long) PIECES * PIECE.length;

            assertThat(SmallJvm.run(Exporter.class, peer.url())).isEqualTo(size + " " + size + " " + size);
        }
    }

    @Test
    void aSlowTargetHoldsTheServerBack() throws Exception {
        CountDownLatch sentAll = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write(RawPeer.head("200 OK", 30L * PIECE.length));
                    for (int i = 0; i < 30; i++) {
                        connection.write(PIECE);
                    }
                    sentAll.countDown();
                });
                NimbleClient client = peer.client().build()) {
            CompletableFuture<Long> export =
                    client.dvr().exportAsync(EXPORT, OutputStream.nullOutputStream(), progress -> await(goOn));

            assertThat(sentAll.await(Duration.ofSeconds(1).toMillis(), TimeUnit.MILLISECONDS))
                    .isFalse();
            goOn.countDown();
            assertThat(BothWays.value(export)).isEqualTo(30L * PIECE.length);
            assertThat(sentAll.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
