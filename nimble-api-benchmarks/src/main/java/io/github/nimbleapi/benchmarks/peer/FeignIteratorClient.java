package io.github.nimbleapi.benchmarks.peer;

import feign.Feign;
import feign.RequestLine;
import feign.http2client.Http2Client;
import feign.jackson.JacksonIteratorDecoder;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** OpenFeign's own way to decode while the body arrives. */
final class FeignIteratorClient implements SessionClient {
    private final Nimble nimble;

    interface Nimble {
        @RequestLine("GET /manage/sessions")
        Iterator<SessionBean> sessions();
    }

    FeignIteratorClient(String url) {
        nimble = Feign.builder()
                .client(new Http2Client(Http.client()))
                .decoder(JacksonIteratorDecoder.create(Databind.mapper()))
                .doNotCloseAfterDecode()
                .target(Nimble.class, url);
    }

    @Override
    public List<?> list() {
        try (Stream<?> sessions = stream()) {
            return sessions.collect(Collectors.toList());
        }
    }

    @Override
    public Stream<?> stream() {
        return Iterators.stream(nimble.sessions());
    }
}
