package io.github.nimbleapi.control.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ExchangeThreadsTest {
    /** The request was in just when its time was over. */
    @Test
    void anAlarmForThePeerDoesNotReachYourCode() throws Exception {
        ExchangeThreads threads = new ExchangeThreads(1, Duration.ofMillis(20));
        CompletableFuture<Boolean> reached = new CompletableFuture<>();
        threads.execute(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            reached.complete(threads.withoutHaste(() -> Thread.currentThread().isInterrupted()));
        });

        assertThat(reached.get(20, TimeUnit.SECONDS)).isFalse();
        threads.end();
    }

    /** Else what takes the answer would wait for its peer. */
    @Test
    void theInterruptOfTheEndIsKept() throws Exception {
        ExchangeThreads threads = new ExchangeThreads(1, Duration.ofHours(1));
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<Boolean> kept = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                threads.withoutHaste(() -> {
                    running.countDown();
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    return "";
                });
            } catch (RejectedExecutionException e) {
                // There is no clock any more.
            } finally {
                kept.complete(Thread.currentThread().isInterrupted());
            }
        });
        assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();

        threads.end();

        assertThat(kept.get(20, TimeUnit.SECONDS)).isTrue();
    }
}
