package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Endpoints;
import io.github.nimbleapi.testkit.internal.JsonText;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The sessions of a fake, oldest first. */
final class FakeSessions {
    private final Clock clock;
    private final Duration timeout;
    private final Map<Long, FakeSession> byId = new LinkedHashMap<>();
    private final Set<FakeSession> ageing = new HashSet<>();
    private final List<Consumer<FakeSession>> endListeners = new ArrayList<>();
    private final Crowd crowd = new Crowd();
    private long nextId = 1;

    FakeSessions(Clock clock, Duration timeout) {
        this.clock = clock;
        this.timeout = timeout;
    }

    /** Told of each session that has ended, for whatever reason. Not to call back. */
    synchronized void onEnd(Consumer<FakeSession> listener) {
        endListeners.add(listener);
    }

    synchronized FakeSession add(FakeSession.Settings settings) {
        long id = settings.hasId() ? settings.id() : unusedId();
        FakeSession session = new FakeSession(id, settings);
        if (crowd.has(id) || byId.putIfAbsent(id, session) != null) {
            throw new IllegalArgumentException(
                    "id is " + Long.toUnsignedString(id) + ": a session with that id runs already");
        }
        return session;
    }

    /** Invented sessions, which are held only where one is to be changed. */
    synchronized void populate(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count is " + count + ": give 0 or more");
        }
        long first = freeIds(count);
        crowd.add(first, count, clock.instant());
        nextId = first + count;
    }

    /** A session that ends by itself when its player is silent for too long. */
    synchronized FakeSession addAgeing(FakeSession.Settings settings) {
        FakeSession session = add(settings);
        ageing.add(session);
        return session;
    }

    synchronized FakeSession get(long id) {
        if (crowd.remove(id)) {
            byId.put(id, new FakeSession(id, crowd.settings(id)));
        }
        return find(id).orElseThrow(() ->
                new IllegalArgumentException("id is " + Long.toUnsignedString(id) + ": no session with that id runs"));
    }

    synchronized Optional<FakeSession> find(long id) {
        FakeSession session = byId.get(id);
        if (session != null && isSilent(session)) {
            end(session);
        }
        return Optional.ofNullable(byId.get(id));
    }

    /** Also one that is invented. */
    synchronized void end(long id) {
        if (!crowd.remove(id)) {
            end(get(id));
        }
    }

    /** False if it had ended already. */
    synchronized boolean end(FakeSession session) {
        boolean ran = byId.remove(session.id(), session);
        Instant until = watchedUntil(session);
        ageing.remove(session);
        if (ran) {
            session.ended(until);
            endListeners.forEach(listener -> listener.accept(session));
        }
        return ran;
    }

    /** The server puts the viewer out. */
    void disconnect(FakeSession session) {
        if (end(session)) {
            session.disconnected(clock.instant());
        }
    }

    synchronized List<FakeSession> running() {
        List.copyOf(ageing).stream().filter(this::isSilent).forEach(this::end);
        return List.copyOf(byId.values());
    }

    /** Until when those that run were watched. */
    synchronized Map<FakeSession, Instant> watchedUntil() {
        Map<FakeSession, Instant> until = new LinkedHashMap<>();
        running().forEach(session -> until.put(session, watchedUntil(session)));
        return until;
    }

    /** Whoever may fall silent has watched until it last asked for something. */
    private Instant watchedUntil(FakeSession session) {
        return ageing.contains(session) ? session.lastAccess() : clock.instant();
    }

    /** How many run, those that are invented too. */
    synchronized int count() {
        return running().size() + crowd.count();
    }

    private boolean isSilent(FakeSession session) {
        return ageing.contains(session)
                && Duration.between(session.lastAccess(), clock.instant()).compareTo(timeout) > 0;
    }

    void addTo(Endpoints endpoints) {
        endpoints.on("GET", "/manage/sessions", asked -> list());
        endpoints.on(
                "POST",
                "/manage/sessions/delete",
                asked -> asked.json()
                        .flatMap(FakeSessions::ids)
                        .map(this::delete)
                        .orElse(WireReply.status("Error")));
    }

    private synchronized WireReply list() {
        List<String> held = running().stream().map(FakeSession::wireText).collect(Collectors.toList());
        return crowd.count() == 0
                ? WireReply.json(JsonText.array(held))
                : WireReply.file("application/json", crowd.listWith(held));
    }

    private static Optional<List<Long>> ids(Object body) {
        try {
            List<Long> ids = new ArrayList<>();
            for (Object id : (List<?>) body) {
                ids.add(Long.parseUnsignedLong(
                        ((BigDecimal) id).toBigIntegerExact().toString()));
            }
            return Optional.of(ids);
        } catch (ClassCastException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private WireReply delete(List<Long> ids) {
        for (Long id : ids) {
            // Whoever waits for it is told outside of the lock.
            remove(id).ifPresent(session -> session.deleted(clock.instant()));
        }
        return WireReply.status("Ok");
    }

    /** The session that has ended by this, unless it was an invented one. */
    private synchronized Optional<FakeSession> remove(long id) {
        return crowd.remove(id) ? Optional.empty() : find(id).filter(this::end);
    }

    /** The first of so many ids that follow on each other. */
    private long freeIds(int count) {
        long first = nextId;
        for (long taken : new TreeSet<>(byId.keySet()).tailSet(nextId)) {
            first = taken < first + count ? taken + 1 : first;
        }
        return first;
    }

    private long unusedId() {
        while (byId.containsKey(nextId)) {
            nextId++;
        }
        return nextId++;
    }
}
