package io.github.nimbleapi.benchmarks.measure;

import io.github.nimbleapi.benchmarks.Options;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Workers that are all alive at the same time. They are warmed one after the other, and then take turns, in another order in
 * each round, so that what disturbs the machine disturbs all.
 */
public final class Workers implements AutoCloseable {
    private final Options options;
    private final Map<String, Worker> workers = new LinkedHashMap<>();

    private Workers(Options options) {
        this.options = options;
    }

    /** One worker for each task. */
    public static Results measure(Options options, Map<String, TaskSpec> tasks) throws Exception {
        return measure(options, tasks, options.number("warm-up", 15) * 1000L, options.number("rounds", 9));
    }

    /** The same for what is the same in every round. */
    public static Results measureOnce(Options options, Map<String, TaskSpec> tasks) throws Exception {
        return measure(options, tasks, 0, 1);
    }

    private static Results measure(Options options, Map<String, TaskSpec> tasks, long warmUpMillis, int rounds)
            throws Exception {
        try (Workers workers = new Workers(options)) {
            for (Map.Entry<String, TaskSpec> task : tasks.entrySet()) {
                workers.start(task.getKey(), task.getValue());
            }
            return workers.measure(warmUpMillis, rounds);
        }
    }

    private void start(String name, TaskSpec task) throws Exception {
        boolean fork = options.text("fork", "yes").equals("yes");
        workers.put(name, fork ? new ForkedWorker(task, options.text("heap", "1g")) : new LocalWorker(task));
    }

    private Results measure(long warmUpMillis, int rounds) throws Exception {
        for (Worker worker : workers.values()) {
            worker.warmUp(warmUpMillis);
        }
        Results results = new Results(workers.keySet());
        Random random = new Random(options.number("seed", 1));
        List<Map.Entry<String, Worker>> order = new ArrayList<>(workers.entrySet());
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (Map.Entry<String, Worker> worker : order) {
                results.add(worker.getKey(), worker.getValue().run());
            }
        }
        return results;
    }

    @Override
    public void close() {
        workers.values().forEach(Worker::close);
    }
}
