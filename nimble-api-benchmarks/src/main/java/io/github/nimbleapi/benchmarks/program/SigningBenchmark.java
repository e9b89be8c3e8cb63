package io.github.nimbleapi.benchmarks.program;

import io.github.nimbleapi.signing.ManagementSigner;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Salt, hash and query. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SigningBenchmark {
    private final ManagementSigner signer = ManagementSigner.of("s3cret-management-token");

    @Benchmark
    public String query() {
        return signer.sign().query();
    }
}
