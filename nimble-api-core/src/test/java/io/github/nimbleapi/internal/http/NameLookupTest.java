package io.github.nimbleapi.internal.http;

import static io.github.nimbleapi.internal.http.Samples.LIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.nimbleapi.CallOptions;
import io.github.nimbleapi.error.NimbleInterruptedException;
import io.github.nimbleapi.error.NimbleTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NameLookupTest {
    private final List<String> done = new ArrayList<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final CountDownLatch nameServer = new CountDownLatch(1);
    private final Executor threads = task -> new Thread(task).start();

    @AfterEach
    void nameServerAnswers() {
        nameServer.countDown();
    }

    private void run(NameLookup lookup) {
        lookup.before(() -> done.add("dial"));
    }

    @Test
    void anAddressIsDialledAtOnce() {
        run(NameLookup.of(BaseUrl.of("http://127.0.0.1:8082"), waiting::add));
        run(NameLookup.of(BaseUrl.of("https://[::1]:8082"), waiting::add));

        assertThat(done).containsExactly("dial", "dial");
        assertThat(waiting).isEmpty();
    }

    @Test
    void aNameIsLookedUpInAnotherThreadOnceForAWhile() {
        NameLookup lookup = new NameLookup(() -> done.add("look"), waiting::add);
        run(lookup);
        assertThat(done).isEmpty();
        waiting.remove().run();
        run(lookup);

        assertThat(done).containsExactly("look", "dial", "dial");
        assertThat(waiting).isEmpty();
    }

    @Test
    void aNameThatIsUnknownIsDialledToSaySoAndLookedUpAgain() {
        NameLookup lookup = new NameLookup(
                () -> {
                    done.add("look");
                    throw new UnknownHostException("edge-1");
                },
                Runnable::run);
        run(lookup);
        run(lookup);

        assertThat(done).containsExactly("look", "dial", "look", "dial");
    }

    @Test
    void aRealNameIsLookedUp() {
        run(NameLookup.of(BaseUrl.of("http://localhost:8082"), waiting::add));
        assertThat(done).isEmpty();
        waiting.remove().run();
        assertThat(done).containsExactly("dial");
    }

    @Test
    void aBlockingCallEndsInTimeThoughTheNameServerIsSilent() {
        assertThat(catchThrowable(() -> runner(Duration.ofMillis(200)).block(NameLookupTest::list)))
                .isInstanceOf(NimbleTimeoutException.class);
    }

    @Test
    void aCallOfTheClientsThreadsEndsInTimeThoughTheNameServerIsSilent() {
        assertThat(catchThrowable(() -> runner(Duration.ofMillis(200))
                        .start(NameLookupTest::list)
                        .join()))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(NimbleTimeoutException.class);
    }

    @Test
    void anInterruptEndsABlockingCallThoughTheNameServerIsSilent() {
        Thread.currentThread().interrupt();
        assertThat(catchThrowable(() -> runner(Duration.ofSeconds(20)).block(NameLookupTest::list)))
                .isInstanceOf(NimbleInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static CompletableFuture<String> list(CallRunner.Call call) {
        return call.send(LIST, reply -> "");
    }

    private CallRunner runner(Duration callTimeout) {
        NameLookup silent = new NameLookup(this::waitForNameServer, threads);
        Timer timer = new SystemTimer(Runnable::run);
        Transport transport = new DeadlineTransport(
                new JdkTransport(HttpClient.newHttpClient(), Samples.SERVER, true, silent), timer, Samples.SERVER);
        CallOptions options = CallOptions.builder().callTimeout(callTimeout).build();
        return new CallRunner(transport, timer, options, threads, new OpenCalls());
    }

    private void waitForNameServer() {
        boolean interrupted = false;
        while (true) {
            try {
                nameServer.await();
                break;
            } catch (InterruptedException e) {
                // As a real look-up, it does not care.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
