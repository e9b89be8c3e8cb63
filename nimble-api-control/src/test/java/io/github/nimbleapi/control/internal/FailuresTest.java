package io.github.nimbleapi.control.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void takesOffWhatFuturesPutAround() {
        IllegalStateException cause = new IllegalStateException("why", new RuntimeException("before"));

        assertThat(Failures.unwrapped(cause)).isSameAs(cause);
        assertThat(Failures.unwrapped(new CompletionException(new ExecutionException(cause))))
                .isSameAs(cause);
    }

    @Test
    void leavesAWrapperAroundNothing() {
        CompletionException empty = new CompletionException("empty", null);

        assertThat(Failures.unwrapped(empty)).isSameAs(empty);
    }
}
