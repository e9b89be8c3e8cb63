package io.github.nimbleapi.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was given on the command line, each as {@code --name=value} or {@code --name=value,value}. */
public final class Options {
    private static final Set<String> NAMES = Set.of(
            "bodies", "callers", "calls", "delay", "fewest", "fork", "heap", "kinds", "parts", "peers", "ports", "rate",
            "rounds", "seconds", "seed", "servers", "sizes", "styles", "warm-up");

    private final Map<String, String> values = new HashMap<>();

    private Options() {}

    /**
     * Options from arguments.
     *
     * @throws IllegalArgumentException if one is unknown
     */
    public static Options parse(String... arguments) {
        Options options = new Options();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = argument.startsWith("--") && equals > 0 ? argument.substring(2, equals) : argument;
            if (!NAMES.contains(name) || equals < 0) {
                throw new IllegalArgumentException("argument is " + argument + ": give --<name>=<value> with one of "
                        + NAMES.stream().sorted().collect(Collectors.toList()));
            }
            options.values.put(name, argument.substring(equals + 1));
        }
        return options;
    }

    /** The same, with a value for what was not given. */
    public Options withDefault(String name, String value) {
        Options all = new Options();
        all.values.putAll(values);
        all.values.putIfAbsent(name, value);
        return all;
    }

    /** As it was given. */
    public String text(String name, String otherwise) {
        return value(name, otherwise, Function.identity());
    }

    /** A whole number. */
    public int number(String name, int otherwise) {
        return value(name, otherwise, Integer::parseInt);
    }

    /** Whole numbers with commas between them. */
    public List<Integer> numbers(String name, Integer... otherwise) {
        return value(name, List.of(otherwise), Options::numbers);
    }

    /** Words with commas between them. */
    public List<String> texts(String name, String... otherwise) {
        return value(name, List.of(otherwise), text -> Arrays.asList(text.split(",", -1)));
    }

    /** Constants of an enum, with hyphens and in small letters, with commas between them. */
    public <E extends Enum<E>> List<E> constants(String name, Class<E> type, Collection<E> otherwise) {
        return value(
                name,
                List.copyOf(otherwise),
                text -> Arrays.stream(text.split(",", -1))
                        .map(word -> Enum.valueOf(type, Names.constant(word)))
                        .collect(Collectors.toList()));
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(",", -1)).map(Integer::valueOf).collect(Collectors.toList());
    }

    private <T> T value(String name, T otherwise, Function<String, T> parse) {
        @Nullable String given = values.get(name);
        return given == null ? otherwise : parse.apply(given);
    }
}
