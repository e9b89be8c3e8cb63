package io.github.nimbleapi.internal.http;

import static io.github.nimbleapi.internal.http.Samples.LIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.ITERABLE;

import io.github.nimbleapi.CallOptions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallRunnerTest {
    private static final Operation<String> ONE = call -> call.send(LIST, reply -> "");
    private static final Operation<String> TWO = call -> ONE.run(call).thenCompose(first -> ONE.run(call));

    private static final Operation<String> WORK = opening(Resource::work);

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final Resource opened = new Resource();
    private final FakeTimer timer = new FakeTimer();
    private final StubTransport stub = new StubTransport();
    private final OpenCalls openCalls = new OpenCalls();
    private final CallRunner runner = runner(Duration.ofSeconds(5));

    private CallRunner runner(Duration callTimeout) {
        CallOptions options = CallOptions.builder().callTimeout(callTimeout).build();
        return new CallRunner(stub, timer, options, Runnable::run, openCalls);
    }

    @Test
    void aCallEndsWithItsValue() {
        CompletableFuture<String> outcome = runner.start(ONE);
        assertThat(outcome).isNotDone();
        stub.answer().complete("list");

        assertThat(outcome).isCompletedWithValue("list");
    }

    @Test
    void allExchangesOfACallShareItsDeadline() {
        runner.start(TWO);
        timer.advance(Duration.ofSeconds(1));
        stub.answer().complete("first");

        assertThat(stub.exchanges)
                .hasSize(2)
                .allMatch(exchange -> exchange.context == stub.last().context)
                .allMatch(exchange -> exchange.context.deadline - timer.nanoTime() == 4_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT2562047788015215H", "PT2562047H"})
    void aCallTimeoutForEverIsPossible(Duration callTimeout) {
        runner(callTimeout).start(ONE);

        assertThat(Duration.ofNanos(stub.last().context.deadline - timer.nanoTime()))
                .isGreaterThan(Duration.ofDays(100_000));
    }

    @Test
    void theFailureOfALaterStepIsTheDirectCause() {
        CompletableFuture<String> outcome = runner.start(TWO);
        stub.answer().complete("first");
        IllegalStateException failure = new IllegalStateException();
        stub.fail(failure);

        assertThat(catchThrowable(outcome::join))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isSameAs(failure);
    }

    @Test
    void cancellingEndsTheStepUnderWayAndMakesNoOther() {
        CompletableFuture<String> outcome = runner.start(TWO);
        stub.answer().complete("first");
        outcome.cancel(true);

        assertThat(stub.sent()).isEqualTo(2);
        assertThat(stub.answer()).isCancelled();
    }

    @Test
    void aStepAfterCancellingIsNotSent() {
        CompletableFuture<String> gate = new CompletableFuture<>();
        CompletableFuture<String> outcome = runner.start(call -> gate.thenCompose(open -> ONE.run(call)));
        outcome.cancel(true);
        gate.complete("open");

        assertThat(stub.sent()).isZero();
    }

    @Test
    void closingTheClientCancelsWhatIsUnderWay() {
        CompletableFuture<String> outcome = runner.start(ONE);
        openCalls.close();

        assertThat(outcome).isCancelled();
        assertThat(stub.answer()).isCancelled();
        assertThatIllegalStateException().isThrownBy(() -> runner.start(ONE)).withMessageContaining("closed");
    }

    @Test
    void aBlockingCallOfAClosedClientEndsAsCancelled() {
        Throwable thrown = catchThrowable(() -> runner.block(call -> {
            CompletableFuture<String> sent = ONE.run(call);
            stub.last().context.executor.execute(openCalls::close);
            return sent;
        }));

        assertThat(thrown).isInstanceOf(CancellationException.class);
        assertThat(stub.answer()).isCancelled();
    }

    @Test
    void whatIsOverIsForgotten() {
        runner.start(ONE);
        stub.answer().complete("list");
        runner.start(ONE).cancel(true);
        runner.start(ONE);
        stub.fail(new IllegalStateException());

        assertThat(openCalls).extracting("endings").asInstanceOf(ITERABLE).isEmpty();
    }

    @Test
    void whatWasOpenedIsWorkedWithInTheThreadOfTheCall() {
        CompletableFuture<String> outcome = queueing().start(WORK);
        stub.answer().complete(opened);

        assertThat(outcome).isNotDone();
        queue.remove().run();
        assertThat(outcome).isCompletedWithValue("worked");
        assertThat(opened.closed).as("by whoever works with it").isFalse();
    }

    @Test
    void givingUpBeforeTheWorkBeginsClosesWhatWasOpened() {
        CompletableFuture<String> outcome = queueing().start(WORK);
        stub.answer().complete(opened);
        outcome.cancel(true);

        assertThat(opened.closed).isTrue();
    }

    @Test
    void givingUpInTheMiddleOfTheWorkClosesWhatWasOpened() {
        CompletableFuture<CompletableFuture<String>> outcome = new CompletableFuture<>();
        outcome.complete(queueing().start(opening(resource -> {
            outcome.join().cancel(true);
            return resource.closed ? "closed" : "open";
        })));
        stub.answer().complete(opened);
        queue.remove().run();

        assertThat(outcome.join()).isCancelled();
        assertThat(opened.closed).isTrue();
    }

    @Test
    void whatIsOpenedAfterGivingUpIsClosedAtOnce() {
        CompletableFuture<Resource> late = new CompletableFuture<>();
        CompletableFuture<String> outcome =
                queueing().start(call -> late.thenCompose(resource -> call.using(resource, Resource::work)));
        outcome.cancel(true);
        late.complete(opened);

        assertThat(opened.closed).isTrue();
    }

    @Test
    void closingTheClientClosesWhatIsWorkedWithAndForgetsWhatIsOver() {
        queueing().start(WORK);
        stub.answer().complete(opened);
        assertThat(openCalls).extracting("endings").asInstanceOf(ITERABLE).hasSize(1);
        openCalls.close();

        assertThat(opened.closed).isTrue();
        assertThat(openCalls).extracting("endings").asInstanceOf(ITERABLE).isEmpty();
    }

    @Test
    void workThatIsOverIsForgotten() {
        queueing().start(WORK);
        stub.answer().complete(opened);
        queue.remove().run();

        assertThat(openCalls).extracting("endings").asInstanceOf(ITERABLE).isEmpty();
    }

    /** Something to be closed. */
    private static final class Resource implements Opened {
        private boolean closed;

        String work() {
            return "worked";
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private CallRunner queueing() {
        return new CallRunner(stub, timer, runner.options(), queue::add, openCalls);
    }

    private static Operation<String> opening(Function<Resource, String> work) {
        return Operation.opening(LIST, reply -> new Resource(), work);
    }

    @Test
    void otherOptionsHoldForTheCopyAlone() {
        CallOptions changed =
                CallOptions.builder().callTimeout(Duration.ofSeconds(1)).build();
        runner.with(changed).start(ONE);

        assertThat(stub.last().context.options).isEqualTo(changed);
        assertThat(runner.options().callTimeout()).isEqualTo(Duration.ofSeconds(5));
    }
}
