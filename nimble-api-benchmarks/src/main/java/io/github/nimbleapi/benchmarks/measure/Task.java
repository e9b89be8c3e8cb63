package io.github.nimbleapi.benchmarks.measure;

/** What a worker does in each round. */
public interface Task extends AutoCloseable {
    /** Does it and measures. */
    Sample run() throws Exception;

    @Override
    void close();
}
