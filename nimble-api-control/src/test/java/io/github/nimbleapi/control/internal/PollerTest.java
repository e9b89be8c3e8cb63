package io.github.nimbleapi.control.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.control.Sneaky;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PollerTest {
    private static final Duration OFTEN = Duration.ofMillis(1);
    private static final Duration RARELY = Duration.ofHours(1);

    @Test
    void runsAgainAndAgainInADaemonThreadUntilClosed() throws Exception {
        BlockingQueue<Thread> runs = new LinkedBlockingQueue<>();
        Poller poller = new Poller("Test", "poller-test", OFTEN, () -> runs.add(Thread.currentThread()));
        poller.start();

        Thread thread = runs.take();
        assertThat(runs.take()).isSameAs(thread);
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).isEqualTo("poller-test");
        poller.close();
        assertThat(thread.isAlive()).isFalse();
        poller.close();
    }

    @Test
    void theNextRunComesAfterThePause() throws Exception {
        BlockingQueue<Boolean> runs = new LinkedBlockingQueue<>();
        try (Poller poller = new Poller("Test", "poller-test", RARELY, () -> runs.add(true))) {
            poller.start();

            runs.take();
            assertThat(runs.poll(200, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void aFlagThatARunLeavesBehindDoesNotShortenThePause() throws Exception {
        BlockingQueue<Boolean> runs = new LinkedBlockingQueue<>();
        try (Poller poller = new Poller("Test", "poller-test", RARELY, () -> {
            Thread.currentThread().interrupt();
            return runs.add(true);
        })) {
            poller.start();

            runs.take();
            assertThat(runs.poll(200, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void neitherExceptionsNorErrorsEndIt() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch fourth = new CountDownLatch(4);
        try (CapturedLog log = new CapturedLog();
                Poller poller = new Poller("Test", "poller-test", OFTEN, () -> {
                    fourth.countDown();
                    switch (runs.incrementAndGet()) {
                        case 1:
                            throw new IllegalStateException("a test's exception");
                        case 2:
                            throw new AssertionError("a test's error");
                        case 3:
                            throw Sneaky.thrown(new IOException("a test's checked exception"));
                        default:
                            return true;
                    }
                })) {
            poller.start();
            fourth.await();
            assertThat(log.records())
                    .extracting(logged -> logged.getThrown().getMessage())
                    .containsExactly("a test's exception", "a test's error", "a test's checked exception");
        }
    }

    @Test
    void whatComesOfBreakingARunOffIsNotLogged() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        try (CapturedLog log = new CapturedLog()) {
            Poller poller = new Poller("Test", "poller-test", OFTEN, () -> {
                running.countDown();
                try {
                    return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            poller.start();
            running.await();

            poller.close();

            assertThat(log.records()).isEmpty();
        }
    }

    @Test
    void failuresMakeThePausesLonger() throws Exception {
        BlockingQueue<Long> runs = new LinkedBlockingQueue<>();
        try (Poller poller = new Poller("Test", "poller-test", OFTEN, () -> {
            runs.add(System.nanoTime());
            return false;
        })) {
            poller.start();

            long first = runs.take();
            for (int failures = 1; failures < 8; failures++) {
                runs.take();
            }
            // 2 + 4 + ... + 128 milliseconds, less the jitter.
            assertThat(runs.take() - first).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(228));
        }
    }

    @Test
    void closeBreaksARunOff() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch broken = new CountDownLatch(1);
        CompletableFuture<Poller> poller = new CompletableFuture<>();
        poller.complete(new Poller("Test", "poller-test", OFTEN, () -> {
            poller.join().undisturbed(() -> {});
            running.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                broken.countDown();
            }
            return true;
        }));
        poller.join().start();
        running.await();

        poller.join().close();

        assertThat(broken.getCount()).isZero();
    }

    @Test
    void closeWaitsForWhatIsNotToBeDisturbedAndBreaksOffTheRest() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        AtomicBoolean brokenOffAfterwards = new AtomicBoolean();
        CompletableFuture<Poller> poller = new CompletableFuture<>();
        poller.complete(new Poller("Test", "poller-test", OFTEN, () -> {
            Thread.currentThread().interrupt();
            poller.join().undisturbed(() -> {
                working.countDown();
                try {
                    goOn.await();
                    finished.set(true);
                } catch (InterruptedException e) {
                    // Then it is not finished.
                }
            });
            brokenOffAfterwards.set(Thread.currentThread().isInterrupted());
            return true;
        }));
        poller.join().start();
        working.await();

        Thread closing = new Thread(() -> poller.join().close());
        closing.start();
        while (closing.isAlive() && closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        closing.join();

        assertThat(finished).isTrue();
        assertThat(brokenOffAfterwards).isTrue();
    }

    /** Sooner than close() would give up waiting. */
    @Test
    @Timeout(8)
    void mayBeClosedByARun() throws Exception {
        CompletableFuture<Poller> poller = new CompletableFuture<>();
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        poller.complete(new Poller("Test", "poller-test", OFTEN, () -> {
            thread.complete(Thread.currentThread());
            runs.incrementAndGet();
            poller.join().undisturbed(poller.join()::close);
            done.countDown();
            return true;
        }));
        poller.join().start();

        done.await();
        thread.join().join();
        assertThat(runs).hasValue(1);
    }

    @Test
    void startsOnceAndNotWhenClosed() {
        try (Poller poller = new Poller("Test", "poller-test", RARELY, () -> true)) {
            poller.start();
            assertThatThrownBy(poller::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("this Test has been started already: start each once, or make another");
        }
        Poller closed = new Poller("Test", "poller-test", RARELY, () -> true);
        closed.close();
        assertThatThrownBy(closed::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this Test is closed: make a new one");
    }
}
