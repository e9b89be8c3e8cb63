package io.github.nimbleapi.benchmarks.measure;

/** What is measured in a round. */
public enum Metric {
    /** Nanoseconds for one call: the mean of the round, or its median where calls are timed one by one. */
    NANOS,
    /** The same for a list of one session. */
    SHORT_NANOS,
    /** The 99th percentile of the first. */
    P99_NANOS,
    CALLS_PER_SECOND,
    /** Nanoseconds from the end of main to the end of the process. */
    EXIT_NANOS,
    /** Bytes allocated by all threads for one call; bytes retained where a task says so. */
    BYTES
}
