package io.github.nimbleapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MailboxTest {
    private final Mailbox<Integer> mailbox = new Mailbox<>();

    @Test
    void whatIsPutIsTakenInOrder() throws InterruptedException {
        mailbox.put(1);
        mailbox.put(2);

        assertThat(mailbox.take()).isEqualTo(1);
        assertThat(mailbox.poll()).isEqualTo(2);
        assertThat(mailbox.poll()).isNull();
    }

    @Test
    void nothingIsLostAndNobodySleepsOnHoweverItIsTimed() throws InterruptedException {
        int putters = 4;
        int each = 20_000;
        CompletableFuture<?>[] putting = IntStream.range(0, putters)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, each).forEach(mailbox::put), task -> new Thread(task).start()))
                .toArray(CompletableFuture[]::new);
        long sum = 0;
        for (int i = 0; i < putters * each; i++) {
            sum += mailbox.take();
        }

        assertThat(sum).isEqualTo((long) putters * each * (each - 1) / 2);
        assertThat(mailbox.poll()).isNull();
        CompletableFuture.allOf(putting).join();
    }

    @Test
    void aWaitEndsWithItsTime() throws InterruptedException {
        long start = System.nanoTime();

        assertThat(mailbox.take(TimeUnit.MILLISECONDS.toNanos(50))).isNull();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
        assertThat(mailbox.take(-1)).isNull();
        mailbox.put(1);
        assertThat(mailbox.take(-1)).isEqualTo(1);
    }

    @Test
    void anInterruptEndsAWaitUnlessThereIsSomething() throws InterruptedException {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(mailbox::take);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();

        mailbox.put(1);
        Thread.currentThread().interrupt();
        assertThat(mailbox.take()).isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
    }
}
