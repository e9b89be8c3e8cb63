package io.github.nimbleapi.benchmarks.peer;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;

/** Jackson's own way to decode while the body arrives. */
final class IteratorDatabindClient implements SessionClient {
    private final Http http;
    private final ObjectReader reader = Databind.mapper().readerFor(SessionBean.class);

    IteratorDatabindClient(String url) {
        http = new Http(url);
    }

    @Override
    public List<?> list() throws IOException, InterruptedException {
        try (MappingIterator<SessionBean> sessions = open()) {
            return sessions.readAll();
        }
    }

    @Override
    public Stream<?> stream() throws IOException, InterruptedException {
        return Iterators.stream(open());
    }

    private MappingIterator<SessionBean> open() throws IOException, InterruptedException {
        return reader.readValues(http.get(BodyHandlers.ofInputStream()));
    }
}
