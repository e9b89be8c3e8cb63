package io.github.nimbleapi.benchmarks.measure;

/** A worker in this JVM: all that a forked one does, and enough to see that a task works. */
final class LocalWorker implements Worker {
    private final Task task;

    LocalWorker(TaskSpec spec) throws Exception {
        task = spec.open();
    }

    @Override
    public void warmUp(long millis) throws Exception {
        for (long end = System.nanoTime() + millis * 1_000_000; System.nanoTime() - end < 0; ) {
            task.run();
        }
    }

    @Override
    public Sample run() throws Exception {
        return task.run();
    }

    @Override
    public void close() {
        task.close();
    }
}
