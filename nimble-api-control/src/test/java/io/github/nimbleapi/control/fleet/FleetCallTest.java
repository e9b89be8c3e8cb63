package io.github.nimbleapi.control.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.Edges;
import io.github.nimbleapi.control.Sneaky;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleInterruptedException;
import io.github.nimbleapi.testkit.Fault;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How many servers are called at a time, and what becomes of the calls. */
class FleetCallTest {
    private final Map<String, CompletableFuture<String>> begun = new ConcurrentHashMap<>();
    private final BiFunction<String, NimbleClient, CompletableFuture<String>> byHand =
            (server, client) -> begun.computeIfAbsent(server, name -> new CompletableFuture<>());

    @Test
    void callsSoManyAtATimeAndKeepsTheOrder() {
        try (Edges edges = new Edges(5)) {
            CompletableFuture<FleetResult<String>> result = edges.fleet(3).callAsync(byHand);
            assertThat(begun).containsOnlyKeys("edge-0", "edge-1", "edge-2");

            future("edge-1").complete("1");
            assertThat(begun).hasSize(4).containsKey("edge-3");
            future("edge-3").complete("3");
            future("edge-4").completeExceptionally(failure());
            future("edge-2").complete("2");
            assertThat(result).isNotDone();
            future("edge-0").complete("0");

            assertThat(result.join().values()).hasToString("{edge-0=0, edge-1=1, edge-2=2, edge-3=3}");
            assertThat(result.join().failures()).containsOnlyKeys("edge-4");
        }
    }

    @Test
    void theServersSeeNoMoreAtATime() throws Exception {
        try (Edges edges = new Edges(9)) {
            AtomicInteger now = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            CyclicBarrier three = new CyclicBarrier(3);
            for (int i = 0; i < 9; i++) {
                edges.get(i)
                        .failNext(
                                call -> {
                                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                                    await(three);
                                    now.decrementAndGet();
                                    return false;
                                },
                                Fault.stall());
            }

            assertThat(edges.fleet(3).list().orThrow().values()).hasSize(9);
            assertThat(most).hasValue(3);
        }
    }

    @Test
    void cancellingEndsTheCallsUnderWayAndBeginsNoOthers() {
        try (Edges edges = new Edges(4)) {
            CompletableFuture<FleetResult<String>> result = edges.fleet(2).callAsync(byHand);

            result.cancel(true);

            assertThat(begun).containsOnlyKeys("edge-0", "edge-1");
            assertThat(begun.values()).allMatch(CompletableFuture::isCancelled);
        }
    }

    @Test
    void somethingElseThanAFailureOfAServerEndsTheOthers() {
        try (Edges edges = new Edges(4)) {
            CompletableFuture<FleetResult<String>> result = edges.fleet(2).callAsync(byHand);
            IllegalStateException thrown = new IllegalStateException("not of a server");

            future("edge-0").completeExceptionally(thrown);

            assertThatThrownBy(result::get).hasCause(thrown);
            assertThat(begun).hasSize(2);
            assertThat(future("edge-1")).isCancelled();
            CompletableFuture<FleetResult<String>> cancelled = edges.fleet().callAsync(client -> {
                CompletableFuture<String> call = new CompletableFuture<>();
                call.cancel(true);
                return call;
            });
            assertThatThrownBy(cancelled::get).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void whatAFunctionThrowsEndsTheWholeWhateverItIs() {
        try (Edges edges = new Edges(2)) {
            for (Throwable thrown : List.of(new AssertionError("an error"), new IOException("a checked exception"))) {
                begun.clear();
                CompletableFuture<FleetResult<String>> result = edges.fleet(1).callAsync((server, client) -> {
                    if (server.equals("edge-1")) {
                        throw Sneaky.thrown(thrown);
                    }
                    return byHand.apply(server, client);
                });
                future("edge-0").complete("0");

                assertThat(result).isCompletedExceptionally();
                assertThatThrownBy(result::get).hasCause(thrown);
            }
        }
    }

    @Test
    void whatAFunctionThrowsIsThrownOnByTheBlockingMethods() {
        try (Edges edges = new Edges(1)) {
            AssertionError error = new AssertionError("an error");
            IOException undeclared = new IOException("a checked exception");

            assertThatThrownBy(() -> edges.fleet().call(client -> {
                        throw error;
                    }))
                    .isSameAs(error);
            assertThatThrownBy(() -> edges.fleet().call(client -> {
                        throw Sneaky.thrown(undeclared);
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasCause(undeclared);
        }
    }

    @Test
    void theCallsAreOverBeforeAnybodyHearsOfTheEnd() {
        try (Edges edges = new Edges(4)) {
            for (Consumer<CompletableFuture<?>> end : List.<Consumer<CompletableFuture<?>>>of(
                    result -> result.cancel(true),
                    result -> future("edge-1").completeExceptionally(new IllegalStateException("not of a server")))) {
                begun.clear();
                CompletableFuture<FleetResult<String>> result = edges.fleet(3).callAsync(byHand);
                CompletableFuture<Boolean> over = new CompletableFuture<>();
                result.whenComplete((value, failure) ->
                        over.complete(begun.values().stream().allMatch(CompletableFuture::isDone)));

                end.accept(result);

                assertThat(over).isCompletedWithValue(true);
                assertThat(begun).hasSize(3);
            }
        }
    }

    @Test
    void howeverItEndsTheCallsEndWithIt() {
        try (Edges edges = new Edges(4)) {
            CompletableFuture<FleetResult<String>> result = edges.fleet(2).callAsync(byHand);

            result.completeExceptionally(new TimeoutException("as orTimeout does"));

            assertThat(begun).hasSize(2);
            assertThat(begun.values()).allMatch(CompletableFuture::isCancelled);
        }
    }

    @Test
    void aCallThatBeginsAsTheWholeEndsIsCancelled() {
        try (Edges edges = new Edges(2)) {
            List<CompletableFuture<?>> whole = new CopyOnWriteArrayList<>();
            CompletableFuture<FleetResult<String>> result = edges.fleet(1).callAsync((server, client) -> {
                whole.forEach(it -> it.cancel(true));
                return byHand.apply(server, client);
            });
            whole.add(result);

            future("edge-0").complete("0");

            assertThat(result).isCancelled();
            assertThat(future("edge-1")).isCancelled();
        }
    }

    @Test
    void partOfAFleetCallsAsManyAtATime() {
        try (Edges edges = new Edges(3)) {
            edges.fleet(1).only(List.of("edge-1", "edge-2")).callAsync(byHand);

            assertThat(begun).containsOnlyKeys("edge-1");
        }
    }

    @Test
    void failuresAreFoundInChainedFuturesToo() {
        try (Edges edges = new Edges(1)) {
            NimbleException failure = failure();

            FleetResult<String> result = edges.fleet()
                    .call(client -> CompletableFuture.<String>failedFuture(failure)
                            .thenApply(text -> text)
                            .thenApply(text -> text));

            assertThat(result.failures()).containsEntry("edge-0", failure);
            assertThat(edges.fleet()
                            .<String>call(client -> {
                                throw failure;
                            })
                            .failures())
                    .containsEntry("edge-0", failure);
        }
    }

    @Test
    void thousandsThatAnswerAtOnceFitOnTheStack() {
        try (Edges edges = new Edges(1)) {
            Map<String, NimbleClient> many = new LinkedHashMap<>();
            for (int i = 0; i < 100_000; i++) {
                many.put("edge-" + i, edges.client(0));
            }

            FleetResult<Integer> result = NimbleFleet.of(many).call(client -> CompletableFuture.completedFuture(1));

            assertThat(result.values()).hasSize(100_000);
        }
    }

    @Test
    void anInterruptCancelsTheCalls() throws Exception {
        try (Edges edges = new Edges(2)) {
            CountDownLatch underWay = new CountDownLatch(2);
            List<CompletableFuture<?>> calls = new CopyOnWriteArrayList<>();
            for (int i = 0; i < 2; i++) {
                edges.get(i)
                        .failNext(
                                call -> {
                                    underWay.countDown();
                                    return true;
                                },
                                Fault.stall());
            }
            CompletableFuture<Throwable> thrown = new CompletableFuture<>();
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                try {
                    edges.fleet().call(client -> {
                        CompletableFuture<?> call = client.sessions().listAsync();
                        calls.add(call);
                        return call;
                    });
                } catch (RuntimeException e) {
                    flag.complete(Thread.currentThread().isInterrupted());
                    thrown.complete(e);
                }
            });
            caller.start();
            assertThat(underWay.await(20, TimeUnit.SECONDS)).isTrue();

            caller.interrupt();

            assertThat(thrown.get(10, TimeUnit.SECONDS)).isInstanceOf(NimbleInterruptedException.class);
            assertThat(flag.get()).isTrue();
            assertThat(calls).hasSize(2).allMatch(CompletableFuture::isCancelled);
        }
    }

    private CompletableFuture<String> future(String server) {
        CompletableFuture<String> future = begun.get(server);
        return Objects.requireNonNull(future, server);
    }

    private static NimbleException failure() {
        return new NimbleConnectionException("refused", "GET", "/manage/sessions", null);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
