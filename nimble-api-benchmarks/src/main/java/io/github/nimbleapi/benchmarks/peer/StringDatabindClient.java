package io.github.nimbleapi.benchmarks.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** What most examples show. */
final class StringDatabindClient implements SessionClient {
    private final Http http;
    private final ObjectMapper mapper = Databind.mapper();

    StringDatabindClient(String url) {
        http = new Http(url);
    }

    @Override
    public List<?> list() throws IOException, InterruptedException {
        return mapper.readValue(http.get(BodyHandlers.ofString()), Databind.SESSIONS);
    }
}
