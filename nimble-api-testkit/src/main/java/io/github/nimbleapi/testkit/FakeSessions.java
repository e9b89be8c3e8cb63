package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Endpoints;
import io.github.nimbleapi.testkit.internal.JsonText;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The sessions of a fake, oldest first. */
final class FakeSessions {
    private final Clock clock;
    private final Map<Long, FakeSession> byId = new LinkedHashMap<>();
    private final Set<FakeSession> ageing = new HashSet<>();
    private final List<Consumer<FakeSession>> endListeners = new ArrayList<>();
    private Duration timeout = Duration.ofSeconds(30);
    private long nextId = 1;

    FakeSessions(Clock clock) {
        this.clock = clock;
    }

    synchronized void timeout(Duration timeout) {
        this.timeout = timeout;
    }

    /** Told of each session that has ended, for whatever reason. Not to call back. */
    synchronized void onEnd(Consumer<FakeSession> listener) {
        endListeners.add(listener);
    }

    synchronized FakeSession add(FakeSession.Settings settings) {
        long id = settings.hasId() ? settings.id() : unusedId();
        FakeSession session = new FakeSession(id, settings);
        if (byId.putIfAbsent(id, session) != null) {
            throw new IllegalArgumentException("id is " + id + ": a session with that id runs already");
        }
        return session;
    }

    /** A session that ends by itself when its player is silent for too long. */
    synchronized FakeSession addAgeing(FakeSession.Settings settings) {
        FakeSession session = add(settings);
        ageing.add(session);
        return session;
    }

    FakeSession get(long id) {
        return find(id).orElseThrow(
                        () -> new IllegalArgumentException("id is " + id + ": no session with that id runs"));
    }

    synchronized Optional<FakeSession> find(long id) {
        FakeSession session = byId.get(id);
        if (session != null && isSilent(session)) {
            end(session);
        }
        return Optional.ofNullable(byId.get(id));
    }

    /** False if it had ended already. */
    synchronized boolean end(FakeSession session) {
        boolean ran = byId.remove(session.id(), session);
        ageing.remove(session);
        if (ran) {
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

    private boolean isSilent(FakeSession session) {
        return ageing.contains(session) && session.lastAccess().plus(timeout).isBefore(clock.instant());
    }

    void addTo(Endpoints endpoints) {
        endpoints.on("GET", "/manage/sessions", asked -> WireReply.json(list()));
        endpoints.on(
                "POST",
                "/manage/sessions/delete",
                asked -> asked.json()
                        .flatMap(FakeSessions::ids)
                        .map(this::delete)
                        .orElse(WireReply.status("Error")));
    }

    private String list() {
        return JsonText.array(running().stream().map(FakeSession::wireText).collect(Collectors.toList()));
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
            find(id).filter(this::end).ifPresent(session -> session.deleted(clock.instant()));
        }
        return WireReply.status("Ok");
    }

    private long unusedId() {
        while (byId.containsKey(nextId)) {
            nextId++;
        }
        return nextId++;
    }
}
