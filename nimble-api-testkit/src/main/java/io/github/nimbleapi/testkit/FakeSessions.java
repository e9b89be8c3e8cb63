package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.ManagementApi;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sessions of a fake, oldest first. */
final class FakeSessions implements ManagementApi.State {
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

    @Override
    public Collection<String> sessions() {
        return running().stream().map(FakeSession::wireText).collect(Collectors.toList());
    }

    @Override
    public synchronized void delete(List<Long> ids) {
        for (Long id : ids) {
            FakeSession session = byId.remove(id);
            if (session != null) {
                session.delete();
            }
        }
    }

    private long unusedId() {
        while (byId.containsKey(nextId)) {
            nextId++;
        }
        return nextId++;
    }
}
