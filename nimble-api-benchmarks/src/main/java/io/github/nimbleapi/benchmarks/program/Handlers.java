package io.github.nimbleapi.benchmarks.program;

import io.github.nimbleapi.benchmarks.Options;
import io.github.nimbleapi.control.handler.HandlerServer;
import io.github.nimbleapi.control.handler.PayPerViewHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many pay-per-view reports a second a {@link HandlerServer} answers, each signed and answered with 50 denials,
 * over a few connections that are kept open. It remembers so few reports that it comes to forget denials, and then
 * reports. Fails if an answer is wrong, or if there are fewer a second than {@code --fewest}, 2,000. Other options:
 * {@code --seconds --callers}.
 */
public final class Handlers {
    private Handlers() {}

    public static void run(Options options) throws InterruptedException {
        int seconds = options.number("seconds", 10);
        AtomicLong billed = new AtomicLong();
        PayPerViewHandler handler = PayPerViewHandler.builder()
                .token(ReportingNimble.TOKEN)
                .rememberedPairs(10_000)
                .onReport(report -> {
                    billed.incrementAndGet();
                    return ReportingNimble.DENIED;
                })
                .build();
        List<ReportingNimble> reporting = new ArrayList<>();
        try (HandlerServer server = HandlerServer.builder().handle("/", handler).start()) {
            for (int i = 0; i < options.number("callers", 8); i++) {
                reporting.add(new ReportingNimble(server.port(), "server-" + i, seconds));
            }
            reporting.forEach(Thread::start);
            for (ReportingNimble nimble : reporting) {
                nimble.join();
            }
        }
        long calls = reporting.stream().mapToLong(nimble -> nimble.calls).sum();
        long errors = reporting.stream().mapToLong(nimble -> nimble.errors).sum();
        System.out.printf(
                Locale.ROOT,
                "%,d calls a second, %,d calls, %,d billed, %,d errors%n",
                calls / seconds,
                calls,
                billed.get(),
                errors);
        int fewest = options.number("fewest", 2_000);
        if (errors > 0 || billed.get() != calls || calls / seconds < fewest) {
            throw new IllegalStateException("less than " + fewest + " calls a second, or with errors");
        }
    }
}
