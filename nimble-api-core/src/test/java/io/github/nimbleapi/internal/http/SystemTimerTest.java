package io.github.nimbleapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SystemTimerTest {
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final Timer timer = new SystemTimer(Runnable::run);

    private Runnable schedule(long millis, String name) {
        return timer.schedule(TimeUnit.MILLISECONDS.toNanos(millis), () -> done.add(name));
    }

    @Test
    void tasksAreDoneInTheOrderOfTheirTimes() throws InterruptedException {
        schedule(150, "third");
        schedule(50, "first");
        schedule(100, "second");

        assertThat(done.take()).isEqualTo("first");
        assertThat(done.take()).isEqualTo("second");
        assertThat(done.take()).isEqualTo("third");
    }

    @Test
    void noneIsDoneTooEarly() throws InterruptedException {
        long start = timer.nanoTime();
        schedule(1, "early").run();
        schedule(100, "late");

        assertThat(done.take()).isEqualTo("late");
        assertThat(timer.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
    }

    @Test
    void whatIsCalledOffIsNotDoneAndTheOthersAre() throws InterruptedException {
        List<Runnable> callOffs = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            callOffs.add(schedule(50, "called off"));
            schedule(50, "kept");
        }
        callOffs.forEach(Runnable::run);
        callOffs.forEach(Runnable::run);

        for (int i = 0; i < 100; i++) {
            assertThat(done.take()).isEqualTo("kept");
        }
        assertThat(done.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aTaskAfterAnotherThatWasCalledOffIsDone() throws InterruptedException {
        schedule(50, "called off").run();
        schedule(200, "later");

        assertThat(done.take()).isEqualTo("later");
    }

    @Test
    void tasksWithoutDelayAndForEverAreTaken() throws InterruptedException {
        timer.schedule(Long.MAX_VALUE, () -> done.add("never"));
        schedule(0, "now");

        assertThat(done.take()).isEqualTo("now");
        assertThat(done.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }
}
