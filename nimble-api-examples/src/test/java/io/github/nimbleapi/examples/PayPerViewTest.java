package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.control.handler.PayPerViewReport;
import io.github.nimbleapi.control.handler.ReportedViewer;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.HandlerCall;
import io.github.nimbleapi.testkit.NimbleServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PayPerViewTest {
    private static PayPerViewReport watched(String viewer, long seconds) {
        return PayPerViewReport.of(
                "id",
                List.of(ReportedViewer.builder(viewer)
                        .watched(Duration.ofSeconds(seconds))
                        .build()));
    }

    @Test
    void whoHasNothingLeftMustGo() {
        Balances accounts = new Balances(Map.of("ann", Duration.ofSeconds(10)), Duration.ofSeconds(3));

        assertThat(accounts.charge(watched("ann", 9))).isEmpty();
        assertThat(accounts.charge(watched("ann", 1))).containsExactly("ann");
        assertThat(accounts.charge(watched("ann", 0))).containsExactly("ann");
        assertThat(accounts.charge(watched("bob", 2))).isEmpty();
        assertThat(accounts.of("bob")).isEqualTo(Duration.ofSeconds(1));
        assertThat(accounts.charge(watched("bob", 2))).containsExactly("bob");
    }

    @Test
    void whoHasNoIdIsNotCharged() {
        Balances accounts = new Balances(Map.of(), Duration.ofSeconds(3));

        assertThat(accounts.charge(watched("", 9))).isEmpty();
        assertThat(accounts.of("")).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aPlayerIsCutOffAndAnotherPlaysOn() {
        ProgramRun run = new ProgramRun().exitsWith(0, "pay-per-view");

        assertThat(run.out())
                .containsPattern("ann watched [0-9]+\\.[0-9] s of live/tv, nothing is left: denied")
                .containsPattern("ann's player was cut off after [1-9][0-9]* bytes")
                .contains("ann tries again: HTTP 403", "bob's player plays on");
    }

    @Test
    void reportsOfAServerAreAnswered(@NimbleServer FakeNimble fake) throws Exception {
        fake.addSession(s -> s.viewerId("ann"));
        fake.addSession(s -> s.viewerId("bob"));
        try (Running program = Running.of(
                new ProgramRun().with("NIMBLE_PUSH_TOKEN", "s3cret"),
                "pay-per-view",
                "--balance=ann=3600",
                "--listen=127.0.0.1")) {
            fake.payPerView().handler(URI.create(program.printed("(http://[^ ]+)\\.")), "s3cret");

            HandlerCall call = fake.payPerView().report();

            assertThat(call.status()).hasValue(200);
            assertThat(fake.payPerView().denied()).containsExactly("bob");
            assertThat(program.run.out()).contains("bob watched", "denied").doesNotContain("s3cret");
        }
    }

    @Test
    void whoListensEverywhereHasNoAddress() throws Exception {
        try (Running program =
                Running.of(new ProgramRun().with("NIMBLE_PUSH_TOKEN", "s3cret"), "pay-per-view", "--listen=0.0.0.0")) {
            program.printed("Waiting for reports at port ([0-9]+) of each address of this machine, path /pay-per-view");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port=70000",
                "--credit=9223372036854775807",
                "--credit=-1",
                "--balance=ann=9223372036854775807",
                "--balance=ann=-1"
            })
    void whatMakesNoSenseIsRefused(String argument) {
        ProgramRun run = new ProgramRun().with("NIMBLE_PUSH_TOKEN", "s3cret").exitsWith(2, "pay-per-view", argument);

        assertThat(run.err()).contains(argument.replaceFirst(".*=", " is ")).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=8095", "--listen=0.0.0.0", "--balance=ann=3600", "--credit=60"})
    void whoMeansAServerHasToGiveTheToken(String argument) {
        ProgramRun run = new ProgramRun().exitsWith(2, "pay-per-view", argument);

        assertThat(run.err()).startsWith("NIMBLE_PUSH_TOKEN is not set");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aBlankTokenIsRefused() {
        ProgramRun run = new ProgramRun().with("NIMBLE_PUSH_TOKEN", " ").exitsWith(2, "pay-per-view");

        assertThat(run.err()).startsWith("NIMBLE_PUSH_TOKEN: ");
    }
}
