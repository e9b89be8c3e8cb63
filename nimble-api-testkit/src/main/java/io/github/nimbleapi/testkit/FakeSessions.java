package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Endpoints;
import io.github.nimbleapi.testkit.internal.JsonText;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sessions of a fake, oldest first. */
final class FakeSessions {
    private final Map<Long, FakeSession> byId = new LinkedHashMap<>();
    private long nextId = 1;

    synchronized FakeSession add(FakeSession.Settings settings) {
        long id = settings.hasId() ? settings.id() : unusedId();
        FakeSession session = new FakeSession(id, settings);
        if (byId.putIfAbsent(id, session) != null) {
            throw new IllegalArgumentException("id is " + id + ": a session with that id runs already");
        }
        return session;
    }

    synchronized FakeSession get(long id) {
        FakeSession session = byId.get(id);
        if (session == null) {
            throw new IllegalArgumentException("id is " + id + ": no session with that id runs");
        }
        return session;
    }

    synchronized void end(FakeSession session) {
        byId.remove(session.id());
    }

    synchronized List<FakeSession> running() {
        return List.copyOf(byId.values());
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

    private synchronized WireReply delete(List<Long> ids) {
        for (Long id : ids) {
            FakeSession session = byId.remove(id);
            if (session != null) {
                session.delete();
            }
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
