package io.github.nimbleapi.control.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.control.handler.PayPerViewReport;
import io.github.nimbleapi.control.handler.ReportedViewer;
import io.github.nimbleapi.control.internal.CapturedLog;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UsageMeterTest {
    private static final Usage SOME = Usage.of(Duration.ofSeconds(2), 30, 4);

    @Test
    void sumsUpByViewer() {
        UsageMeter meter = UsageMeter.perViewer();
        meter.onEvent(event(session("live", "a").viewerId("ann")));
        meter.onEvent(event(session("live", "b").viewerId("ann")));
        meter.onEvent(event(session("live", "b")));

        assertThat(meter.snapshot()).containsOnly(Map.entry("ann", SOME.plus(SOME)), Map.entry("", SOME));
        assertThat(meter.of("ann")).isEqualTo(Usage.of(Duration.ofSeconds(4), 60, 8));
        assertThat(meter.of("bob")).isEqualTo(Usage.NONE);
    }

    @Test
    void sumsUpByStream() {
        UsageMeter meter = UsageMeter.perStream();
        meter.onEvent(event(session("live", "a")));
        meter.add(report());

        assertThat(meter.snapshot()).containsOnlyKeys("live/a", "live/b", "vod/a");
    }

    @Test
    void sumsUpByApplication() {
        UsageMeter meter = UsageMeter.perApplication();
        meter.onEvent(event(session("live", "a")));
        meter.add(report());

        assertThat(meter.snapshot())
                .containsOnly(
                        Map.entry("live", Usage.of(Duration.ofSeconds(9), 130, 4)),
                        Map.entry("vod", Usage.of(Duration.ofMillis(1), 1, 0)));
    }

    @Test
    void takesReports() {
        UsageMeter meter = UsageMeter.perViewer();
        meter.add(report());

        assertThat(meter.snapshot())
                .containsOnly(
                        Map.entry("ann", Usage.of(Duration.ofSeconds(7), 100, 0)),
                        Map.entry("", Usage.of(Duration.ofMillis(1), 1, 0)));
    }

    @Test
    void whatUsedNothingLeavesNoTrace() {
        UsageMeter meter = UsageMeter.perViewer();
        meter.onEvent(
                SessionEvent.of(SessionEvent.Kind.ENDED, session("live", "a").build(), Usage.NONE));

        assertThat(meter.snapshot()).isEmpty();
    }

    @Test
    void drainBeginsAnew() {
        UsageMeter meter = UsageMeter.perViewer();
        meter.onEvent(event(session("live", "a").viewerId("ann")));
        Map<String, Usage> before = meter.snapshot();

        Map<String, Usage> drained = meter.drain();
        meter.onEvent(event(session("live", "a").viewerId("bob")));

        assertThat(drained).containsOnly(Map.entry("ann", SOME)).isEqualTo(before);
        assertThat(meter.of("ann")).isEqualTo(Usage.NONE);
        assertThat(meter.drain()).containsOnlyKeys("bob");
        assertThat(meter.drain()).isEmpty();
        assertThatThrownBy(drained::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(before::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatWasDrainedInVainIsPutBack() {
        UsageMeter meter = UsageMeter.perViewer();
        meter.onEvent(event(session("live", "a").viewerId("ann")));
        Map<String, Usage> drained = meter.drain();
        meter.onEvent(event(session("live", "a").viewerId("ann")));

        drained.forEach(meter::add);
        meter.add("bob", Usage.NONE);

        assertThat(meter.drain()).containsOnly(Map.entry("ann", SOME.plus(SOME)));
    }

    @Test
    void aSnapshotStaysAsItIs() {
        UsageMeter meter = UsageMeter.perViewer();
        meter.onEvent(event(session("live", "a").viewerId("ann")));
        Map<String, Usage> snapshot = meter.snapshot();

        meter.onEvent(event(session("live", "a").viewerId("ann")));
        meter.onEvent(event(session("live", "a").viewerId("bob")));

        assertThat(snapshot).containsOnly(Map.entry("ann", SOME));
    }

    @Test
    void leavesFailedPollsToOthers() {
        try (CapturedLog log = new CapturedLog()) {
            UsageMeter.perViewer().onFailure(new NimbleConnectionException("refused", "GET", "/manage/sessions", null));

            assertThat(log.records()).isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void nothingIsLostOrCountedTwiceUnderConcurrency() throws Exception {
        int adders = 8;
        int times = 20_000;
        UsageMeter meter = UsageMeter.perViewer();
        CountDownLatch atOnce = new CountDownLatch(adders + 2);
        CountDownLatch adding = new CountDownLatch(adders);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<Usage>> drained = new ArrayList<>();
            for (int i = 0; i < adders; i++) {
                SessionEvent event = event(session("live", "a").viewerId(i % 2 == 0 ? "ann" : "bob"));
                threads.submit(() -> {
                    meetAt(atOnce);
                    for (int n = 0; n < times; n++) {
                        meter.onEvent(event);
                    }
                    adding.countDown();
                    return null;
                });
            }
            Callable<Usage> drainer = () -> {
                meetAt(atOnce);
                Usage sum = Usage.NONE;
                while (adding.getCount() > 0) {
                    sum = sum.plus(sumOf(meter.drain()));
                }
                return sum;
            };
            drained.add(threads.submit(drainer));
            drained.add(threads.submit(drainer));

            Usage sum = drained.get(0).get().plus(drained.get(1).get());
            long count = (long) adders * times;
            assertThat(sum.plus(sumOf(meter.drain())))
                    .isEqualTo(Usage.of(Duration.ofSeconds(2 * count), 30 * count, 4 * count));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Timeout(60)
    void aReportIsInOneDrainOrSnapshotAsAWhole() throws Exception {
        PayPerViewReport report = PayPerViewReport.of(
                "id",
                IntStream.range(0, 500)
                        .mapToObj(i -> ReportedViewer.builder("viewer-" + i)
                                .bytesSent(1)
                                .build())
                        .collect(Collectors.toList()));
        UsageMeter meter = UsageMeter.perViewer();
        Thread adding = new Thread(() -> IntStream.range(0, 1_000).forEach(i -> meter.add(report)));
        adding.start();
        while (adding.isAlive()) {
            Map<String, Usage> snapshot = meter.snapshot();
            assertThat(snapshot.get("viewer-499")).isEqualTo(snapshot.get("viewer-0"));
            Map<String, Usage> drained = meter.drain();
            assertThat(drained.get("viewer-499")).isEqualTo(drained.get("viewer-0"));
        }
    }

    private static void meetAt(CountDownLatch latch) throws InterruptedException {
        latch.countDown();
        latch.await();
    }

    private static Usage sumOf(Map<String, Usage> used) {
        return used.values().stream().reduce(Usage.NONE, Usage::plus);
    }

    private static PayPerViewReport report() {
        return PayPerViewReport.of(
                "id",
                List.of(
                        ReportedViewer.builder("ann").app("live").stream("b")
                                .watched(Duration.ofSeconds(7))
                                .bytesSent(100)
                                .build(),
                        ReportedViewer.builder("").app("vod").stream("a")
                                .watched(Duration.ofMillis(1))
                                .bytesSent(1)
                                .build()));
    }

    private static PlaybackSession.Builder session(String app, String stream) {
        return PlaybackSession.builder(1).app(app).stream(stream);
    }

    private static SessionEvent event(PlaybackSession.Builder session) {
        return SessionEvent.of(SessionEvent.Kind.PROGRESSED, session.build(), SOME);
    }
}
