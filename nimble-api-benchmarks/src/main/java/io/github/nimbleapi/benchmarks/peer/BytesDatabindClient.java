package io.github.nimbleapi.benchmarks.peer;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The reference: what a careful user would write by hand. */
final class BytesDatabindClient implements SessionClient {
    private final Http http;
    private final ObjectReader reader = Databind.mapper().readerFor(Databind.SESSIONS);

    BytesDatabindClient(String url) {
        http = new Http(url);
    }

    @Override
    public List<?> list() throws IOException, InterruptedException {
        return decode(http.get(BodyHandlers.ofByteArray()));
    }

    @Override
    public CompletableFuture<? extends List<?>> listAsync() {
        return http.getAsync(BodyHandlers.ofByteArray()).thenApply(bytes -> {
            try {
                return decode(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private List<SessionBean> decode(byte[] bytes) throws IOException {
        return reader.readValue(bytes);
    }
}
