package io.github.nimbleapi;

import static io.github.nimbleapi.ExportSamples.EXPORT;
import static io.github.nimbleapi.ExportSamples.MP4;
import static io.github.nimbleapi.ExportSamples.OLD;
import static io.github.nimbleapi.ExportSamples.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.nimbleapi.dvr.ExportProgress;
import io.github.nimbleapi.error.NimbleInterruptedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports that are ended from outside in the middle of their files. */
class ExportEndedTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    @TempDir
    Path directory;

    private final CountDownLatch underWay = new CountDownLatch(1);
    private final Consumer<ExportProgress> progress = told -> underWay.countDown();
    private final RawPeer peer = ExportSamples.beginning();
    private final NimbleClient client = peer.client().build();
    private Path target = Path.of("");

    @BeforeEach
    void oldFile() throws IOException {
        target = ExportSamples.oldFile(directory);
    }

    @AfterEach
    void close() {
        client.close();
        peer.close();
    }

    @Test
    void cancelling() throws Exception {
        CompletableFuture<Long> export = client.dvr().exportAsync(EXPORT, target, progress);
        await(underWay);
        assertThat(names(directory)).hasSize(2);

        export.cancel(true);

        assertOver();
        assertThat(export).isCancelled();
    }

    @Test
    void cancellingAnExportToAStream() throws Exception {
        CompletableFuture<Long> export = client.dvr().exportAsync(EXPORT, OutputStream.nullOutputStream(), progress);
        await(underWay);

        export.cancel(true);

        assertOver();
    }

    @Test
    void aTimeoutOfTheFuture() throws Exception {
        CompletableFuture<Long> export =
                client.dvr().exportAsync(EXPORT, target).orTimeout(300, TimeUnit.MILLISECONDS);

        assertThat(BothWays.failure(export)).isInstanceOf(TimeoutException.class);
        assertOver();
    }

    @Test
    void closingTheClient() throws Exception {
        CompletableFuture<Long> export = client.dvr().exportAsync(EXPORT, target, progress);
        await(underWay);

        client.close();

        assertOver();
        assertThat(export).isCancelled();
    }

    @Test
    void closingTheClientOfABlockedCaller() throws Exception {
        CompletableFuture<Throwable> thrown = CompletableFuture.supplyAsync(
                () -> catchThrowable(() -> client.dvr().export(EXPORT, target, progress)));
        await(underWay);

        client.close();

        assertOver();
        assertThat(BothWays.value(thrown)).isExactlyInstanceOf(CancellationException.class);
    }

    @Test
    void interruptingTheCaller() throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            Throwable failure = catchThrowable(() -> client.dvr().export(EXPORT, target, progress));
            flag.complete(Thread.currentThread().isInterrupted());
            thrown.complete(failure);
        });
        caller.start();
        await(underWay);

        caller.interrupt();

        assertThat(thrown.get(SOON.toMillis(), TimeUnit.MILLISECONDS))
                .isExactlyInstanceOf(NimbleInterruptedException.class)
                .hasMessageContaining("/manage/dvr/export_mp4/live/one after ");
        assertThat(flag.get()).isTrue();
        assertOver();
    }

    @Test
    void cancellingWhileTheTargetBlocks() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        CompletableFuture<Long> export = client.dvr().exportAsync(EXPORT, target, told -> {
            underWay.countDown();
            await(cancelled);
        });
        await(underWay);

        export.cancel(true);

        assertOver();
        cancelled.countDown();
    }

    @Test
    void cancellingByTheCallbackItselfAtTheVeryEnd() throws Exception {
        CompletableFuture<CompletableFuture<Long>> export = new CompletableFuture<>();
        CountDownLatch ended = new CountDownLatch(1);
        try (RawPeer whole = RawPeer.answering(RawPeer.ok(MP4));
                NimbleClient other = whole.client().build()) {
            export.complete(other.dvr().exportAsync(EXPORT, target, told -> {
                if (told.written() == MP4.length()) {
                    export.join().cancel(true);
                    ended.countDown();
                }
            }));
            await(ended);

            assertThat(export.join()).isCancelled();
            assertThat(names(directory)).containsExactly("game.mp4");
        }
        assertThat(target).hasContent(OLD);
    }

    /** The part is gone at once, and the peer sees the end of its connection. */
    private void assertOver() throws InterruptedException {
        assertThat(names(directory)).containsExactly("game.mp4");
        assertThat(target).hasContent(OLD);
        assertThat(peer.allConnectionsEndWithin(SOON)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
