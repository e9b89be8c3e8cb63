package io.github.nimbleapi.testkit;

import io.github.nimbleapi.republish.RepublishRule;
import io.github.nimbleapi.testkit.internal.Asked;
import io.github.nimbleapi.testkit.internal.Endpoints;
import io.github.nimbleapi.testkit.internal.JsonText;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The republishing rules of a {@link FakeNimble}, from {@link FakeNimble#republishing()}. A rule is connected while its
 * source is live. All are gone when the configuration is reloaded. Thread-safe.
 */
public final class FakeRepublishing {
    private final FakeStreams streams;
    private final Clock clock;
    private final List<Kept> kept = new ArrayList<>();
    private long nextId = 1;

    FakeRepublishing(FakeStreams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    private static final class Kept {
        private final RepublishRule rule;
        private final Instant since;

        Kept(RepublishRule rule, Instant since) {
            this.rule = rule;
            this.since = since;
        }
    }

    /**
     * Adds a rule, as if somebody else had created it.
     *
     * @param rule the rule; its id is not looked at
     * @return the rule with its id
     */
    public synchronized RepublishRule addRule(RepublishRule rule) {
        RepublishRule added = Objects.requireNonNull(rule, "rule").toBuilder()
                .id(Long.toString(nextId++))
                .build();
        kept.add(new Kept(added, clock.instant()));
        return added;
    }

    /**
     * The rules that there are now.
     *
     * @return an immutable list, oldest first
     */
    public synchronized List<RepublishRule> rules() {
        return kept.stream().map(one -> one.rule).collect(Collectors.toUnmodifiableList());
    }

    /** Removes all rules, as a restart of the server does. */
    public synchronized void clear() {
        kept.clear();
    }

    void addTo(Endpoints endpoints) {
        endpoints.on(
                "GET",
                "/manage/rtmp/republish",
                asked -> list("rules", rules().stream().map(FakeRule::wireText).collect(Collectors.toList())));
        endpoints.on("GET", "/manage/rtmp/republish/stats", asked -> list("stats", stats()));
        endpoints.on(
                "GET",
                "/manage/rtmp/republish/{id}",
                asked -> find(asked).map(FakeRepublishing::told).orElse(WireReply.status("NotFound")));
        endpoints.on(
                "POST",
                "/manage/rtmp/republish",
                asked -> FakeRule.read(asked.members())
                        .map(this::addRule)
                        .map(FakeRepublishing::told)
                        .orElse(WireReply.status("Error")));
        endpoints.on("DELETE", "/manage/rtmp/republish/{id}", this::delete);
    }

    private static WireReply list(String name, List<?> elements) {
        return WireReply.json(new JsonText()
                .member("status", "Ok")
                .raw(name, JsonText.array(elements))
                .toString());
    }

    private static WireReply told(RepublishRule rule) {
        return WireReply.json(new JsonText()
                .member("status", "Ok")
                .raw("rule", FakeRule.wireText(rule))
                .toString());
    }

    private Optional<RepublishRule> find(Asked asked) {
        return rules().stream()
                .filter(rule -> rule.id().equals(asked.name("id")))
                .findFirst();
    }

    private synchronized WireReply delete(Asked asked) {
        boolean deleted = kept.removeIf(one -> one.rule.id().equals(asked.name("id")));
        return WireReply.status(deleted ? "Ok" : "NotFound");
    }

    private synchronized List<String> stats() {
        return kept.stream().map(this::stats).collect(Collectors.toList());
    }

    private String stats(Kept one) {
        JsonText text = new JsonText().member("rule_id", one.rule.id()).member("owner", 1);
        FakeRule.addPlaces(one.rule, text);
        List<FakeStream> live = streams.of(one.rule.sourceApp(), one.rule.sourceStream());
        text.member("state", live.isEmpty() ? "disconnected" : "connected").member("retry_count", 0);
        if (!live.isEmpty()) {
            long seconds = Duration.between(one.since, clock.instant()).toSeconds();
            long bandwidth = live.stream().mapToLong(FakeStream::bandwidth).sum();
            text.member("session_duration", seconds)
                    .member("bandwidth", bandwidth)
                    .member("bytes_recv", bandwidth / 8 * seconds)
                    .member("bytes_sent", bandwidth / 8 * seconds);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "FakeRepublishing[" + rules().size() + " rules]";
    }
}
