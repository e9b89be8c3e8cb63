package io.github.nimbleapi.control.handler;

import static io.github.nimbleapi.control.handler.Push.bytes;
import static io.github.nimbleapi.control.handler.Push.players;
import static io.github.nimbleapi.control.handler.Push.signed;
import static io.github.nimbleapi.control.handler.Push.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pair of ID and Puzzle is billed once. */
@Timeout(30)
class RepeatsTest {
    private final AtomicInteger billed = new AtomicInteger();
    private final Told told = new Told();
    private final PayPerViewHandler handler = PayPerViewHandler.builder()
            .token(Push.TOKEN)
            .listener(told)
            .rememberedPairs(2)
            .onReport(report -> Set.of("call " + billed.incrementAndGet()))
            .build();

    @Test
    void aRepeatIsAnsweredAsBeforeWhateverItsBodySays() {
        String first = text(handler.handle(signed("i", "p", "{}")));
        String second = text(handler.handle(signed("i", "p", players("{\"id\":\"x\"}"))));

        assertThat(second).isEqualTo(first).contains("call 1");
        assertThat(billed).hasValue(1);
    }

    @Test
    void neitherHalfOfThePairIsAKey() {
        handler.handle(signed("ab", "c", "{}"));
        handler.handle(signed("ab", "d", "{}"));
        handler.handle(signed("a", "d", "{}"));

        assertThat(billed).hasValue(3);
    }

    /** It is all that a signature covers: one that is genuine is as good for each way to part it. */
    @Test
    void theTextOfAPairIsTakenInItsOwnHalvesOnly() {
        assertThat(handler.handle(signed("ab", "cd", "{}")).status()).isEqualTo(200);

        assertThat(handler.handle(signed("a", "bcd", "{}")).status()).isEqualTo(403);
        assertThat(handler.handle(signed("abc", "d", "{}")).status()).isEqualTo(403);
        assertThat(handler.handle(signed("ab", "cd", "{}")).status()).isEqualTo(200);
        assertThat(billed).hasValue(1);
        assertThat(told.failures).hasSize(2).allSatisfy(failure -> {
            assertThat(failure.kind()).isEqualTo(HandlerFailure.Kind.FORGED);
            assertThat(failure.text()).contains("another push");
        });
    }

    /** Who reads a reply must not be able to sign with it. */
    @Test
    void theSolutionIsNoSignature() {
        assertThat(text(handler.handle(signed("i", "puzzle", "{}")))).contains(Push.solution("puzzle"));
        String forged = "{\"ID\":\"p\",\"Puzzle\":\"uzzle\",\"Signature\":\"" + Push.solution("puzzle") + "\"}";

        assertThat(handler.handle(bytes(forged)).status()).isEqualTo(403);
        assertThat(billed).hasValue(1);
    }

    /** Also one that comes again with another report, as long as that is remembered. */
    @Test
    void aPuzzleIsRememberedAsLongAsItsLatestPair() {
        for (String id : List.of("1", "2", "3")) {
            handler.handle(signed(id, "pq", "{}"));
        }
        handler.handle(signed("i", "other", "{}"));

        assertThat(handler.handle(signed("p", "q", "{}")).status()).isEqualTo(403);
        assertThat(billed).hasValue(4);
    }

    @Test
    void theOldestIsForgotten() {
        for (String puzzle : List.of("1", "2", "3", "3", "2")) {
            handler.handle(signed("i", puzzle, "{}"));
        }
        assertThat(billed).hasValue(3);
        handler.handle(signed("i", "1", "{}"));
        assertThat(billed).hasValue(4);
    }

    @Test
    void whereOneHalfIsMissingNothingIsARepeat() {
        PayPerViewHandler open = PayPerViewHandler.withoutToken(report -> Set.of("call " + billed.incrementAndGet()));

        open.handle(bytes("{\"ID\":\"i\"}"));
        open.handle(bytes("{\"ID\":\"i\"}"));
        open.handle(bytes("{\"Puzzle\":\"p\"}"));
        open.handle(bytes("{\"Puzzle\":\"p\"}"));
        assertThat(billed).hasValue(4);
        open.handle(bytes("{\"ID\":\"i\",\"Puzzle\":\"p\"}"));
        open.handle(bytes("{\"ID\":\"i\",\"Puzzle\":\"p\"}"));
        assertThat(billed).hasValue(5);
    }

    @Test
    void aFailureIsBilledAtTheNextTry() {
        AtomicBoolean broken = new AtomicBoolean(true);
        PayPerViewHandler failing = PayPerViewHandler.builder()
                .token(Push.TOKEN)
                .listener(new Told())
                .onReport(report -> {
                    if (broken.get()) {
                        throw new IllegalStateException();
                    }
                    return Set.of("call " + billed.incrementAndGet());
                })
                .build();

        assertThat(failing.handle(signed("i", "p", "{}")).status()).isEqualTo(500);
        broken.set(false);
        assertThat(text(failing.handle(signed("i", "p", "{}")))).contains("call 1");
        assertThat(text(failing.handle(signed("i", "p", "{}")))).contains("call 1");
    }

    @Test
    void theSecondOfTwoAtATimeWaitsForTheFirst() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch may = new CountDownLatch(1);
        PayPerViewHandler slow = PayPerViewHandler.builder()
                .token(Push.TOKEN)
                .onReport(report -> {
                    billed.incrementAndGet();
                    asked.countDown();
                    await(may);
                    return Set.of("first");
                })
                .build();
        CompletableFuture<HandlerReply> first =
                CompletableFuture.supplyAsync(() -> slow.handle(signed("i", "p", "{}")));
        await(asked);
        CompletableFuture<HandlerReply> second = slow.handleAsync(signed("i", "p", "{}"));

        assertThat(second).isNotDone();
        may.countDown();

        assertThat(text(second.get(10, TimeUnit.SECONDS))).contains("first");
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(second.join());
        assertThat(billed).hasValue(1);
    }

    @Test
    void waitingForTheFirstHasAnEnd() throws Exception {
        CountDownLatch may = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Told told = new Told();
        PayPerViewHandler slow = PayPerViewHandler.builder()
                .token(Push.TOKEN)
                .listener(told)
                .answerWithin(Duration.ofMillis(20))
                .onReport(report -> {
                    asked.countDown();
                    await(may);
                    return Set.of();
                })
                .build();
        CompletableFuture<HandlerReply> first =
                CompletableFuture.supplyAsync(() -> slow.handle(signed("i", "p", "{}")));
        await(asked);

        assertThat(slow.handle(signed("i", "p", "{}")).status()).isEqualTo(500);
        assertThat(told.only().text()).contains("PT0.02S");
        may.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @Test
    void manyDenialsAreForgottenButNotTheirPairs() throws Exception {
        Repeats repeats = new Repeats(100);
        List<String> half = Collections.nCopies(Repeats.MOST_IDS / 2, "x");
        PushPair[] pairs = {new PushPair("i", "1"), new PushPair("i", "2"), new PushPair("i", "3")};
        for (PushPair pair : pairs) {
            repeats.once(pair, () -> CompletableFuture.completedFuture(half)).join();
        }

        assertThat(repeats.once(pairs[0], this::mustNotBeAsked).join()).isEmpty();
        assertThat(repeats.once(pairs[1], this::mustNotBeAsked).join()).isEqualTo(half);
        assertThat(repeats.once(pairs[2], this::mustNotBeAsked).join()).isEqualTo(half);
    }

    @Test
    void whatIsForgottenNoLongerCounts() throws Exception {
        Repeats repeats = new Repeats(1);
        List<String> all = Collections.nCopies(Repeats.MOST_IDS, "x");
        for (int i = 0; i < 3; i++) {
            PushPair pair = new PushPair("i", "p" + i);
            repeats.once(pair, () -> CompletableFuture.completedFuture(all)).join();

            assertThat(repeats.once(pair, this::mustNotBeAsked).join()).hasSize(all.size());
        }
    }

    /** Also if it was answered after others that are still known. */
    @Test
    void whatIsForgottenNoLongerCountsInWhateverOrder() throws Exception {
        Repeats repeats = new Repeats(2);
        CompletableFuture<List<String>> late = new CompletableFuture<>();
        repeats.once(new PushPair("i", "1"), () -> late);
        PushPair second = new PushPair("i", "2");
        List<String> many = Collections.nCopies(Repeats.MOST_IDS - 1, "x");
        repeats.once(second, () -> CompletableFuture.completedFuture(many));
        late.complete(List.of("y"));
        repeats.once(new PushPair("i", "3"), () -> CompletableFuture.completedFuture(List.of("z")));

        assertThat(repeats.once(second, this::mustNotBeAsked).join()).isEqualTo(many);
    }

    @Test
    void whatWasForgottenBeforeItsAnswerCameIsNotKept() throws Exception {
        Repeats repeats = new Repeats(1);
        CompletableFuture<List<String>> late = new CompletableFuture<>();
        CompletableFuture<List<String>> first = repeats.once(new PushPair("i", "1"), () -> late);
        PushPair second = new PushPair("i", "2");
        repeats.once(second, () -> CompletableFuture.completedFuture(List.of("x")));

        late.complete(Collections.nCopies(Repeats.MOST_IDS, "y"));

        assertThat(first.join()).hasSize(Repeats.MOST_IDS);
        assertThat(repeats.once(second, this::mustNotBeAsked).join()).containsExactly("x");
    }

    /** Each of them is stepped over but once. */
    @Test
    @Timeout(10)
    void manyDenialsTakeNoLongerThanFew() throws Exception {
        Repeats repeats = new Repeats(1 << 16);
        CompletableFuture<List<String>> denied = CompletableFuture.completedFuture(Collections.nCopies(20, "x"));
        for (int i = 0; i < 1 << 16; i++) {
            repeats.once(new PushPair("i", "p" + i), () -> denied);
        }

        assertThat(repeats.once(new PushPair("i", "p0"), this::mustNotBeAsked).join())
                .isEmpty();
        assertThat(repeats.once(new PushPair("i", "p65535"), this::mustNotBeAsked)
                        .join())
                .hasSize(20);
    }

    private CompletableFuture<List<String>> mustNotBeAsked() {
        throw new AssertionError("asked again");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
