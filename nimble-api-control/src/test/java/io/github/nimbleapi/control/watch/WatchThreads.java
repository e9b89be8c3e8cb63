package io.github.nimbleapi.control.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The threads that watch. */
final class WatchThreads {
    private WatchThreads() {}

    static List<Thread> alive(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .collect(Collectors.toList());
    }

    /** Fails unless all of that name end within some time. */
    static void assertEnd(String name) throws InterruptedException {
        for (Thread thread : alive(name)) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
            assertThat(thread.isAlive()).as("%s is alive", thread).isFalse();
        }
    }
}
