package io.github.nimbleapi.control;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.RetryPolicy;
import io.github.nimbleapi.control.fleet.NimbleFleet;
import io.github.nimbleapi.testkit.FakeNimble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Some fakes, and a fleet of them named edge-0, edge-1 and so on; more servers can be added. */
public final class Edges implements AutoCloseable {
    private final List<FakeNimble> fakes = new ArrayList<>();
    private final List<NimbleClient> clients = new ArrayList<>();
    private final NimbleFleet.Builder fleet = NimbleFleet.builder();

    public Edges(int count) {
        for (int i = 0; i < count; i++) {
            FakeNimble fake = FakeNimble.start();
            fakes.add(fake);
            add("edge-" + i, fake.url());
        }
    }

    /** A server where nothing listens. */
    public Edges andDead(String name) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            add(name, "http://127.0.0.1:" + socket.getLocalPort());
        }
        return this;
    }

    private void add(String name, String url) {
        NimbleClient client = NimbleClient.builder(url)
                .retryPolicy(RetryPolicy.none())
                .callTimeout(Duration.ofSeconds(20))
                .build();
        clients.add(client);
        fleet.server(name, client);
    }

    public FakeNimble get(int index) {
        return fakes.get(index);
    }

    public NimbleClient client(int index) {
        return clients.get(index);
    }

    public NimbleFleet fleet() {
        return fleet.build();
    }

    public NimbleFleet fleet(int parallel) {
        return fleet.parallel(parallel).build();
    }

    @Override
    public void close() {
        clients.forEach(NimbleClient::close);
        fakes.forEach(FakeNimble::close);
    }
}
