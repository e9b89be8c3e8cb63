package io.github.nimbleapi.benchmarks.peer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** What it costs to find the tokens in a list that is in memory. */
final class TokensClient implements SessionClient {
    private final JsonFactory json = new JsonFactory();
    private final byte[] body;

    TokensClient(String url) throws IOException, InterruptedException {
        body = new Http(url).get(BodyHandlers.ofByteArray());
    }

    @Override
    public List<?> list() throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            while (parser.nextToken() != null) {
                // Only on to the next.
            }
        }
        return List.of();
    }
}
