package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Checks of calls that must end alike whether they block or not. */
final class BothWays {
    private static final int HANG_LIMIT_SECONDS = 20;

    private BothWays() {}

    /** What the blocking call throws, which must be of just the type that the future fails with directly. */
    static <E extends Throwable> E fail(Class<E> type, Runnable blocking, CompletableFuture<?> async) throws Exception {
        assertThat(failure(async)).isExactlyInstanceOf(type);
        Throwable thrown = catchThrowable(blocking::run);
        assertThat(thrown).isExactlyInstanceOf(type);
        return type.cast(thrown);
    }

    /** The direct failure of a future. */
    static Throwable failure(CompletableFuture<?> future) throws Exception {
        Throwable failure = future.<Throwable>handle((value, thrown) -> thrown == null ? new NoFailure() : thrown)
                .get(HANG_LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(failure).isNotInstanceOf(NoFailure.class);
        return failure;
    }

    static <T> T value(CompletableFuture<T> future) throws Exception {
        return future.get(HANG_LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private static final class NoFailure extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
