package io.github.nimbleapi.control.guard;

import io.github.nimbleapi.control.fleet.ServerSession;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Says which sessions a {@link SessionGuard} must end. Ready-made ones are in {@link SessionRules}; one of your own:
 *
 * <pre>{@code
 * SessionRule oldestOnly = (sessions, now) -> sessions.subList(Math.min(1000, sessions.size()), sessions.size());
 * SessionGuard guard = SessionGuard.builder(nimble).rule(oldestOnly.because("1000 sessions are enough")).build();
 * }</pre>
 */
@FunctionalInterface
public interface SessionRule {
    /**
     * Chooses from the sessions of all servers. Called once in each pass, and a second time with lists anew where there is
     * something to end, by one thread at a time; what it chooses both times is ended. When it throws, it ends none.
     *
     * @param sessions the sessions, without those that the blocklist or a rule before this one ends; immutable
     * @param now the moment to judge by
     * @return those of them that must end; others do not count
     */
    Collection<ServerSession> toEnd(List<ServerSession> sessions, Instant now);

    /**
     * Why it ends sessions, for {@link EndedSession#reason()}.
     *
     * @return the reason, unless given {@code "a rule"}
     */
    default String reason() {
        return "a rule";
    }

    /**
     * The same rule with a reason.
     *
     * @param reason why it ends sessions
     * @return the rule
     * @throws IllegalArgumentException if the reason is blank
     */
    default SessionRule because(String reason) {
        if (Objects.requireNonNull(reason, "reason").isBlank()) {
            throw new IllegalArgumentException("reason is blank: say why sessions are ended");
        }
        SessionRule rule = this;
        return new SessionRule() {
            @Override
            public Collection<ServerSession> toEnd(List<ServerSession> sessions, Instant now) {
                return rule.toEnd(sessions, now);
            }

            @Override
            public String reason() {
                return reason;
            }
        };
    }
}
