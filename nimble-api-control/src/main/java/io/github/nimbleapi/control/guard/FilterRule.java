package io.github.nimbleapi.control.guard;

import io.github.nimbleapi.control.fleet.ServerSession;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A rule that judges each session by itself. */
final class FilterRule implements SessionRule {
    private final BiPredicate<PlaybackSession, Instant> filter;
    private final String reason;

    FilterRule(BiPredicate<PlaybackSession, Instant> filter, String reason) {
        this.filter = filter;
        this.reason = reason;
    }

    @Override
    public Collection<ServerSession> toEnd(List<ServerSession> sessions, Instant now) {
        return sessions.stream().filter(on -> filter.test(on.session(), now)).collect(Collectors.toUnmodifiableList());
    }

    /** For the guard: a session on which the filter throws, such as for an odd user agent, protects none but itself. */
    Set<ServerSession> toEnd(List<ServerSession> sessions, Instant now, Consumer<Throwable> failed) {
        Set<ServerSession> found = new HashSet<>();
        for (ServerSession on : sessions) {
            try {
                if (filter.test(on.session(), now)) {
                    found.add(on);
                }
            } catch (Throwable e) {
                failed.accept(e);
            }
        }
        return found;
    }

    @Override
    public String reason() {
        return reason;
    }

    @Override
    public SessionRule because(String reason) {
        return new FilterRule(filter, SessionRule.super.because(reason).reason());
    }
}
