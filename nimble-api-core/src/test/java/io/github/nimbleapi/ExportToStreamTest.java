package io.github.nimbleapi;

import static io.github.nimbleapi.ExportSamples.BEGINNING;
import static io.github.nimbleapi.ExportSamples.EXPORT;
import static io.github.nimbleapi.ExportSamples.MP4;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.dvr.ExportProgress;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleInterruptedException;
import io.github.nimbleapi.error.NimbleTimeoutException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExportToStreamTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Target target = new Target();

    /** Remembers what is done to it. */
    private static final class Target extends ByteArrayOutputStream {
        final AtomicInteger flushed = new AtomicInteger();
        volatile boolean closed;

        @Override
        public void flush() {
            flushed.incrementAndGet();
        }

        @Override
        public void close() {
            closed = true;
        }

        String text() {
            return toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void aStreamIsWrittenAndFlushedAndNotClosed() throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(MP4));
                NimbleClient client = peer.client().build()) {
            assertThat(client.dvr().export(EXPORT, target)).isEqualTo(MP4.length());
            assertThat(target.text()).isEqualTo(MP4);
            assertThat(BothWays.value(client.dvr().exportAsync(EXPORT, target))).isEqualTo(MP4.length());

            assertThat(target.text()).isEqualTo(MP4 + MP4);
            assertThat(target.flushed).hasValue(2);
            assertThat(target.closed).isFalse();
        }
    }

    @Test
    void progressIsToldInOneThreadFromTheFirstChunkToTheEnd() throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(MP4));
                NimbleClient client = peer.client().build()) {
            List<ExportProgress> told = new CopyOnWriteArrayList<>();
            Set<String> threads = ConcurrentHashMap.newKeySet();

            client.dvr().export(EXPORT, target, progress -> {
                told.add(progress);
                threads.add(Thread.currentThread().getName());
                assertThat(progress.written()).isEqualTo(target.size());
            });
            assertThat(threads).containsExactly(Thread.currentThread().getName());
            threads.clear();
            BothWays.value(client.dvr()
                    .exportAsync(
                            EXPORT,
                            target,
                            progress -> threads.add(Thread.currentThread().getName())));

            assertThat(threads).hasSize(1).allMatch(name -> name.startsWith("nimble-api-"));
            ExportProgress all = ExportProgress.of(MP4.length(), OptionalLong.of(MP4.length()));
            List<Long> written = told.stream().map(ExportProgress::written).collect(Collectors.toList());
            assertThat(told).hasSizeGreaterThan(5).endsWith(all, all);
            assertThat(written).isSorted().doesNotContain(0L);
            assertThat(written.subList(0, written.size() - 1)).doesNotHaveDuplicates();
        }
    }

    @Test
    void withoutContentLengthTheTotalIsNotKnown() {
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + RawPeer.chunk(BEGINNING) + "0\r\n\r\n");
                NimbleClient client = peer.client().build()) {
            List<ExportProgress> told = new CopyOnWriteArrayList<>();

            client.dvr().export(EXPORT, target, told::add);

            assertThat(told).containsOnly(ExportProgress.of(BEGINNING.length(), OptionalLong.empty()));
        }
    }

    @Test
    void anExportThatBreaksOffLeavesWhatWasWrittenAndSaysHowMuch() throws Exception {
        Semaphore allWritten = new Semaphore(0);
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write(RawPeer.head("200 OK", 1_000_000) + MP4);
                    allWritten.acquire();
                    connection.close();
                });
                NimbleClient client = peer.client().build()) {
            Consumer<ExportProgress> progress = told -> {
                if (told.written() == MP4.length()) {
                    allWritten.release();
                }
            };
            NimbleConnectionException failure = BothWays.fail(
                    NimbleConnectionException.class,
                    () -> client.dvr().export(EXPORT, target, progress),
                    client.dvr().exportAsync(EXPORT, OutputStream.nullOutputStream(), progress));

            assertThat(failure).hasMessageContaining("after " + MP4.length() + " bytes");
            assertThat(target.text()).isEqualTo(MP4);
            assertThat(target.flushed).hasValue(0);
            assertThat(target.closed).isFalse();
            assertThat(peer.requests()).as("not repeated").hasSize(2);
        }
    }

    @Test
    void aStallSaysHowMuchCame() {
        try (RawPeer peer = ExportSamples.beginning();
                NimbleClient client =
                        peer.client().callTimeout(Duration.ofMillis(500)).build()) {
            assertThatThrownBy(() -> client.dvr().export(EXPORT, target))
                    .isExactlyInstanceOf(NimbleTimeoutException.class)
                    .hasMessageContaining("after " + BEGINNING.length() + " bytes: nothing more came within PT0.5S");
            assertThat(peer.requests()).hasSize(1);
        }
    }

    @Test
    void whatFailsBeforeTheBodyIsRepeated() {
        List<String> answers = new CopyOnWriteArrayList<>(
                List.of(RawPeer.answer("503 Busy", ""), RawPeer.head("200 OK", 9), RawPeer.ok(MP4)));
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write(answers.remove(0));
                    connection.close();
                });
                NimbleClient client = peer.client()
                        .retryPolicy(RetryPolicy.exponential(2, Duration.ZERO))
                        .build()) {
            assertThat(client.dvr().export(EXPORT, target)).isEqualTo(MP4.length());
            assertThat(target.text()).isEqualTo(MP4);
        }
    }

    @Test
    void aFullDiskEndsTheExport() throws Exception {
        IOException full = new IOException("No space left on device");
        AtomicInteger writes = new AtomicInteger();
        OutputStream disk = writing(bytes -> {
            if (writes.incrementAndGet() > 2) {
                throw full;
            }
        });
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write(RawPeer.head("200 OK", 10L * MP4.length()) + MP4);
                });
                NimbleClient client = peer.client().build()) {
            List<ExportProgress> told = new CopyOnWriteArrayList<>();
            assertThatThrownBy(() -> client.dvr().export(EXPORT, disk, told::add))
                    .isExactlyInstanceOf(UncheckedIOException.class)
                    .hasCause(full)
                    .hasMessageContaining(
                            "after " + told.get(1).written() + " bytes: writing to the given stream failed")
                    .hasMessageEndingWith("No space left on device");
            assertThat(told).hasSize(2);
            assertThat(peer.allConnectionsEndWithin(SOON)).isTrue();
        }
    }

    @Test
    void aStreamThatCanNotBeFlushedFailsTheExport() throws Exception {
        OutputStream disk = new ByteArrayOutputStream() {
            @Override
            public void flush() throws IOException {
                throw new IOException("quota");
            }
        };
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(MP4));
                NimbleClient client = peer.client().build()) {
            UncheckedIOException failure = BothWays.fail(
                    UncheckedIOException.class,
                    () -> client.dvr().export(EXPORT, disk),
                    client.dvr().exportAsync(EXPORT, disk));
            assertThat(failure).hasMessageEndingWith("quota");
        }
    }

    @Test
    void aTargetThatIsInterruptedIsAnInterruptOfTheCall() {
        OutputStream channel = writing(bytes -> {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        });
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(MP4));
                NimbleClient client = peer.client().build()) {
            assertThatThrownBy(() -> client.dvr().export(EXPORT, channel))
                    .isExactlyInstanceOf(NimbleInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private interface Writing {
        void write(byte[] bytes) throws IOException;
    }

    private static OutputStream writing(Writing writing) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                throw new UnsupportedOperationException("byte by byte");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                writing.write(bytes);
            }
        };
    }

    @Test
    void anExportMayTakeLongerThanTheTimeToWaitForMore() {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write(RawPeer.head("200 OK", 6));
                    for (int i = 0; i < 6; i++) {
                        TimeUnit.MILLISECONDS.sleep(200);
                        connection.write("\0");
                    }
                });
                NimbleClient client =
                        peer.client().callTimeout(Duration.ofMillis(800)).build()) {
            assertThat(client.dvr().export(EXPORT, target)).isEqualTo(6);
        }
    }

    @Test
    void theTargetMayTakeItsTime() {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write(RawPeer.head("200 OK", BEGINNING.length() + 1) + BEGINNING);
                    TimeUnit.MILLISECONDS.sleep(1300);
                    connection.write("x");
                });
                NimbleClient client =
                        peer.client().callTimeout(Duration.ofSeconds(1)).build()) {
            assertThat(client.dvr().export(EXPORT, target, progress -> pause(1100)))
                    .isEqualTo(BEGINNING.length() + 1);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
