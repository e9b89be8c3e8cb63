package io.github.nimbleapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.benchmarks.program.SigningBenchmark;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every benchmark runs, though what it measures in so little time means nothing. */
class BenchmarksTest {
    @Test
    void listing() throws Exception {
        assertThat(runHere("listing", "--sizes=1,20", "--bodies=plain"))
                .contains("20 sessions, plain", "| discard ", "| feign-okhttp ", "| nimble ");
    }

    @Test
    void listingOverALink() throws Exception {
        assertThat(runHere("listing", "--sizes=2000", "--bodies=escaped", "--rate=10", "--peers=discard,nimble"))
                .contains("2,000 sessions, escaped, over 10 MB/s");
    }

    @Test
    void firstSession() throws Exception {
        assertThat(runHere("first-session", "--sizes=20")).contains("First of 20 sessions", "| feign-iterator ");
    }

    @Test
    void smallCalls() throws Exception {
        assertThat(runHere("small-calls", "--callers=1,3", "--seconds=0"))
                .contains("1 caller, blocking", "3 callers, async", "| nimble ");
    }

    @Test
    void coldStart() throws Exception {
        assertThat(run("cold-start", "--rounds=1", "--kinds=nimble")).contains("| nimble ");
    }

    @Test
    void memory() throws Exception {
        assertThat(runHere("memory", "--sizes=20", "--peers=nimble"))
                .contains("Allocated", "Retained", "Smallest heap", "one by one")
                .doesNotContain("| more ", "| failed ");
    }

    @Test
    void fanOut() throws Exception {
        assertThat(runHere("fan-out", "--servers=3", "--delay=5")).contains("| fleet ", "| sequential-databind ");
    }

    @Test
    void watcher() throws Exception {
        assertThat(runHere("watcher", "--sizes=20")).contains("| poll, all go on ");
    }

    @Test
    void handlers() throws Exception {
        assertThat(run("handlers", "--seconds=1", "--callers=2", "--fewest=1")).contains(" 0 errors");
    }

    @Test
    void signing() {
        assertThat(new SigningBenchmark().query()).startsWith("salt=");
    }

    @Test
    void workersHaveJvmsOfTheirOwn() throws Exception {
        assertThat(run(
                        "listing",
                        "--sizes=20",
                        "--bodies=plain",
                        "--peers=nimble",
                        "--rounds=1",
                        "--warm-up=0",
                        "--calls=2"))
                .contains("| nimble ");
    }

    @Test
    void saysWhatItKnows() {
        assertThatThrownBy(() -> run("speed")).hasMessageContaining("listing").hasMessageContaining("speed");
        assertThatThrownBy(() -> run("listing", "--size=3"))
                .hasMessageContaining("--size=3")
                .hasMessageContaining("sizes");
    }

    /** Without JVMs for the workers, which take their time to start. */
    private static String runHere(String... arguments) throws Exception {
        return run(Stream.concat(Stream.of(arguments), Stream.of("--fork=no", "--rounds=1", "--warm-up=0", "--calls=2"))
                .toArray(String[]::new));
    }

    private static String run(String... arguments) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Benchmarks.main(arguments);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
