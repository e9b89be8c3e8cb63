package io.github.nimbleapi.benchmarks.program;

import io.github.nimbleapi.benchmarks.measure.Metric;
import io.github.nimbleapi.benchmarks.measure.Results;
import java.util.Arrays;

/** Ratios to peers, which may not have been asked for. */
final class Ratios {
    private Ratios() {}

    static String of(Results results, String name, Metric metric, Object... references) {
        String[] names = Arrays.stream(references).map(String::valueOf).toArray(String[]::new);
        return Arrays.stream(names).allMatch(results::has)
                ? results.ratio(name, metric, names).toString()
                : "";
    }
}
