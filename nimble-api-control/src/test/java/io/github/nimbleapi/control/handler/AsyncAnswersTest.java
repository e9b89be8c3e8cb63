package io.github.nimbleapi.control.handler;

import static io.github.nimbleapi.control.handler.Push.bytes;
import static io.github.nimbleapi.control.handler.Push.signed;
import static io.github.nimbleapi.control.handler.Push.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that answers later, or never. */
@Timeout(30)
class AsyncAnswersTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final byte[] REPORT = signed("i", "p", "{}");
    private static final byte[] EVENTS =
            bytes("{" + Push.header("i", "p") + ",\"publish\":[{\"stream\":\"a/1\"},{\"stream\":\"a/2\"}]}");
    private static final byte[] BATCH =
            bytes("{\"PublishAuthRequest\":[{\"seq\":1,\"id\":\"late\"},{\"seq\":2,\"id\":\"x\"}]}");

    private final Told told = new Told();

    @Test
    void aReportMayBeAnsweredLater() throws Exception {
        CompletableFuture<Collection<String>> answer = new CompletableFuture<>();
        PayPerViewHandler handler = PayPerViewHandler.builder()
                .token(Push.TOKEN)
                .onReportAsync(report -> answer)
                .build();

        CompletableFuture<HandlerReply> reply = handler.handleAsync(REPORT);
        assertThat(reply).isNotDone();
        answer.complete(Set.of("5"));

        assertThat(text(reply.get(10, TimeUnit.SECONDS))).contains("[\"5\"]");
    }

    @Test
    void aReportThatIsAnsweredTooLateIsNotBilledTwice() throws Exception {
        CompletableFuture<Collection<String>> answer = new CompletableFuture<>();
        PayPerViewHandler handler = PayPerViewHandler.builder()
                .token(Push.TOKEN)
                .listener(told)
                .answerWithin(SHORT)
                .onReportAsync(report -> answer)
                .build();

        assertThat(handler.handle(REPORT).status()).isEqualTo(500);
        assertThat(told.only().cause().orElseThrow()).isInstanceOf(TimeoutException.class);
        assertThat(told.only().text()).isEqualTo("there was no answer in time (PT0.02S)");
        assertThat(answer).as("the user's own future").isNotDone();
        answer.complete(Set.of("5"));
        assertThat(text(handler.handle(REPORT))).contains("[\"5\"]");
    }

    @Test
    void codeMayPromiseMoreThanAStage() {
        Function<PlaybackRequest, CompletableFuture<PlaybackDecision>> decision =
                request -> CompletableFuture.completedFuture(PlaybackDecision.allow());
        Function<PublishAttempt, CompletableFuture<Boolean>> permission =
                attempt -> CompletableFuture.completedFuture(true);
        Function<StreamEvent, CompletableFuture<Void>> taker = event -> CompletableFuture.completedFuture(null);

        NimbleHandler playback =
                PlaybackAuthorizationHandler.builder().decideAsync(decision).build();
        NimbleHandler publish =
                PublishControlHandler.builder().decideAsync(permission).build();
        NimbleHandler events = StreamEventHandler.builder()
                .token(Push.TOKEN)
                .onEventAsync(taker)
                .build();

        assertThat(playback.handle(bytes("{}")).status()).isEqualTo(200);
        assertThat(text(publish.handle(BATCH))).contains("success").doesNotContain("fail");
        assertThat(events.handle(EVENTS).status()).isEqualTo(200);
    }

    @Test
    void aStageThatFailsIsAFailure() {
        IllegalStateException thrown = new IllegalStateException();
        PayPerViewHandler handler = PayPerViewHandler.builder()
                .token(Push.TOKEN)
                .listener(told)
                .onReportAsync(report -> CompletableFuture.supplyAsync(() -> {
                    throw thrown;
                }))
                .build();

        assertThat(handler.handle(REPORT).status()).isEqualTo(500);
        assertThat(told.only().cause()).containsSame(thrown);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTimeoutOfYourOwnCodeIsAnErrorOfIt(boolean atOnce) {
        TimeoutException thrown = new TimeoutException("of a database");
        CompletableFuture<PlaybackDecision> decision = new CompletableFuture<>();
        PlaybackAuthorizationHandler handler = PlaybackAuthorizationHandler.builder()
                .listener(told)
                .answerWithin(Duration.ofHours(1))
                .decideAsync(request -> decision)
                .build();
        if (atOnce) {
            decision.completeExceptionally(thrown);
        }

        CompletableFuture<HandlerReply> reply = handler.handleAsync(bytes("{}"));
        decision.completeExceptionally(thrown);

        assertThat(reply.join().status()).isEqualTo(403);
        assertThat(told.only().text()).isEqualTo("there was no answer but an error");
        assertThat(told.only().cause()).containsSame(thrown);
    }

    @Test
    void aDecisionThatNeverComesIsTheChosenOne() {
        PlaybackAuthorizationHandler.Builder builder = PlaybackAuthorizationHandler.builder()
                .listener(told)
                .answerWithin(SHORT)
                .decideAsync(request -> new CompletableFuture<>());

        assertThat(builder.build().handle(bytes("{}")).status()).isEqualTo(403);
        assertThat(builder.onFailure(PlaybackDecision.allow())
                        .build()
                        .handle(bytes("{}"))
                        .status())
                .isEqualTo(200);
        assertThat(told.failures).extracting(HandlerFailure::status).containsExactly(403, 200);
    }

    @Test
    void onePublisherWhoIsNotAnsweredFailsAlone() {
        PublishControlHandler handler = PublishControlHandler.builder()
                .listener(told)
                .answerWithin(SHORT)
                .decideAsync(attempt -> attempt.publisherId().equals("late")
                        ? new CompletableFuture<>()
                        : CompletableFuture.completedFuture(true))
                .build();

        assertThat(text(handler.handle(BATCH)))
                .isEqualTo(
                        "{\"PublishAuthResponse\":[{\"seq\":1,\"status\":\"fail\"},{\"seq\":2,\"status\":\"success\"}]}");
        assertThat(told.only().kind()).isEqualTo(HandlerFailure.Kind.FAILED);
    }

    @Test
    void eventsWaitForEachOther() throws Exception {
        CompletableFuture<Void> first = new CompletableFuture<>();
        List<String> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
        StreamEventHandler handler = StreamEventHandler.builder()
                .token(Push.TOKEN)
                .onEventAsync(event -> {
                    seen.add(event.stream());
                    return event.stream().equals("1") ? first : CompletableFuture.completedFuture(null);
                })
                .build();

        CompletableFuture<HandlerReply> reply = handler.handleAsync(EVENTS);
        assertThat(seen).containsExactly("1");
        first.complete(null);

        assertThat(reply.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(seen).containsExactly("1", "2");
    }

    @Test
    void eventsThatAreNeverDoneAreA500() {
        StreamEventHandler handler = StreamEventHandler.builder()
                .token(Push.TOKEN)
                .listener(told)
                .answerWithin(SHORT)
                .onEventAsync(event -> new CompletableFuture<>())
                .build();

        assertThat(handler.handle(EVENTS).status()).isEqualTo(500);
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        PayPerViewHandler handler = PayPerViewHandler.builder()
                .token(Push.TOKEN)
                .listener(told)
                .onReportAsync(report -> new CompletableFuture<>())
                .build();

        Thread.currentThread().interrupt();
        HandlerReply reply = handler.handle(REPORT);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(reply.status()).isEqualTo(500);
        assertThat(told.only().cause().orElseThrow()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void whatIsLateHasFewThreadsAndKeepsNone() throws Exception {
        String batch = "{\"PublishAuthRequest\":[{}" + ",{}".repeat(499) + "]}";
        AtomicInteger most = new AtomicInteger();
        PublishControlHandler handler = PublishControlHandler.builder()
                .answerWithin(SHORT)
                .decideAsync(attempt -> new CompletableFuture<>())
                .listener(failure -> most.accumulateAndGet(lateThreads(), Math::max))
                .build();

        assertThat(text(handler.handle(bytes(batch)))).contains("fail").doesNotContain("success");
        assertThat(most.get()).isBetween(1, Aside.MOST_THREADS);
        while (lateThreads() > 0) {
            Thread.sleep(5);
        }
    }

    private static int lateThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("nimble-api-handler-late"))
                .count();
    }

    @Test
    void whatIsLateRunsAtOnceWhereThereIsNoThreadForIt() {
        AtomicInteger runs = new AtomicInteger();
        new Aside(task -> {
                    throw new OutOfMemoryError("unable to create native thread");
                })
                .run(runs::incrementAndGet);

        assertThat(runs).hasValue(1);
    }

    @Test
    void listenersDoNotRunInTheThreadThatTimesTheWholeJvm() throws Exception {
        CompletableFuture<String> thread = new CompletableFuture<>();
        PayPerViewHandler.builder()
                .token(Push.TOKEN)
                .listener(failure -> thread.complete(Thread.currentThread().getName()))
                // Not over before the call has returned, on a busy machine either.
                .answerWithin(Duration.ofMillis(500))
                .onReportAsync(report -> new CompletableFuture<>())
                .build()
                .handleAsync(REPORT);

        assertThat(thread.get(10, TimeUnit.SECONDS)).isEqualTo("nimble-api-handler-late");
    }
}
