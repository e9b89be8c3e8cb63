package io.github.nimbleapi.control.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever happens, and whenever is polled: the sums are the true usage. */
class TrackerPropertyTest {
    private static final int RUNS = 2_000;
    private static final int STEPS = 120;

    @Test
    void sumsOverAnyInterleavingOfPollsAreTheTrueUsage() {
        long first = new Random().nextLong();
        Usage all = Usage.NONE;
        for (long seed = first; seed != first + RUNS; seed++) {
            all = all.plus(watch(seed));
        }
        assertThat(all.bytesSent()).isPositive();
        assertThat(all.watched()).isPositive();
    }

    private static Usage watch(long seed) {
        Random random = new Random(seed);
        SimulatedNimble nimble = new SimulatedNimble(random);
        SessionTracker tracker = new SessionTracker();
        UsageMeter meter = UsageMeter.perViewer();
        UsageMeter drained = UsageMeter.perViewer();
        Set<Long> there = new HashSet<>();
        int pollEvery = 1 + random.nextInt(5);
        int firstPollAfter = random.nextInt(40);
        for (int step = 0; step < STEPS; step++) {
            nimble.live();
            if (step >= firstPollAfter && random.nextInt(pollEvery) == 0) {
                List<SessionEvent> events = tracker.update(nimble.list(), nimble.now());
                events.forEach(event -> assertFits(event, there, seed));
                events.forEach((random.nextBoolean() ? meter : drained)::onEvent);
            }
        }
        Map<String, Usage> truth = new HashMap<>(nimble.truth);
        truth.values().removeIf(Usage.NONE::equals);
        Map<String, Usage> sums = new HashMap<>(meter.drain());
        drained.drain().forEach((viewer, usage) -> sums.merge(viewer, usage, Usage::plus));
        assertThat(sums).as("seed %d", seed).isEqualTo(truth);
        assertThat(nimble.everThere).as("seed %d", seed).allMatch(SimulatedSession::wasWatchedNoLongerThanThere);
        return truth.values().stream().reduce(Usage.NONE, Usage::plus);
    }

    /** A session starts, then progresses, then ends, and never uses less than nothing. */
    private static void assertFits(SessionEvent event, Set<Long> there, long seed) {
        Long id = event.session().id();
        boolean starts = event.kind() == SessionEvent.Kind.STARTED;
        assertThat(there.contains(id)).as("%s, seed %d", event, seed).isEqualTo(!starts);
        if (starts) {
            there.add(id);
        } else if (event.kind() == SessionEvent.Kind.ENDED) {
            there.remove(id);
        }
        boolean sensible = !event.watched().isNegative() && event.bytesSent() >= 0 && event.bytesReceived() >= 0;
        assertThat(sensible).as("%s, seed %d", event, seed).isTrue();
    }
}
