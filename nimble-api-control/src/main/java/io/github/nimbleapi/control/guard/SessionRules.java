package io.github.nimbleapi.control.guard;

import io.github.nimbleapi.control.fleet.ServerSession;
import io.github.nimbleapi.internal.ip.IpRange;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Rules for a {@link SessionGuard}. What a session does not tell is not held against it. Immutable.
 *
 * <pre>{@code
 * SessionGuard guard = SessionGuard.builder(fleet)
 *     .rule(SessionRules.atMostPerViewer(3))
 *     .rule(SessionRules.noLongerThan(Duration.ofHours(12)))
 *     .rule(SessionRules.endIf("no robots", session -> session.userAgent().contains("bot")))
 *     .build();
 * }</pre>
 */
public final class SessionRules {
    private static final Comparator<ServerSession> OLDEST_FIRST = Comparator.comparing(
                    (ServerSession on) -> on.session().created().orElse(Instant.MIN))
            .thenComparing(on -> on.session().id(), Long::compareUnsigned)
            .thenComparing(ServerSession::server);

    private SessionRules() {}

    /**
     * A viewer has so many sessions at most, over all servers together; the youngest are ended. Of those that began in the
     * same second the one with the larger id is the younger; one that does not tell its beginning is the oldest. Sessions
     * without a viewer's id do not count.
     *
     * @param count 1 or more
     * @return the rule
     * @throws IllegalArgumentException if the count is less than 1
     */
    public static SessionRule atMostPerViewer(int count) {
        return atMostPer(PlaybackSession::viewerId, count).because("more than " + count + " of the viewer");
    }

    /**
     * An address has so many sessions at most, over all servers together; the youngest are ended, as for
     * {@link #atMostPerViewer(int)}. Addresses are compared as such, however they are spelled. Sessions without an address
     * do not count.
     *
     * @param count 1 or more
     * @return the rule
     * @throws IllegalArgumentException if the count is less than 1
     */
    public static SessionRule atMostPerIp(int count) {
        return atMostPer(SessionRules::address, count).because("more than " + count + " from the address");
    }

    /**
     * Only some applications may be watched. Sessions that name none are left alone.
     *
     * @param apps the names of the applications, one or more
     * @return the rule
     * @throws IllegalArgumentException if there are none, or one is blank
     */
    public static SessionRule onlyApplications(String... apps) {
        Set<String> allowed = Set.copyOf(List.of(Objects.requireNonNull(apps, "apps")));
        if (allowed.isEmpty() || allowed.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("apps are " + allowed + ": give the names of one or more");
        }
        return endIf("not an allowed application", session -> isOther(session.app(), allowed));
    }

    private static boolean isOther(String app, Set<String> allowed) {
        return !app.isEmpty() && !allowed.contains(app);
    }

    /**
     * No session lasts longer, by its beginning as the server tells it and the clock of the guard. Sessions that do not
     * tell their beginning are left alone.
     *
     * @param longest the time, above zero
     * @return the rule
     * @throws IllegalArgumentException if it is not above zero
     */
    public static SessionRule noLongerThan(Duration longest) {
        if (Objects.requireNonNull(longest, "longest").isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("longest is " + longest + ": give more than zero");
        }
        return new FilterRule((session, now) -> lasted(session, now).compareTo(longest) > 0, "longer than " + longest);
    }

    private static Duration lasted(PlaybackSession session, Instant now) {
        return session.created().map(created -> Duration.between(created, now)).orElse(Duration.ZERO);
    }

    /**
     * Ends what a filter accepts. A session on which it throws is left alone, and {@link GuardListener#onRuleFailure} told.
     *
     * @param reason why, for {@link EndedSession#reason()}
     * @param filter see {@link io.github.nimbleapi.session.SessionFilters}
     * @return the rule
     * @throws IllegalArgumentException if the reason is blank
     */
    public static SessionRule endIf(String reason, Predicate<? super PlaybackSession> filter) {
        Objects.requireNonNull(filter, "filter");
        return new FilterRule((session, now) -> filter.test(session), "").because(reason);
    }

    private static SessionRule atMostPer(Function<PlaybackSession, Optional<?>> owner, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count is " + count + ": give 1 or more");
        }
        return (sessions, now) -> {
            Map<Optional<?>, List<ServerSession>> byOwner =
                    sessions.stream().collect(Collectors.groupingBy(on -> owner.apply(on.session())));
            byOwner.remove(Optional.empty());
            return byOwner.values().stream()
                    .filter(owned -> owned.size() > count)
                    .flatMap(owned -> owned.stream().sorted(OLDEST_FIRST).skip(count))
                    .collect(Collectors.toUnmodifiableList());
        };
    }

    private static Optional<?> address(PlaybackSession session) {
        String written = session.clientIp();
        IpRange address = IpRange.address(written);
        return address != null ? Optional.of(address) : Optional.of(written).filter(text -> !text.isBlank());
    }
}
