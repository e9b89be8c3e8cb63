package io.github.nimbleapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BreakableWaitTest {
    private final BreakableWait wait = new BreakableWait();
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void whatIsBrokenOffBeforeItBeganDoesNotBegin() throws IOException, InterruptedException {
        wait.breakOff();

        wait.run(() -> fail("it began"));

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aWaitThatIsBrokenOffEndsAndLeavesNoFlag() throws IOException, InterruptedException {
        wait.run(() -> {
            new Thread(wait::breakOff).start();
            never.await();
        });

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aFlagThatNobodyHasSeenIsTakenAway() throws IOException, InterruptedException {
        wait.run(wait::breakOff);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void afterItsEndNobodyIsInterrupted() throws IOException, InterruptedException {
        wait.run(() -> {});
        wait.breakOff();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void theInterruptOfAnotherIsPassedOn() {
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> wait.run(() -> {
                    Thread.currentThread().interrupt();
                    never.await();
                }));
    }

    @Test
    void whatTheWaitThrowsIsPassedOn() {
        IOException failure = new IOException();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> wait.run(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }
}
