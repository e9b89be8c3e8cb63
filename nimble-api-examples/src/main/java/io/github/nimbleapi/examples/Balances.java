package io.github.nimbleapi.examples;

import io.github.nimbleapi.control.handler.PayPerViewReport;
import io.github.nimbleapi.control.handler.ReportedViewer;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How long viewers may still watch. Thread-safe: several servers report at a time. */
final class Balances {
    private final Map<String, Duration> left = new ConcurrentHashMap<>();
    private final Duration credit;

    /** Viewers who are not named have a credit. */
    Balances(Map<String, Duration> named, Duration credit) {
        this.left.putAll(named);
        this.credit = credit;
    }

    /** Takes off what was watched; who has nothing left must go. Who has no id can't be told to. */
    Set<String> charge(PayPerViewReport report) {
        Set<String> out = new LinkedHashSet<>();
        for (ReportedViewer viewer : report.viewers()) {
            if (viewer.viewerId().isBlank()) {
                continue;
            }
            Duration rest = left.merge(
                    viewer.viewerId(), credit.minus(viewer.watched()), (old, first) -> old.minus(viewer.watched()));
            if (rest.isZero() || rest.isNegative()) {
                out.add(viewer.viewerId());
            }
        }
        return out;
    }

    Duration of(String viewer) {
        return left.getOrDefault(viewer, credit);
    }
}
