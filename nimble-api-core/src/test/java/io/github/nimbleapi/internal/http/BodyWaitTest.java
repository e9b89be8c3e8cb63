package io.github.nimbleapi.internal.http;

import static io.github.nimbleapi.internal.http.HandDrivenBody.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BodyWaitTest {
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final HandDrivenBody source = new HandDrivenBody();
    private final BodyStream body = new BodyStream(1_000_000);

    @BeforeEach
    void subscribe() {
        body.onSubscribe(source);
    }

    /** In a thread of its own, which waits when this returns. */
    private static <T> FutureTask<T> waiting(Callable<T> reading) {
        FutureTask<T> task = new FutureTask<>(reading);
        Thread reader = new Thread(task);
        reader.start();
        while (reader.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return task;
    }

    @Test
    void aReaderWaitsForWhatArrives() throws Exception {
        FutureTask<Integer> reading = waiting(body::read);
        body.onNext(bytes("a"));

        assertThat(reading.get(10, TimeUnit.SECONDS)).isEqualTo('a');
    }

    @Test
    void abandoningWakesTheReader() throws Exception {
        FutureTask<Throwable> reading = waiting(() -> catchThrowable(body::read));
        IOException why = new IOException("given up");
        body.abandon(why);

        assertThat(reading.get(10, TimeUnit.SECONDS)).isSameAs(why);
        assertThat(source.cancelled).isTrue();
    }

    @Test
    void anInterruptedReaderStopsWithItsFlagSet() {
        Thread.currentThread().interrupt();
        Throwable thrown = catchThrowable(body::read);

        assertThat(Thread.interrupted()).as("flag").isTrue();
        assertThat(thrown).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void aReaderWithPatienceDoesNotWaitForEver() {
        body.readElementwise(PATIENCE, Long.MAX_VALUE);

        assertThatExceptionOfType(BodyStream.Stalled.class)
                .isThrownBy(body::read)
                .withMessage("nothing more came within PT0.05S");
    }

    @Test
    void thePatienceBeginsAnewWithEachElement() {
        body.readElementwise(PATIENCE, Long.MAX_VALUE);
        assertThat(catchThrowable(body::read)).isInstanceOf(BodyStream.Stalled.class);
        long start = System.nanoTime();
        body.nextElement();
        assertThat(catchThrowable(body::read)).isInstanceOf(BodyStream.Stalled.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(PATIENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT2562047788015215H"})
    void patienceForEverIsPossible(Duration patience) throws IOException {
        body.readElementwise(patience, Long.MAX_VALUE);
        body.onNext(bytes("a"));

        assertThat(body.read()).isEqualTo('a');
    }

    @Test
    void whoReadsElementwiseSetsALimitOfHisOwn() {
        body.readElementwise(PATIENCE, 1);
        body.onNext(bytes("ab"));

        assertThat(catchThrowable(body::read)).isInstanceOf(BodyStream.TooLarge.class);
    }
}
