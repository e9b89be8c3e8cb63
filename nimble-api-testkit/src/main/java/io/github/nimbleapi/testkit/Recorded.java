package io.github.nimbleapi.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Stretches of recorded time, oldest first. Immutable. */
final class Recorded {
    static final Recorded NOTHING = new Recorded(List.of());

    private final List<Stretch> stretches;

    private Recorded(List<Stretch> stretches) {
        this.stretches = Collections.unmodifiableList(stretches);
    }

    /** A stretch without a break. */
    static final class Stretch {
        final Instant start;
        final Instant end;

        Stretch(Instant start, Instant end) {
            this.start = start;
            this.end = end;
        }

        Duration duration() {
            return Duration.between(start, end);
        }
    }

    List<Stretch> stretches() {
        return stretches;
    }

    Recorded with(Instant start, Instant end) {
        if (!within(start, end).stretches.isEmpty()) {
            throw new IllegalArgumentException(
                    "start is " + start + ": something else is recorded from there to " + end);
        }
        List<Stretch> more = new ArrayList<>(stretches);
        more.add(new Stretch(start, end));
        more.sort(Comparator.comparing(stretch -> stretch.start));
        return new Recorded(more);
    }

    Recorded within(Instant from, Instant to) {
        List<Stretch> some = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Instant start = stretch.start.isBefore(from) ? from : stretch.start;
            Instant end = stretch.end.isAfter(to) ? to : stretch.end;
            if (start.isBefore(end)) {
                some.add(new Stretch(start, end));
            }
        }
        return new Recorded(some);
    }

    Recorded without(Instant from, Instant to) {
        List<Stretch> some = new ArrayList<>(within(Instant.MIN, from).stretches);
        some.addAll(within(to, Instant.MAX).stretches);
        return new Recorded(some);
    }

    /** The latest part of a length, whether or not all of it is recorded. */
    Recorded latest(Duration depth) {
        return stretches.isEmpty()
                ? this
                : within(stretches.get(stretches.size() - 1).end.minus(depth), Instant.MAX);
    }

    Duration duration() {
        return stretches.stream().map(Stretch::duration).reduce(Duration.ZERO, Duration::plus);
    }
}
