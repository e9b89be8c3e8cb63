package io.github.nimbleapi.benchmarks.measure;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a worker measured in one round. Also a line of text, to come from another process. */
public final class Sample {
    private final Map<Metric, Double> values = new EnumMap<>(Metric.class);

    public Sample with(Metric metric, double value) {
        values.put(metric, value);
        return this;
    }

    public Sample with(Metric metric, long value) {
        return with(metric, (double) value);
    }

    public double get(Metric metric) {
        return values.getOrDefault(metric, Double.NaN);
    }

    static Sample parse(String line) {
        Sample sample = new Sample();
        Arrays.stream(line.split(" ", -1))
                .map(word -> word.split("=", 2))
                .forEach(pair -> sample.with(Metric.valueOf(pair[0]), Double.parseDouble(pair[1])));
        return sample;
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(" "));
    }
}
