package io.github.nimbleapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkedFutureTest {
    private final LinkedFuture<Object> future = new LinkedFuture<>();
    private final AtomicInteger abandoned = new AtomicInteger();

    static Stream<Consumer<CompletableFuture<Object>>> endings() {
        return Stream.of(
                future -> future.cancel(true),
                future -> future.cancel(false),
                future -> future.complete("by hand"),
                future -> future.completeExceptionally(new IllegalStateException("by hand")),
                future -> future.completeAsync(() -> "by hand", Runnable::run),
                future -> future.orTimeout(1, TimeUnit.MILLISECONDS),
                future -> future.completeOnTimeout("by time", 1, TimeUnit.MILLISECONDS));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void whoeverEndsItFromOutsideEndsTheWork(Consumer<CompletableFuture<Object>> ending) throws InterruptedException {
        CountDownLatch given = new CountDownLatch(1);
        future.fedBy(abandoned::incrementAndGet);
        future.fedBy(given::countDown);
        ending.accept(future);

        assertThat(given.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(abandoned).as("work that fed it earlier").hasValue(0);
    }

    @Test
    void workThatComesTooLateIsAbandonedAtOnce() {
        future.cancel(true);
        future.fedBy(abandoned::incrementAndGet);
        assertThat(abandoned).hasValue(1);
        future.cancel(true);
        future.settle(null, new IllegalStateException());

        assertThat(abandoned).hasValue(1);
        assertThat(future).isCancelled();
    }

    @Test
    void workThatIsOverIsNotAbandoned() {
        future.fedBy(abandoned::incrementAndGet);
        future.settle("value", null);
        future.cancel(true);

        assertThat(future).isCompletedWithValue("value");
        assertThat(abandoned).hasValue(0);
    }

    @Test
    void workThatIsFasterThanTheWordHowToAbandonItIsNotAbandoned() {
        future.settle("value", null);
        future.fedBy(abandoned::incrementAndGet);
        future.cancel(true);

        assertThat(future).isCompletedWithValue("value");
        assertThat(abandoned).hasValue(0);
    }

    @Test
    void aFailureLosesItsWrapping() {
        IllegalStateException failure = new IllegalStateException();
        future.settle(null, new CompletionException(new CompletionException(failure)));

        assertThat(future.handle((value, thrown) -> thrown)).isCompletedWithValue(failure);
    }

    @Test
    void aFailureWithoutCauseIsKept() {
        CompletionException failure = new CompletionException("bare", null);

        assertThat(LinkedFuture.unwrapped(failure)).isSameAs(failure);
    }

    @Test
    void aLateValueThatHoldsSomethingIsClosed() {
        Opened value = abandoned::incrementAndGet;
        future.cancel(true);
        future.settle(value, null);

        assertThat(abandoned).as("closed").hasValue(1);
    }

    @Test
    void aValueInTimeStaysOpen() {
        Opened value = abandoned::incrementAndGet;
        future.settle(value, null);

        assertThat(future).isCompletedWithValue(value);
        assertThat(abandoned).as("closed").hasValue(0);
    }

    @Test
    void cancellingWhatDependsOnItLeavesItAlone() {
        future.fedBy(abandoned::incrementAndGet);
        future.thenApply(value -> value).cancel(true);

        assertThat(future).isNotDone();
        assertThat(abandoned).hasValue(0);
    }
}
