package io.github.nimbleapi.benchmarks.measure;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** Values of several rounds. */
public final class Spread {
    private final double[] sorted;

    public Spread(DoubleStream values) {
        sorted = values.sorted().toArray();
    }

    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Median and range. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", median(), sorted[0], sorted[sorted.length - 1]);
    }
}
