package io.github.nimbleapi.benchmarks.peer;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** What the wire and the JDK's client cost. */
final class DiscardClient implements SessionClient {
    private final Http http;

    DiscardClient(String url) {
        http = new Http(url);
    }

    @Override
    public List<?> list() throws IOException, InterruptedException {
        http.get(BodyHandlers.discarding());
        return List.of();
    }
}
