package io.github.nimbleapi.control.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.RetryPolicy;
import io.github.nimbleapi.control.Sneaky;
import io.github.nimbleapi.control.internal.CapturedLog;
import io.github.nimbleapi.testkit.FakeNimble;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a watch when the client is closed, or code of users throws what it likes. */
@Timeout(30)
class WatchFailuresTest {
    private final FakeNimble fake = FakeNimble.start();
    private final NimbleClient nimble =
            NimbleClient.builder(fake.url()).retryPolicy(RetryPolicy.none()).build();
    private final SessionWatcher.Builder builder =
            SessionWatcher.builder(nimble).every(Duration.ofMillis(1));
    private final Recorder recorder = new Recorder();
    private final CapturedLog log = new CapturedLog();

    @AfterEach
    void close() throws InterruptedException {
        nimble.close();
        fake.close();
        WatchThreads.assertEnd("nimble-api-watcher");
        WatchThreads.assertEnd("nimble-api-publisher");
        log.close();
    }

    @Test
    void aClosedClientEndsTheBackground() throws Exception {
        SessionWatcher watcher = builder.listener(recorder).build().start();
        nimble.close();

        WatchThreads.assertEnd("nimble-api-watcher");
        assertThat(log.texts()).containsExactly("a SessionWatcher ends: this NimbleClient is closed: make a new one");
        assertThat(recorder.failures).isEmpty();
        assertThatThrownBy(watcher::start).hasMessageContaining("closed");
    }

    @Test
    void aClientThatIsClosedDuringAPollIsToldAsOneThatWasClosedBefore() throws Exception {
        SessionWatcher watcher = builder.build();
        CountDownLatch asked = Stall.next(fake);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        new Thread(() -> thrown.complete(catchThrowable(watcher::poll))).start();
        asked.await();

        nimble.close();

        assertThat(thrown.join())
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NimbleClient is closed")
                .hasCauseInstanceOf(CancellationException.class);
        assertThatThrownBy(watcher::poll)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage(thrown.join().getMessage());
    }

    @Test
    void aClientThatIsClosedDuringAPollEndsTheBackground() throws Exception {
        CountDownLatch asked = Stall.next(fake);
        builder.build().start();
        asked.await();

        nimble.close();

        WatchThreads.assertEnd("nimble-api-watcher");
        assertThat(log.records()).hasSize(1);
    }

    @Test
    void aClockThatIsBrokenIsNoClosedClient() throws Exception {
        CountDownLatch again = new CountDownLatch(3);
        SessionWatcher watcher = builder.clock(throwing(() -> {
                    again.countDown();
                    throw new IllegalStateException("a test's exception");
                }))
                .build();
        try (watcher) {
            watcher.start();
            again.await();
        }
        assertThat(log.records())
                .isNotEmpty()
                .allMatch(
                        logged -> "a test's exception".equals(logged.getThrown().getMessage()));
    }

    @Test
    void aListenerThatThrowsUndeclaredEndsNothing() throws Exception {
        fake.addSession(s -> s.id(1));
        fake.addSession(s -> s.id(2));
        IOException thrown = new IOException("a test's exception");
        SessionWatcher watcher = builder.listener(event -> {
                    throw Sneaky.thrown(thrown);
                })
                .listener(recorder)
                .build();

        assertThat(watcher.poll()).hasSize(2).isEqualTo(recorder.events);
        assertThat(log.records()).hasSize(2).allMatch(logged -> logged.getThrown() == thrown);
    }

    @Test
    void whatEndsAPollIsToldToTheSubscriber() throws Exception {
        IllegalStateException exception = new IllegalStateException("a test's exception");
        Error error = new OutOfMemoryError("a test's error");
        IOException undeclared = new IOException("a test's checked exception");

        for (Throwable thrown : new Throwable[] {exception, error, undeclared}) {
            Taker taker = Taker.of(builder.clock(throwing(() -> {
                        throw Sneaky.thrown(thrown);
                    }))
                    .publisher());
            taker.request(1);
            assertThat(taker.error.get()).isSameAs(thrown);
        }
        assertThat(log.records()).isEmpty();
    }

    @Test
    void aSubscriberThatThrowsUndeclaredIsLoggedAndLeft() throws Exception {
        fake.addSession(s -> s.id(1));
        IOException thrown = new IOException("a test's exception");
        Taker taker = new Taker(it -> {
            throw Sneaky.thrown(thrown);
        });
        builder.publisher().subscribe(taker);

        taker.request(1).awaitEnd();

        assertThat(log.records()).singleElement().matches(logged -> logged.getThrown() == thrown);
        assertThat(taker.hasFailed()).isFalse();
    }

    private static Clock throwing(Runnable instead) {
        return new Clock() {
            @Override
            public Instant instant() {
                instead.run();
                return Instant.EPOCH;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
