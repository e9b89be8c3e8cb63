package io.github.nimbleapi.control.watch;

import static io.github.nimbleapi.control.watch.SessionEvent.Kind.ENDED;
import static io.github.nimbleapi.control.watch.SessionEvent.Kind.PROGRESSED;
import static io.github.nimbleapi.control.watch.SessionEvent.Kind.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.RetryPolicy;
import io.github.nimbleapi.control.ManualClock;
import io.github.nimbleapi.control.internal.CapturedLog;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleInterruptedException;
import io.github.nimbleapi.session.SessionType;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class SessionWatcherTest {
    private final FakeNimble fake = FakeNimble.start();
    private final NimbleClient nimble =
            NimbleClient.builder(fake.url()).retryPolicy(RetryPolicy.none()).build();
    private final Recorder recorder = new Recorder();
    private final SessionWatcher watcher =
            SessionWatcher.builder(nimble).listener(recorder).build();

    @AfterEach
    void close() {
        nimble.close();
        fake.close();
    }

    @Test
    void tellsListenersWhatAPollReturns() {
        fake.addSession(s -> s.id(1).bytesSent(100));
        fake.addSession(s -> s.id(2));
        List<SessionEvent> first = watcher.poll();
        fake.updateSession(1, s -> s.bytesSent(1_100));
        fake.endSession(2);
        List<SessionEvent> second = watcher.poll();

        assertThat(first).extracting(SessionEvent::kind).containsExactly(STARTED, STARTED);
        assertThat(second).extracting(SessionEvent::kind).containsExactly(ENDED, PROGRESSED);
        assertThat(second.get(1).bytesSent()).isEqualTo(1_000);
        assertThat(recorder.events).containsExactlyElementsOf(concat(first, second));
        assertThatThrownBy(first::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatTheTourShows() throws Exception {
        fake.addSession(s -> s.id(1).app("live").stream("a").viewerId("ann").bytesSent(100));
        fake.addSession(s -> s.id(2).app("live").stream("a").viewerId("ann").bytesSent(0));
        fake.addSession(
                s -> s.id(3).app("live").stream("b").type(SessionType.RTMP).viewerId("bob"));

        UsageMeter usage = UsageMeter.perViewer();
        SessionWatcher metered = SessionWatcher.builder(nimble).listener(usage).build();
        List<SessionEvent> events = metered.poll();
        assertThat(events).hasSize(3).first().matches(e -> e.kind() == SessionEvent.Kind.STARTED);
        fake.updateSession(1, s -> s.bytesSent(1_100));
        fake.endSession(3);
        events = metered.poll();
        assertThat(events)
                .anyMatch(e ->
                        e.kind() == SessionEvent.Kind.PROGRESSED && e.session().id() == 1 && e.bytesSent() == 1_000)
                .anyMatch(
                        e -> e.kind() == SessionEvent.Kind.ENDED && e.session().id() == 3);
        assertThat(usage.of("ann").bytesSent()).isEqualTo(1_000);
        assertThat(usage.of("nobody").bytesSent()).isZero();

        CountDownLatch seen = new CountDownLatch(1);
        try (SessionWatcher background = SessionWatcher.builder(nimble)
                .every(Duration.ofMillis(50))
                .listener(e -> seen.countDown())
                .build()
                .start()) {
            assertThat(background).isNotNull();
            seen.await();
        }
    }

    static Stream<Fault> failures() {
        return Stream.of(Fault.status(500), Fault.connectionReset(), Fault.truncatedBody(), Fault.garbage());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailedPollIsToldAndEndsNothing(Fault failure) {
        fake.addSession(s -> s.id(1).bytesSent(100));
        fake.addSession(s -> s.id(2));
        watcher.poll();
        fake.updateSession(1, s -> s.bytesSent(150));
        fake.failNext(failure);

        Throwable thrown = catchThrowable(watcher::poll);
        List<SessionEvent> after = watcher.poll();

        assertThat(thrown).isInstanceOf(NimbleException.class);
        assertThat(recorder.failures).containsExactly((NimbleException) thrown);
        assertThat(after).extracting(SessionEvent::kind).containsExactly(PROGRESSED);
        assertThat(after.get(0).bytesSent()).isEqualTo(50);
    }

    @Test
    void aListenerThatDoesNotCareForFailuresLogsThem() {
        SessionWatcher unaware =
                SessionWatcher.builder(nimble).listener(event -> {}).build();
        fake.failNext(Fault.status(500));
        try (CapturedLog log = new CapturedLog()) {
            Throwable thrown = catchThrowable(unaware::poll);

            assertThat(log.texts()).containsExactly("a poll failed");
            assertThat(log.records()).extracting(LogRecord::getThrown).containsExactly(thrown);
        }
    }

    @Test
    void listenersThatThrowDisturbNobody() {
        fake.addSession(s -> s.id(1).bytesSent(100));
        fake.addSession(s -> s.id(2));
        RuntimeException exception = new IllegalStateException("a test's exception");
        Error error = new AssertionError("a test's error");
        SessionWatcher disturbed = SessionWatcher.builder(nimble)
                .listener(throwing(exception, error))
                .listener(recorder)
                .build();
        try (CapturedLog log = new CapturedLog()) {
            assertThat(disturbed.poll()).hasSize(2).isEqualTo(recorder.events);
            assertThat(log.records()).hasSize(2).allMatch(logged -> logged.getThrown() == exception);
            fake.failNext(Fault.status(500));
            assertThatThrownBy(disturbed::poll).isInstanceOf(NimbleException.class);
            assertThat(recorder.failures).hasSize(1);
            assertThat(log.records()).hasSize(3).last().matches(logged -> logged.getThrown() == error);
        }
        assertThat(disturbed.poll()).isEmpty();
    }

    @Test
    void aPollThatFailsAfterTheCloseIsToldToo() {
        watcher.close();
        fake.failNext(Fault.status(500));

        assertThatThrownBy(watcher::poll).isInstanceOf(NimbleException.class);
        assertThat(recorder.failures).hasSize(1);
    }

    @Test
    void nobodyCanSetTheDefaultClock() {
        long before = System.nanoTime();
        Instant now = SessionWatcher.builder(nimble).clock.get();

        assertThat(now).isBetween(Instant.ofEpochSecond(0, before), Instant.ofEpochSecond(0, System.nanoTime()));
    }

    @Test
    void theClockTellsTheTimeBetweenPolls() {
        ManualClock clock = new ManualClock();
        SessionWatcher clocked = SessionWatcher.builder(nimble).clock(clock).build();
        fake.addSession(s -> s.id(1));
        clocked.poll();
        clock.advance(Duration.ofSeconds(7));
        fake.updateSession(1, s -> s.bytesSent(100));

        assertThat(clocked.poll()).extracting(SessionEvent::watched).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aListenerMustNotPoll() {
        fake.addSession(s -> s.id(1));
        CompletableFuture<SessionWatcher> itself = new CompletableFuture<>();
        CompletableFuture<Throwable> refusal = new CompletableFuture<>();
        itself.complete(SessionWatcher.builder(nimble)
                .listener(
                        e -> refusal.complete(catchThrowable(() -> itself.join().poll())))
                .build());

        itself.join().poll();

        assertThat(refusal.join())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a listener can't poll");
    }

    @Test
    void anInterruptEndsAStalledPoll() throws Exception {
        CountDownLatch asked = Stall.next(fake);
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread polling = new Thread(() -> {
            failure.complete(catchThrowable(watcher::poll));
            flag.complete(Thread.currentThread().isInterrupted());
        });
        polling.start();
        asked.await();

        polling.interrupt();

        assertThat(flag.join()).isTrue();
        assertThat(failure.join()).isInstanceOf(NimbleInterruptedException.class);
        assertThat(recorder.failures).singleElement().isSameAs(failure.join());
    }

    @Test
    void anInterruptEndsWaitingForAPollThatIsUnderWay() throws Exception {
        CountDownLatch asked = Stall.next(fake);
        try (SessionWatcher stalled = watcher.start()) {
            asked.await();
            CompletableFuture<Throwable> failure = new CompletableFuture<>();
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread waiting = new Thread(() -> {
                failure.complete(catchThrowable(stalled::poll));
                flag.complete(Thread.currentThread().isInterrupted());
            });
            waiting.start();
            waiting.interrupt();

            assertThat(failure.join())
                    .isInstanceOf(NimbleInterruptedException.class)
                    .hasMessageContaining("another poll");
            assertThat(flag.join()).isTrue();
        }
    }

    @Test
    void closeEndsAStalledPollAndTellsNobody() throws Exception {
        CountDownLatch asked = Stall.next(fake);
        watcher.start();
        asked.await();

        watcher.close();

        assertThat(WatchThreads.alive("nimble-api-watcher")).isEmpty();
        assertThat(recorder.failures).isEmpty();
        fake.addSession(s -> s.id(1));
        assertThat(watcher.poll()).as("the client is open").hasSize(1);
    }

    @Test
    void closeLetsListenersFinish() throws Exception {
        fake.addSession(s -> s.id(1));
        fake.addSession(s -> s.id(2));
        CountDownLatch telling = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Long> written = new ArrayList<>();
        SessionListener slow = event -> {
            telling.countDown();
            if (waited(goOn)) {
                written.add(event.session().id());
            }
        };

        closeWhile(telling, slow, goOn);

        assertThat(written).containsExactly(1L, 2L);
    }

    @Test
    void closeLetsListenersFinishWithAFailureToo() throws Exception {
        fake.failNext(Fault.status(500));
        CountDownLatch telling = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean written = new AtomicBoolean();
        SessionListener slow = new SessionListener() {
            @Override
            public void onEvent(SessionEvent event) {}

            @Override
            public void onFailure(NimbleException failure) {
                telling.countDown();
                written.set(waited(goOn));
            }
        };

        closeWhile(telling, slow, goOn);

        assertThat(written).isTrue();
    }

    private void closeWhile(CountDownLatch telling, SessionListener slow, CountDownLatch goOn) throws Exception {
        SessionWatcher closed =
                SessionWatcher.builder(nimble).listener(slow).build().start();
        telling.await();
        Thread closing = new Thread(closed::close);
        closing.start();
        while (closing.isAlive() && closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        closing.join();
    }

    @Test
    void aListenerMayClose() throws Exception {
        fake.addSession(s -> s.id(1));
        CompletableFuture<SessionWatcher> itself = new CompletableFuture<>();
        CountDownLatch closed = new CountDownLatch(1);
        itself.complete(SessionWatcher.builder(nimble)
                .every(Duration.ofMillis(1))
                .listener(event -> {
                    itself.join().close();
                    closed.countDown();
                })
                .build());
        itself.join().start();

        closed.await();
        WatchThreads.assertEnd("nimble-api-watcher");
        assertThat(fake.calls()).hasSize(1);
    }

    @Test
    void theBackgroundGoesOnAfterFailuresWithLongerPauses() throws Exception {
        fake.failNext(Fault.status(500).times(7));
        fake.addSession(s -> s.id(1));
        CountDownLatch seen = new CountDownLatch(1);
        long start = System.nanoTime();
        try (SessionWatcher background = SessionWatcher.builder(nimble)
                .every(Duration.ofMillis(1))
                .listener(recorder)
                .listener(e -> seen.countDown())
                .build()
                .start()) {
            seen.await();
            // 2 + 4 + ... + 128 milliseconds, less the jitter.
            assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(228));
            assertThat(recorder.failures).hasSize(7);
            assertThatThrownBy(background::start).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void pollsOfManyThreadsAreOneAtATimeAndCountOnce() throws Exception {
        fake.addSession(s -> s.id(1).viewerId("ann"));
        AtomicLong sent = new AtomicLong();
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        UsageMeter meter = UsageMeter.perViewer();
        SessionWatcher busy = SessionWatcher.builder(nimble)
                .every(Duration.ofMillis(1))
                .listener(meter)
                .listener(event -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    underWay.decrementAndGet();
                })
                .build();
        busy.poll();
        busy.start();
        List<Throwable> thrown = inParallel(Collections.nCopies(4, () -> {
            for (int n = 1; n <= 50; n++) {
                fake.updateSession(1, s -> s.bytesSent(sent.addAndGet(7)));
                busy.poll();
            }
        }));
        busy.close();

        assertThat(thrown).isEmpty();
        assertThat(meter.of("ann").bytesSent()).isEqualTo(4 * 50 * 7);
        assertThat(most).hasValue(1);
    }

    @Test
    void startedClosedAndPolledAtOnceItLeavesNoThread() throws Exception {
        for (int round = 0; round < 50; round++) {
            SessionWatcher racing =
                    SessionWatcher.builder(nimble).every(Duration.ofMillis(1)).build();
            List<Throwable> thrown = inParallel(List.of(racing::start, racing::close, racing::poll, racing::close));

            assertThat(thrown).allMatch(e -> "this SessionWatcher is closed: make a new one".equals(e.getMessage()));
            assertThat(WatchThreads.alive("nimble-api-watcher")).isEmpty();
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        SessionWatcher.Builder builder = SessionWatcher.builder(nimble);

        assertThatThrownBy(() -> builder.every(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("interval is PT0S");
        watcher.close();
        assertThatThrownBy(watcher::start).isInstanceOf(IllegalStateException.class);
    }

    /** What the parts throw. */
    private static List<Throwable> inParallel(List<Runnable> parts) throws InterruptedException {
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (Runnable part : parts) {
            Thread thread = new Thread(part);
            thread.setUncaughtExceptionHandler((t, e) -> thrown.add(e));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return thrown;
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static SessionListener throwing(RuntimeException onEvent, Error onFailure) {
        return new SessionListener() {
            @Override
            public void onEvent(SessionEvent event) {
                throw onEvent;
            }

            @Override
            public void onFailure(NimbleException failure) {
                throw onFailure;
            }
        };
    }

    private static <T> List<T> concat(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
