package io.github.nimbleapi.control.watch;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.testkit.FakeNimble;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterClass;

/** The TCK against a server whose sessions send more bytes at every poll. Run by {@link PublisherTckTest}. */
@SuppressWarnings("exports")
public class PublisherVerification extends FlowPublisherVerification<SessionEvent> {
    private static final int SESSIONS = 5;
    private static final long PATIENCE = 10_000;
    private static final long SILENCE = 100;
    private static final long COLLECTION = 2_000;

    private final FakeNimble fake = FakeNimble.start();
    private final AtomicLong bytes = new AtomicLong();
    private final NimbleClient nimble =
            NimbleClient.builder(fake.url()).listener(attempt -> progress()).build();

    public PublisherVerification() {
        super(new TestEnvironment(PATIENCE, SILENCE, SILENCE), COLLECTION);
        for (int id = 1; id <= SESSIONS; id++) {
            int number = id;
            fake.addSession(s -> s.id(number));
        }
    }

    private void progress() {
        for (int id = 1; id <= SESSIONS; id++) {
            fake.updateSession(id, s -> s.bytesSent(bytes.incrementAndGet()));
        }
    }

    @AfterClass
    public void stop() {
        nimble.close();
        fake.close();
    }

    @Override
    public Flow.Publisher<SessionEvent> createFlowPublisher(long elements) {
        return FirstOnes.of(
                elements,
                SessionWatcher.builder(nimble).every(Duration.ofMillis(1)).publisher());
    }

    @Override
    public Flow.@Nullable Publisher<SessionEvent> createFailedFlowPublisher() {
        // It fails when it polls, which it does not before there is demand.
        return null;
    }
}
