package io.github.nimbleapi.control.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.control.Edges;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleInterruptedException;
import io.github.nimbleapi.testkit.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A guard that makes its passes by itself. */
@Timeout(60)
class SessionGuardBackgroundTest {
    private static final SessionRule ALL = SessionRules.endIf("all", session -> true);

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Test
    void endsThoseWhoComeBackUntilItIsClosed() throws Exception {
        try (Edges edges = new Edges(1)) {
            edges.get(0).addSession(s -> s.id(1));
            try (SessionGuard guard = SessionGuard.builder(edges.client(0))
                    .rule(ALL)
                    .every(Duration.ofMillis(5))
                    .listener(ended -> told.add("ended " + ended.session().id()))
                    .build()
                    .start()) {
                assertThat(told.take()).isEqualTo("ended 1");
                edges.get(0).addSession(s -> s.id(2));
                assertThat(told.take()).isEqualTo("ended 2");
                assertThatThrownBy(guard::start).isInstanceOf(IllegalStateException.class);
                assertThat(threads()).isEqualTo(1);
            }
            assertThat(threads()).isZero();
            assertThat(edges.client(0).sessions().list())
                    .as("the client goes on")
                    .isEmpty();
        }
    }

    @Test
    void aDeadServerIsAskedEverMoreSeldomAndTheOtherInEachPass() throws Exception {
        try (Edges edges = new Edges(1).andDead("dead")) {
            AtomicInteger passes = new AtomicInteger();
            Map<Integer, String> failures = new ConcurrentHashMap<>();
            CountDownLatch enough = new CountDownLatch(16);
            try (SessionGuard guard = SessionGuard.builder(edges.fleet())
                    .rule((sessions, now) -> {
                        passes.incrementAndGet();
                        enough.countDown();
                        return sessions;
                    })
                    .every(Duration.ofMillis(2))
                    .listener(new FailureListener(server -> failures.put(passes.get(), server)))
                    .build()
                    .start()) {
                assertThat(guard).hasToString("SessionGuard[edge-0, dead]");
                enough.await();
            }
            failures.keySet().removeIf(pass -> pass > 15);
            assertThat(failures).containsOnlyKeys(1, 3, 7, 15).containsValue("dead");
        }
    }

    @Test
    void recoversWhenAllServersHadFailed() throws Exception {
        try (Edges edges = new Edges(2)) {
            edges.get(0).failNext(Fault.status(503).times(3));
            edges.get(1).failNext(Fault.status(503).times(3));
            edges.get(1).addSession(s -> s.id(5));
            try (SessionGuard guard = SessionGuard.builder(edges.fleet())
                    .rule(ALL)
                    .every(Duration.ofMillis(2))
                    .listener(new FailureListener(server -> {}) {
                        @Override
                        public void ended(EndedSession session) {
                            told.add(session.server());
                        }
                    })
                    .build()
                    .start()) {
                assertThat(guard).isNotNull();
                assertThat(told.take()).isEqualTo("edge-1");
            }
        }
    }

    @Test
    void closingEndsAPassThatHangs() throws Exception {
        try (Edges edges = new Edges(1)) {
            CountDownLatch underWay = new CountDownLatch(1);
            edges.get(0)
                    .failNext(
                            call -> {
                                underWay.countDown();
                                return true;
                            },
                            Fault.stall());
            AtomicInteger failures = new AtomicInteger();
            SessionGuard guard = SessionGuard.builder(edges.client(0))
                    .rule(ALL)
                    .listener(new FailureListener(server -> failures.incrementAndGet()))
                    .build()
                    .start();
            underWay.await();

            guard.close();
            guard.close();

            assertThat(threads()).isZero();
            assertThat(failures).as("to be closed is no failure").hasValue(0);
        }
    }

    @Test
    void whoWaitsForAPassCanBeInterrupted() throws Exception {
        try (Edges edges = new Edges(1)) {
            CountDownLatch underWay = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            edges.get(0).addSession(s -> s.id(1));
            SessionGuard guard = SessionGuard.builder(edges.client(0))
                    .rule((sessions, now) -> {
                        underWay.countDown();
                        await(goOn);
                        return sessions;
                    })
                    .build();
            CompletableFuture<?> first = CompletableFuture.supplyAsync(guard::enforce);
            underWay.await();
            Thread.currentThread().interrupt();

            assertThatThrownBy(guard::enforce).isInstanceOf(NimbleInterruptedException.class);

            assertThat(Thread.interrupted()).isTrue();
            goOn.countDown();
            first.get(20, TimeUnit.SECONDS);
            assertThat(guard.enforce()).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("nimble-session-guard"))
                .count();
    }

    private static class FailureListener implements GuardListener {
        private final Consumer<String> told;

        FailureListener(Consumer<String> told) {
            this.told = told;
        }

        @Override
        public void ended(EndedSession session) {}

        @Override
        public void failed(String server, NimbleException failure) {
            told.accept(server);
        }
    }
}
