package io.github.nimbleapi.control.watch;

import static io.github.nimbleapi.control.watch.SessionEvent.Kind.ENDED;
import static io.github.nimbleapi.control.watch.SessionEvent.Kind.PROGRESSED;
import static io.github.nimbleapi.control.watch.SessionEvent.Kind.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.RetryPolicy;
import io.github.nimbleapi.control.internal.CapturedLog;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.session.Sessions;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.Fault;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PublisherTest {
    private static final Duration OFTEN = Duration.ofMillis(1);
    private static final Duration RARELY = Duration.ofHours(1);

    private final FakeNimble fake = FakeNimble.start();
    private final NimbleClient nimble =
            NimbleClient.builder(fake.url()).retryPolicy(RetryPolicy.none()).build();
    private final Recorder recorder = new Recorder();

    @AfterEach
    void close() throws InterruptedException {
        nimble.close();
        fake.close();
        WatchThreads.assertEnd("nimble-api-publisher");
    }

    @Test
    void tellsAsMuchAsIsAskedFor() throws Exception {
        fake.addSession(s -> s.id(1));
        fake.addSession(s -> s.id(2));
        fake.addSession(s -> s.id(3));
        Taker taker = Taker.of(publisher(OFTEN));
        assertThat(taker.surprise()).isNull();
        assertThat(fake.calls()).isEmpty();

        taker.request(1);
        assertThat(taker.next().session().id()).isEqualTo(1);
        assertThat(taker.surprise()).isNull();
        taker.request(1).request(1);
        assertThat(taker.next().session().id()).isEqualTo(2);
        assertThat(taker.next().kind()).isEqualTo(STARTED);
        assertThat(taker.thread.join().isDaemon()).isTrue();
        taker.cancel();
    }

    @Test
    void aSlowSubscriberCausesFewerPollsAndLosesNothing() throws Exception {
        fake.addSession(s -> s.id(1));
        Taker taker = Taker.of(publisher(OFTEN)).request(1);
        assertThat(taker.next().kind()).isEqualTo(STARTED);
        for (int i = 1; i <= 3; i++) {
            long bytes = i * 100L;
            fake.updateSession(1, s -> s.bytesSent(bytes));
            assertThat(taker.surprise()).isNull();
        }
        assertThat(fake.calls()).hasSize(1);

        taker.request(Long.MAX_VALUE).request(Long.MAX_VALUE);
        SessionEvent progress = taker.next();
        fake.endSession(1);

        assertThat(progress.kind()).isEqualTo(PROGRESSED);
        assertThat(progress.bytesSent()).isEqualTo(300);
        assertThat(taker.next().kind()).isEqualTo(ENDED);
        taker.cancel();
    }

    @Test
    void failedPollsAreToldToTheListenersAndEndNothing() throws Exception {
        fake.addSession(s -> s.id(1));
        fake.failNext(Fault.status(500).times(7));
        long start = System.nanoTime();
        Taker taker = Taker.of(publisher(OFTEN)).request(10);

        assertThat(taker.next().kind()).isEqualTo(STARTED);
        // 2 + 4 + ... + 128 milliseconds, less the jitter.
        assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(228));
        assertThat(recorder.failures).hasSize(7);
        assertThat(recorder.events).isEmpty();
        assertThat(taker.hasFailed()).isFalse();
        taker.cancel();
    }

    @Test
    void aClosedClientIsTheEnd() throws Exception {
        Taker taker = Taker.of(publisher(OFTEN));
        nimble.close();

        taker.request(1);

        assertThat(taker.error.join())
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        taker.awaitEnd();
        assertThat(recorder.failures).isEmpty();
    }

    @Test
    void closingTheClientEndsAPollToo() throws Exception {
        CountDownLatch asked = Stall.next(fake);
        Taker taker = Taker.of(publisher(OFTEN)).request(1);
        asked.await();

        nimble.close();

        assertThat(taker.error.join())
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed")
                .hasCauseInstanceOf(CancellationException.class);
    }

    @Test
    void cancellationEndsAPollThatStalls() throws Exception {
        CountDownLatch asked = Stall.next(fake);
        Taker taker = Taker.of(publisher(OFTEN)).request(1);
        asked.await();

        taker.cancel();

        taker.awaitEnd();
        assertThat(taker.hasFailed()).isFalse();
        assertThat(recorder.failures).isEmpty();
    }

    @Test
    void cancellationEndsAPollThatIsJustBeginning() throws Exception {
        CompletableFuture<?> never = new CompletableFuture<>();
        Taker taker = new Taker();
        Sessions sessions = returning(Sessions.class, () -> {
            taker.cancel();
            return never;
        });
        SessionWatcher.builder(returning(NimbleClient.class, () -> sessions))
                .publisher()
                .subscribe(taker);

        taker.request(1).awaitEnd();

        assertThat(never).isCancelled();
    }

    private static <T> T returning(Class<T> type, Supplier<Object> result) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> result.get()));
    }

    @Test
    void cancellationEndsAPause() throws Exception {
        fake.addSession(s -> s.id(1));
        Taker taker = Taker.of(publisher(RARELY)).request(10);
        assertThat(taker.next().kind()).isEqualTo(STARTED);
        fake.updateSession(1, s -> s.bytesSent(1));
        assertThat(taker.surprise()).as("there is a pause").isNull();

        taker.cancel();

        taker.awaitEnd();
        assertThat(taker.hasFailed()).isFalse();
    }

    @Test
    void aSubscriberMayCancelAsItIsTold() throws Exception {
        fake.addSession(s -> s.id(1));
        fake.addSession(s -> s.id(2));
        Taker taker = new Taker(Taker::cancel);
        publisher(OFTEN).subscribe(taker);

        taker.request(10);

        taker.awaitEnd();
        assertThat(taker.next().session().id()).isEqualTo(1);
        assertThat(taker.surprise()).isNull();
        taker.request(1);
        taker.request(0);
        assertThat(taker.hasFailed()).isFalse();
    }

    @Test
    void askingForNothingIsAnErrorAtOnceWhateverIsUnderWay() throws Exception {
        fake.addSession(s -> s.id(1));
        Taker resting = Taker.of(publisher(RARELY)).request(10);
        assertThat(resting.next().kind()).isEqualTo(STARTED);
        assertRefuses(resting, -1);

        CountDownLatch asked = Stall.next(fake);
        Taker polling = Taker.of(publisher(OFTEN)).request(1);
        asked.await();
        assertRefuses(polling, 0);

        assertRefuses(Taker.of(publisher(OFTEN)), 0);
    }

    private static void assertRefuses(Taker taker, long n) throws InterruptedException {
        taker.request(n).request(n - 1);

        assertThat(taker.error.join())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("n is " + n)
                .hasMessageContaining("3.9");
        taker.awaitEnd();
    }

    @Test
    void aSubscriberThatThrowsIsLoggedAndLeft() throws Exception {
        fake.addSession(s -> s.id(1));
        RuntimeException exception = failure();
        Taker taker = new Taker(it -> {
            throw exception;
        });
        try (CapturedLog log = new CapturedLog()) {
            publisher(OFTEN).subscribe(taker);
            taker.request(10).awaitEnd();

            assertThat(log.records()).singleElement().matches(logged -> logged.getThrown() == exception);
        }
        assertThat(taker.hasFailed()).isFalse();
        assertThat(recorder.failures).isEmpty();
    }

    /** Even what looks like a failed poll. */
    private RuntimeException failure() {
        fake.failNext(Fault.status(500));
        try {
            nimble.sessions().list();
            throw new AssertionError("it should have failed");
        } catch (NimbleException e) {
            return e;
        }
    }

    @Test
    void anInterruptThatASubscriberLeavesBehindEndsNothing() throws Exception {
        fake.addSession(s -> s.id(1));
        fake.addSession(s -> s.id(2));
        Taker taker = new Taker(it -> it.thread.join().interrupt());
        publisher(OFTEN).subscribe(taker);

        taker.request(1);
        assertThat(taker.next().kind()).isEqualTo(STARTED);
        taker.request(10);
        assertThat(taker.next().kind()).isEqualTo(STARTED);
        fake.updateSession(1, s -> s.bytesSent(1));
        assertThat(taker.next().kind()).isEqualTo(PROGRESSED);
        taker.cancel();
    }

    @Test
    void eachSubscriptionWatchesForItself() throws Exception {
        fake.addSession(s -> s.id(1));
        Flow.Publisher<SessionEvent> publisher = publisher(OFTEN);
        Taker one = Taker.of(publisher).request(1);
        assertThat(one.next().kind()).isEqualTo(STARTED);
        Taker other = Taker.of(publisher).request(1);

        assertThat(other.next().kind()).isEqualTo(STARTED);
        one.cancel();
        other.cancel();
    }

    @Test
    void refusesNobody() {
        assertThatNullPointerException().isThrownBy(() -> publisher(OFTEN).subscribe(nobody()));
    }

    @SuppressWarnings("NullAway")
    private static Flow.Subscriber<SessionEvent> nobody() {
        return null;
    }

    private Flow.Publisher<SessionEvent> publisher(Duration every) {
        return SessionWatcher.builder(nimble).every(every).listener(recorder).publisher();
    }
}
