package io.github.nimbleapi.internal.http;

import static io.github.nimbleapi.internal.http.Samples.LIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.nimbleapi.CallOptions;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.error.NimbleResponseException;
import io.github.nimbleapi.error.NimbleUnsupportedException;
import io.github.nimbleapi.raw.RawReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class OperationTest {
    private static final Request OTHER = Request.of("GET", "/manage/other");
    private final NimbleNotFoundException missing =
            new NimbleNotFoundException("missing", "GET", "/manage/sessions", RawReply.of(404, ""));
    private final NimbleUnsupportedException unsupported =
            new NimbleUnsupportedException("unsupported", "GET", "/manage/sessions", RawReply.of(404, "<html>"));
    private static final Operation<String> FIRST = Operation.of(LIST, reply -> "");
    private static final Operation<Optional<String>> SEARCH = Operation.search(LIST, reply -> Optional.empty());
    private static final Operation<String> SECOND = Operation.of(OTHER, reply -> "");

    private final StubTransport stub = new StubTransport();
    private final CallRunner runner =
            new CallRunner(stub, new FakeTimer(), CallOptions.builder().build(), Runnable::run, new OpenCalls());

    @Test
    void itSendsItsRequest() {
        runner.start(FIRST);

        assertThat(stub.last().request).isSameAs(LIST);
    }

    @Test
    void itsValueCanBeChanged() {
        CompletableFuture<Integer> outcome = runner.start(FIRST.map(String::length));
        stub.answer().complete("four");

        assertThat(outcome).isCompletedWithValue(4);
    }

    @Test
    void itsValueCanBeLeftOut() {
        CompletableFuture<Void> outcome = runner.start(FIRST.done());
        stub.answer().complete("four");

        assertThat(outcome).isCompletedWithValue(null);
    }

    @Test
    void whatAChangeThrowsIsTheDirectCause() {
        IllegalStateException thrown = new IllegalStateException();
        CompletableFuture<String> outcome = runner.start(FIRST.map(value -> {
            throw thrown;
        }));
        stub.answer().complete("value");

        assertThat(failure(outcome)).isSameAs(thrown);
    }

    @Test
    void aFailureOfThatTypeIsGoneAroundAndHandedOn() {
        List<NimbleUnsupportedException> handed = new ArrayList<>();
        CompletableFuture<String> outcome = runner.start(FIRST.orElse(NimbleUnsupportedException.class, why -> {
            handed.add(why);
            return SECOND;
        }));
        stub.fail(new CompletionException(unsupported));
        assertThat(stub.last().request).isSameAs(OTHER);
        stub.answer().complete("second");

        assertThat(outcome).isCompletedWithValue("second");
        assertThat(handed).containsExactly(unsupported);
    }

    @Test
    void soIsOneOfASubtype() {
        CompletableFuture<String> outcome = runner.start(FIRST.orElse(NimbleResponseException.class, why -> SECOND));
        stub.fail(missing);
        stub.answer().complete("second");

        assertThat(outcome).isCompletedWithValue("second");
    }

    @Test
    void anotherFailureIsThrownAsItIs() {
        CompletableFuture<String> outcome = runner.start(FIRST.orElse(NimbleUnsupportedException.class, why -> SECOND));
        stub.fail(missing);

        assertThat(failure(outcome)).isSameAs(missing);
        assertThat(stub.sent()).isEqualTo(1);
    }

    @Test
    void aValueGoesNoOtherWay() {
        CompletableFuture<String> outcome = runner.start(FIRST.orElse(NimbleException.class, why -> SECOND));
        stub.answer().complete("first");

        assertThat(outcome).isCompletedWithValue("first");
        assertThat(stub.sent()).isEqualTo(1);
    }

    @Test
    void theFailureOfTheOtherWayIsTheDirectCause() {
        CompletableFuture<String> outcome = runner.start(FIRST.orElse(NimbleException.class, why -> SECOND));
        stub.fail(unsupported);
        stub.fail(missing);

        assertThat(failure(outcome)).isSameAs(missing);
    }

    @Test
    void soIsTheOneThatStandsForIt() {
        CompletableFuture<String> outcome =
                runner.start(FIRST.orElse(NimbleException.class, why -> Operation.failing(unsupported)));
        stub.fail(missing);

        assertThat(failure(outcome)).isSameAs(unsupported);
    }

    @Test
    void aSearchTellsFoundFromMissing() {
        CompletableFuture<Optional<String>> found = runner.start(SEARCH);
        stub.answer().complete(Optional.of("value"));
        CompletableFuture<Optional<String>> notInTheAnswer = runner.start(SEARCH);
        stub.answer().complete(Optional.empty());
        CompletableFuture<Optional<String>> notFound = runner.start(SEARCH);
        stub.fail(missing);

        assertThat(found).isCompletedWithValue(Optional.of("value"));
        assertThat(notInTheAnswer).isCompletedWithValue(Optional.empty());
        assertThat(notFound).isCompletedWithValue(Optional.empty());
    }

    @Test
    void whatIsGoneIsAsGoodAsDone() {
        CompletableFuture<Void> done = runner.start(FIRST.doneOrGone());
        stub.answer().complete("value");
        CompletableFuture<Void> gone = runner.start(FIRST.doneOrGone());
        stub.fail(missing);

        assertThat(done).isCompletedWithValue(null);
        assertThat(gone).isCompletedWithValue(null);
    }

    @Test
    void neitherHidesAnotherFailure() {
        CompletableFuture<Optional<String>> search = runner.start(SEARCH);
        stub.fail(unsupported);
        CompletableFuture<Void> doneOrGone = runner.start(FIRST.doneOrGone());
        stub.fail(unsupported);

        assertThat(failure(search)).isSameAs(unsupported);
        assertThat(failure(doneOrGone)).isSameAs(unsupported);
    }

    @Test
    void cancellingReachesTheOtherWay() {
        CompletableFuture<String> outcome = runner.start(FIRST.orElse(NimbleException.class, why -> SECOND));
        stub.fail(unsupported);
        CompletableFuture<Object> second = stub.answer();
        assertThat(stub.sent()).isEqualTo(2);
        outcome.cancel(true);

        assertThat(outcome).isCancelled();
        assertThat(second).isCancelled();
    }

    @Test
    void aCancelledStepHasNoOtherWay() {
        CompletableFuture<String> outcome = runner.start(FIRST.orElse(NimbleException.class, why -> SECOND));
        outcome.cancel(true);

        assertThat(stub.answer()).isCancelled();
        assertThat(stub.sent()).isEqualTo(1);
    }

    @Test
    void oneOperationCanRunOftenAtTheSameTime() {
        CompletableFuture<String> one = runner.start(FIRST);
        CompletableFuture<Object> answer = stub.answer();
        CompletableFuture<String> other = runner.start(FIRST);
        one.cancel(true);
        stub.answer().complete("other");

        assertThat(answer).isCancelled();
        assertThat(other).isCompletedWithValue("other");
    }

    private static Throwable failure(CompletableFuture<?> outcome) {
        Throwable thrown = catchThrowable(outcome::join);
        assertThat(thrown).isInstanceOf(CompletionException.class);
        return Objects.requireNonNull(thrown.getCause());
    }
}
