package io.github.nimbleapi.benchmarks.peer;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The bytes, and nothing made of them. */
final class RawClient implements SessionClient {
    private final Http http;

    RawClient(String url) {
        http = new Http(url);
    }

    @Override
    public List<?> list() throws IOException, InterruptedException {
        http.get(BodyHandlers.ofByteArray());
        return List.of();
    }

    @Override
    public CompletableFuture<? extends List<?>> listAsync() {
        return http.getAsync(BodyHandlers.ofByteArray()).thenApply(bytes -> List.of());
    }
}
