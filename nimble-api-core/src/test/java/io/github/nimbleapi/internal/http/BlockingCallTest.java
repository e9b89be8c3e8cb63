package io.github.nimbleapi.internal.http;

import static io.github.nimbleapi.internal.http.Samples.LIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.nimbleapi.CallOptions;
import io.github.nimbleapi.error.NimbleInterruptedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BlockingCallTest {
    private final StubTransport stub = new StubTransport();
    private final CallRunner runner =
            new CallRunner(stub, new FakeTimer(), CallOptions.builder().build(), Runnable::run, new OpenCalls());

    private String list() {
        return runner.block(call -> call.send(LIST, reply -> ""));
    }

    /** Calls, and lets another thread, as the network would, do something in the call's threads meanwhile. */
    private String listWhile(Runnable task) {
        return runner.block(call -> {
            CompletableFuture<String> sent = call.send(LIST, reply -> "");
            Executor executor = stub.last().context.executor;
            CompletableFuture.runAsync(() -> executor.execute(task));
            return sent;
        });
    }

    @Test
    void theCallersOwnThreadDoesTheWork() {
        assertThat(listWhile(() -> stub.answer().complete(Thread.currentThread().getName())))
                .isEqualTo(Thread.currentThread().getName());
    }

    @Test
    void aFailureCarriesTheStackOfTheCaller() {
        Throwable thrown = catchThrowable(() -> listWhile(() -> stub.fail(new IllegalStateException("made here"))));

        assertThat(thrown).hasMessage("made here");
        assertThat(thrown.getStackTrace())
                .extracting(StackTraceElement::getMethodName)
                .contains("aFailureCarriesTheStackOfTheCaller");
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException(), new AssertionError(), Samples.broken());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsThrownAsItIs(Throwable failure) {
        assertThat(catchThrowable(() -> listWhile(() -> stub.fail(failure)))).isSameAs(failure);
    }

    @Test
    void anInterruptBeforeTheCallCancelsItAndStaysSet() {
        Thread.currentThread().interrupt();
        Throwable thrown = catchThrowable(this::list);

        assertThat(Thread.interrupted()).as("flag").isTrue();
        assertInterrupted(thrown);
    }

    @Test
    void anInterruptDuringTheCallCancelsItAndStaysSet() throws Exception {
        FutureTask<Throwable> task = new FutureTask<>(() -> {
            Throwable thrown = catchThrowable(this::list);
            assertThat(Thread.currentThread().isInterrupted()).as("flag").isTrue();
            return thrown;
        });
        Thread caller = new Thread(task);
        caller.start();
        while (caller.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        caller.interrupt();

        assertInterrupted(task.get(10, TimeUnit.SECONDS));
    }

    private void assertInterrupted(Throwable thrown) {
        assertThat(stub.answer()).isCancelled();
        assertThat(thrown)
                .asInstanceOf(InstanceOfAssertFactories.type(NimbleInterruptedException.class))
                .satisfies(e -> assertThat(e.method()).isEqualTo("GET"))
                .satisfies(e -> assertThat(e.path()).isEqualTo("/manage/sessions"))
                .satisfies(e -> assertThat(e).hasCauseInstanceOf(InterruptedException.class));
    }

    @Test
    void aPoolWhoseOnlyThreadBlocksStillDoesTheWorkThatEndsTheCall() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        try {
            Future<String> listed = pool.submit(() -> runner.block(call -> {
                CompletableFuture<String> sent = call.send(LIST, reply -> "");
                pool.execute(() -> stub.answer().complete("list"));
                return sent;
            }));

            assertThat(listed.get(10, TimeUnit.SECONDS)).isEqualTo("list");
        } finally {
            pool.shutdownNow();
        }
    }
}
