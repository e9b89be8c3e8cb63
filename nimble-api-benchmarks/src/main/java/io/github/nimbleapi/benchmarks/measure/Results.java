package io.github.nimbleapi.benchmarks.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The samples of all rounds, by the name of what was measured. */
public final class Results {
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

    public Results(Collection<String> names) {
        names.forEach(name -> samples.put(name, new ArrayList<>()));
    }

    public void add(String name, Sample sample) {
        of(name).add(sample);
    }

    public Set<String> names() {
        return samples.keySet();
    }

    /** Whether it was measured. */
    public boolean has(String name) {
        return samples.containsKey(name);
    }

    /** The values of all rounds. */
    public Spread spread(String name, Metric metric) {
        return new Spread(of(name).stream().mapToDouble(sample -> sample.get(metric)));
    }

    /** The ratios in all rounds of one to the sum of others. */
    public Spread ratio(String name, Metric metric, String... references) {
        return new Spread(IntStream.range(0, of(name).size()).mapToDouble(round -> {
            double reference = 0;
            for (String other : references) {
                reference += of(other).get(round).get(metric);
            }
            return of(name).get(round).get(metric) / reference;
        }));
    }

    /** The ratios in all rounds of one measure to another. */
    public Spread ratio(String name, Metric metric, Metric reference) {
        return new Spread(of(name).stream().mapToDouble(sample -> sample.get(metric) / sample.get(reference)));
    }

    private List<Sample> of(String name) {
        List<Sample> found = samples.get(name);
        if (found == null) {
            throw new IllegalArgumentException(name + " was not measured");
        }
        return found;
    }
}
