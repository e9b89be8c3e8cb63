package io.github.nimbleapi.benchmarks.measure;

/** Does one task, and nothing else, so that what the JVM learns of it is of that task alone. */
interface Worker extends AutoCloseable {
    /** Runs the task again and again for so long. */
    void warmUp(long millis) throws Exception;

    /** One round. */
    Sample run() throws Exception;

    @Override
    void close();
}
