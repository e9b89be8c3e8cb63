package io.github.nimbleapi.frameworks.spring;

import io.github.nimbleapi.control.handler.PayPerViewReport;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Your own code: this one only adds up. */
@Component
class Billing {
    private final Map<String, Duration> watched = new ConcurrentHashMap<>();

    /** Answers whom to deny, beside those on the blocklist. */
    Set<String> bill(PayPerViewReport report) {
        report.viewers().forEach(viewer -> watched.merge(viewer.viewerId(), viewer.watched(), Duration::plus));
        return Set.of();
    }

    Map<String, Duration> watched() {
        return Map.copyOf(watched);
    }
}
