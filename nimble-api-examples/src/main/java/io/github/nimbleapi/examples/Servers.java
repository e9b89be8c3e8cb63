package io.github.nimbleapi.examples;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.fleet.NimbleFleet;
import io.github.nimbleapi.testkit.FakeNimble;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Several servers: those of the user, or two fake ones. */
final class Servers implements AutoCloseable {
    private final Map<String, NimbleClient> clients = new LinkedHashMap<>();
    private final Deque<FakeNimble> fakes = new ArrayDeque<>();

    private Servers() {}

    /** The one of the environment if none is named. */
    static Servers named(Map<String, String> urls, Terminal terminal) {
        Servers servers = new Servers();
        if (urls.isEmpty()) {
            servers.clients.put("nimble", ServerOptions.fromEnvironment(terminal));
        }
        urls.forEach((name, url) -> servers.clients.put(name, ServerOptions.connect(url, terminal)));
        return servers;
    }

    static Servers invented(Terminal terminal) {
        terminal.out.println("NIMBLE_URL is not set, so these are two fake Nimble Streamers; ann watches on both.");
        Servers servers = new Servers();
        servers.invent("edge-1", "ann", 600);
        servers.invent("edge-1", "bob", 60);
        servers.invent("edge-2", "ann", 30);
        return servers;
    }

    private void invent(String server, String viewer, long secondsAgo) {
        if (!clients.containsKey(server)) {
            fakes.push(FakeNimble.start());
            clients.put(server, fakes.element().newClient());
        }
        fakes.element().addSession(s -> s.viewerId(viewer).created(Instant.now().minusSeconds(secondsAgo)));
    }

    NimbleFleet fleet() {
        return NimbleFleet.of(clients);
    }

    @Override
    public void close() {
        clients.values().forEach(NimbleClient::close);
        fakes.forEach(FakeNimble::close);
    }
}
