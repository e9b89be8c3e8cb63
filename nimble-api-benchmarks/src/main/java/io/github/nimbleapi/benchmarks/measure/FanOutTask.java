package io.github.nimbleapi.benchmarks.measure;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.benchmarks.peer.Peer;
import io.github.nimbleapi.benchmarks.peer.SessionClient;
import io.github.nimbleapi.control.fleet.NimbleFleet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Lists the sessions of many servers, and waits for all. */
final class FanOutTask implements Task {
    /** The kinds: a fleet, and what a user would write. */
    static final List<String> KINDS = List.of("fleet", "async-databind", "sequential-databind");

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Callable<Integer> call;
    private final int servers;

    FanOutTask(String kind, List<String> urls) throws Exception {
        servers = urls.size();
        switch (kind) {
            case "fleet":
                call = fleet(urls);
                break;
            case "async-databind":
                call = async(peers(urls));
                break;
            case "sequential-databind":
                call = sequential(peers(urls));
                break;
            default:
                throw new IllegalArgumentException("kind is " + kind + ": give one of " + KINDS);
        }
    }

    private Callable<Integer> fleet(List<String> urls) {
        NimbleFleet.Builder builder = NimbleFleet.builder();
        for (String url : urls) {
            NimbleClient nimble = NimbleClient.create(url);
            open.add(nimble);
            builder.server(url, nimble);
        }
        NimbleFleet fleet = builder.build();
        return () -> servers - fleet.list().failures().size();
    }

    private List<SessionClient> peers(List<String> urls) throws Exception {
        List<SessionClient> peers = new ArrayList<>();
        for (String url : urls) {
            SessionClient peer = Peer.BYTES_DATABIND.open(url);
            open.add(peer);
            peers.add(peer);
        }
        return peers;
    }

    private static Callable<Integer> async(List<SessionClient> peers) {
        return () -> {
            List<CompletableFuture<? extends List<?>>> lists = new ArrayList<>();
            peers.forEach(peer -> lists.add(peer.listAsync()));
            CompletableFuture.allOf(lists.toArray(CompletableFuture[]::new)).get();
            return lists.size();
        };
    }

    private static Callable<Integer> sequential(List<SessionClient> peers) {
        return () -> {
            int answered = 0;
            for (SessionClient peer : peers) {
                answered += peer.list().isEmpty() ? 0 : 1;
            }
            return answered;
        };
    }

    @Override
    public Sample run() throws Exception {
        long start = System.nanoTime();
        int answered = call.call();
        long nanos = System.nanoTime() - start;
        if (answered != servers) {
            throw new IllegalStateException(answered + " of " + servers + " servers answered");
        }
        return new Sample().with(Metric.NANOS, nanos);
    }

    @Override
    public void close() {
        for (AutoCloseable client : open) {
            try {
                client.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
