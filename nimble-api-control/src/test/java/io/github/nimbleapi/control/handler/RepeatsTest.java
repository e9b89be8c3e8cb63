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
import java.util.UUID;
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
    private final PayPerViewHandler handler = PayPerViewHandler.builder()
            .token(Push.TOKEN)
            .listener(new Told())
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
    void neitherHalfOfThePairIsAKeyNorTheirText() {
        handler.handle(signed("ab", "c", "{}"));
        handler.handle(signed("a", "bc", "{}"));
        handler.handle(signed("ab", "d", "{}"));
        handler.handle(signed("a", "d", "{}"));

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
    void manyDenialsAreForgottenButNotTheirPairs() {
        Repeats repeats = new Repeats(100);
        List<String> half = Collections.nCopies(Repeats.MOST_IDS / 2, "x");
        UUID[] pairs = {new UUID(0, 1), new UUID(0, 2), new UUID(0, 3)};
        for (UUID pair : pairs) {
            repeats.once(pair, () -> CompletableFuture.completedFuture(half)).join();
        }

        assertThat(repeats.once(pairs[0], this::mustNotBeAsked).join()).isEmpty();
        assertThat(repeats.once(pairs[1], this::mustNotBeAsked).join()).isEqualTo(half);
        assertThat(repeats.once(pairs[2], this::mustNotBeAsked).join()).isEqualTo(half);
    }

    @Test
    void whatIsForgottenNoLongerCounts() {
        Repeats repeats = new Repeats(1);
        List<String> all = Collections.nCopies(Repeats.MOST_IDS, "x");
        for (int i = 0; i < 3; i++) {
            UUID pair = new UUID(0, i);
            repeats.once(pair, () -> CompletableFuture.completedFuture(all)).join();

            assertThat(repeats.once(pair, this::mustNotBeAsked).join()).hasSize(all.size());
        }
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
