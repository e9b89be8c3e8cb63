package io.github.nimbleapi.benchmarks.peer;

import io.github.nimbleapi.NimbleClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Ours, as it comes. */
final class OurClient implements SessionClient {
    private final NimbleClient nimble;

    OurClient(String url) {
        // The time is longer than by default only for a machine that is busy with five million sessions.
        nimble = NimbleClient.builder(url).callTimeout(Duration.ofMinutes(10)).build();
    }

    @Override
    public List<?> list() {
        return nimble.sessions().list();
    }

    @Override
    public CompletableFuture<? extends List<?>> listAsync() {
        return nimble.sessions().listAsync();
    }

    @Override
    public Stream<?> stream() {
        return nimble.sessions().stream();
    }

    @Override
    public void close() {
        nimble.close();
    }
}
