package io.github.nimbleapi.control.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.Edges;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleInterruptedException;
import io.github.nimbleapi.testkit.Fault;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

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
                assertThatThrownBy(guard::start)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("this SessionGuard has been started already");
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
                        public void onEnded(EndedSession session) {
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

    /** Before Java 16 the JDK keeps the connection for a while. */
    @EnabledForJreRange(min = JRE.JAVA_16)
    @Test
    void closingHangsUp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                NimbleClient client = NimbleClient.builder("http://127.0.0.1:" + server.getLocalPort())
                        .build()) {
            SessionGuard guard = SessionGuard.builder(client).rule(ALL).build().start();
            try (Socket call = server.accept()) {
                call.setSoTimeout(10_000);
                assertThat(call.getInputStream().read()).isPositive();

                guard.close();

                call.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    @Test
    void whenAllServersFailThePassesComeMoreSeldom() throws Exception {
        try (Edges edges = new Edges(1)) {
            edges.get(0).failNext(Fault.status(503).always());
            CountDownLatch seven = new CountDownLatch(7);
            long begin = System.nanoTime();
            try (SessionGuard guard = SessionGuard.builder(edges.client(0))
                    .rule(ALL)
                    .every(Duration.ofMillis(10))
                    .listener(new FailureListener(server -> seven.countDown()))
                    .build()
                    .start()) {
                assertThat(guard).isNotNull();
                seven.await();
            }
            // 20, 40, 80, 160, 320 and 640 milliseconds, less a tenth.
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(1100));
        }
    }

    @Test
    void closingLetsRulesAndTheListenerFinish() throws Exception {
        try (Edges edges = new Edges(1)) {
            edges.get(0).addSession(s -> s.id(1));
            edges.get(0).addSession(s -> s.id(2));
            Gate listening = new Gate();
            SessionGuard guard = SessionGuard.builder(edges.client(0))
                    .rule(ALL)
                    .listener(
                            ended -> told.add(listening.pass() + ended.session().id()))
                    .build()
                    .start();
            listening.letGoOnWhile(guard::close);
            assertThat(told).containsExactly("undisturbed 1", "undisturbed 2");

            edges.get(0).addSession(s -> s.id(3));
            Gate ruling = new Gate();
            SessionGuard other = SessionGuard.builder(edges.client(0))
                    .rule((sessions, now) -> {
                        told.add(ruling.pass() + "rule");
                        return sessions;
                    })
                    .listener(ended -> told.add("ended"))
                    .build()
                    .start();
            ruling.letGoOnWhile(other::close);
            assertThat(told).as("the pass is over then").last().isEqualTo("undisturbed rule");
            assertThat(edges.get(0).sessions()).hasSize(1);
        }
    }

    @Test
    void whatWasEndedIsToldThoughClosingBreaksThePassOff() throws Exception {
        try (Edges edges = new Edges(2)) {
            edges.get(0).addSession(s -> s.id(1));
            edges.get(1).addSession(s -> s.id(2));
            CountDownLatch underWay = new CountDownLatch(1);
            edges.get(1)
                    .failNext(
                            call -> {
                                if (call.method().equals("POST")) {
                                    underWay.countDown();
                                }
                                return call.method().equals("POST");
                            },
                            Fault.stall());
            SessionGuard guard = SessionGuard.builder(edges.fleet(1))
                    .rule(ALL)
                    .listener(ended -> told.add(ended.server()))
                    .build()
                    .start();
            underWay.await();

            guard.close();

            assertThat(told).containsExactly("edge-0");
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
                .filter(thread -> thread.getName().equals("nimble-api-guard"))
                .count();
    }

    /** Where one thread waits until another is let go. */
    private static final class Gate {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        String pass() {
            reached.countDown();
            try {
                open.await();
                return "undisturbed ";
            } catch (InterruptedException e) {
                return "interrupted ";
            }
        }

        void letGoOnWhile(Runnable closing) throws InterruptedException {
            reached.await();
            Thread closer = new Thread(closing);
            closer.start();
            while (closer.isAlive() && closer.getState() != Thread.State.TIMED_WAITING) {
                Thread.sleep(1);
            }
            open.countDown();
            closer.join();
        }
    }

    private static class FailureListener implements GuardListener {
        private final Consumer<String> told;

        FailureListener(Consumer<String> told) {
            this.told = told;
        }

        @Override
        public void onEnded(EndedSession session) {}

        @Override
        public void onFailure(String server, NimbleException failure) {
            told.accept(server);
        }
    }
}
