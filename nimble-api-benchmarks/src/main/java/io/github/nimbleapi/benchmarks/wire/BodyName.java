package io.github.nimbleapi.benchmarks.wire;

import java.util.Arrays;
import java.util.List;

/**
 * What a body is asked for by, as the first part of the path: how many sessions, and how they are written.
 * {@code 100000}, {@code 100000-escaped} and {@code 100000-growing} are such names.
 */
public final class BodyName {
    private static final List<String> KINDS = List.of("plain", "escaped", "growing");

    final int sessions;
    private final String kind;

    private BodyName(int sessions, String kind) {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("kind of body is " + kind + ": give one of " + KINDS);
        }
        this.sessions = sessions;
        this.kind = kind;
    }

    /** A kind is {@code plain}, {@code escaped} as Nimble does it, or {@code growing} with every answer. */
    public static String of(int sessions, String kind) {
        return new BodyName(sessions, kind).toString();
    }

    static BodyName parse(String name) {
        List<String> parts = Arrays.asList(name.split("-", 2));
        return new BodyName(Integer.parseInt(parts.get(0)), parts.size() == 1 ? "plain" : parts.get(1));
    }

    boolean isEscaped() {
        return kind.equals("escaped");
    }

    boolean isGrowing() {
        return kind.equals("growing");
    }

    @Override
    public String toString() {
        return kind.equals("plain") ? Integer.toString(sessions) : sessions + "-" + kind;
    }
}
