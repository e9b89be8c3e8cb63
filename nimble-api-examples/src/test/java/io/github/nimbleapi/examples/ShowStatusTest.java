package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.Fault;
import io.github.nimbleapi.testkit.NimbleServer;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShowStatusTest {
    private static final int CALLS_PER_SCREEN = 5;

    @NimbleServer
    FakeNimble fake;

    @Test
    void aServerIsShownOnOneScreen() {
        fake.server().outRate(12_300_000);
        fake.server().addGpu("RTX 4000");
        fake.addStream(
                "live", "news", s -> s.protocol("MPEGTS").bandwidth(6_002_514).resolution("1280x720"));
        fake.addSession(s -> s.app("live").stream("news").bytesSent(1_000_000));
        fake.addSession(s -> s.app("live").stream("news").bytesSent(500_000));
        fake.addSession(s -> s.app("radio").stream("jazz"));
        fake.protocols().addSrtReceiver(s -> s.settingId("6a19632573856944212d14aa"));

        ProgramRun run = new ProgramRun().with("NIMBLE_URL", fake.url()).exitsWith(0, "status");

        assertThat(run.lines().get(0)).startsWith(fake.url() + "  3 connections, 12.3 Mbit/s out, load 0.01, memory ");
        assertThat(run.lines().get(1)).isEqualTo("GPU 0 RTX 4000  50 %, decoder 10 %, encoder 40 %");
        assertThat(run.out())
                .containsPattern("1 live stream:\\RSTREAM .*\\Rlive/news +MPEGTS +6.0 Mbit/s +1280x720 ")
                .containsPattern("3 sessions:\\RSTREAM .*\\Rlive/news +2 +1.5 MB\\Rradio/jazz +1 +0 B")
                .containsPattern("1 SRT link:\\RSRT .*\\Rin +6a19632573856944212d14aa ");
    }

    @Test
    void anEmptyServerIsShown() {
        ProgramRun run = new ProgramRun().exitsWith(0, "status", "--url=" + fake.url());

        assertThat(run.lines()).contains("No live streams.", "No sessions.", "No SRT links.");
    }

    @Test
    void anOlderServerIsShownWithoutWhatItDoesNotOffer() {
        fake.failNext(Fault.answer(404, "<html>Not found</html>").times(5));

        ProgramRun run = new ProgramRun().exitsWith(1, "status", "--url=" + fake.url());

        assertThat(run.err()).contains("does not know the endpoint");
    }

    @Test
    void watchingShowsItAgain() {
        fake.addStream("live", "news");

        ProgramRun run = new ProgramRun().exitsWith(0, "status", "--url=" + fake.url(), "--watch=0.1", "--times=3");

        assertThat(run.out().split("1 live stream:", -1)).hasSize(4);
    }

    @Test
    void watchingOutlivesAServerThatSaysNoForAWhile() throws Exception {
        ProgramRun run = new ProgramRun();
        FutureTask<ProgramRun> watching =
                new FutureTask<>(() -> run.exitsWith(0, "status", "--url=" + fake.url(), "--watch=0.5", "--times=3"));
        new Thread(watching).start();
        while (fake.calls().size() < CALLS_PER_SCREEN) {
            Thread.onSpinWait();
        }
        fake.failNext(Fault.answer(200, "{\"status\":\"Error\"}").times(CALLS_PER_SCREEN));

        watching.get(30, TimeUnit.SECONDS);

        assertThat(run.out())
                .contains("refused")
                .endsWith("No SRT links." + System.lineSeparator().repeat(2));
    }

    @Test
    void withoutAServerItIsAFakeOne() {
        ProgramRun run = new ProgramRun().exitsWith(0, "status", "--watch=0.1", "--times=2");

        assertThat(run.lines().get(0)).startsWith("NIMBLE_URL is not set");
        assertThat(run.out()).containsPattern("live/news").containsPattern("\\Rout +");
    }

    @Test
    void aPauseThatIsNoneIsRefused() {
        ProgramRun run = new ProgramRun().exitsWith(2, "status", "--url=" + fake.url(), "--watch=0");

        assertThat(run.err()).startsWith("--watch is 0.0: give 0.1 to 86400 seconds.");
    }
}
