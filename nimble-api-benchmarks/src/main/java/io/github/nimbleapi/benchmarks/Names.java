package io.github.nimbleapi.benchmarks;

import java.util.Locale;

/** Constants of enums as they are written on the command line and in tables. */
public final class Names {
    private Names() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
