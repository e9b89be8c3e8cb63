package io.github.nimbleapi.control.handler;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Collectors;

/** Bodies of pay-per-view reports, signed or not. CONTRIBUTING.md has the command. */
class PayPerViewFuzz {
    @FuzzTest(maxDuration = "2m")
    void report(byte[] body) throws Exception {
        Fuzzed.answer(
                PayPerViewHandler.builderWithoutToken()
                        .listener(failure -> {})
                        .onReport(PayPerViewFuzz::everybody)
                        .build(),
                body);
        PayPerViewHandler handler = PayPerViewHandler.builder()
                .token(Push.TOKEN)
                .listener(failure -> {})
                .onReport(PayPerViewFuzz::everybody)
                .build();
        Fuzzed.answer(handler, body);
        Fuzzed.answer(handler, Fuzzed.signed(body));
    }

    private static List<String> everybody(PayPerViewReport report) {
        if (report.viewers().stream().anyMatch(viewer -> viewer.watched().isNegative() || viewer.bytesSent() < 0)) {
            throw new AssertionError(report);
        }
        return report.viewers().stream().map(ReportedViewer::viewerId).collect(Collectors.toList());
    }
}
