package io.github.nimbleapi.internal.http;

import io.github.nimbleapi.CallOptions;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;

/** Replies for those who read a body that came another way. */
public final class Replies {
    private Replies() {}

    /** One whose body has a length, or is said to come in chunks. */
    public static Reply ofLength(long length) {
        Map<String, List<String>> headers = length < 0
                ? Map.of("Transfer-Encoding", List.of("chunked"))
                : Map.of("Content-Length", List.of(Long.toString(length)));
        return new Reply(
                Samples.exchange(Samples.LIST, CallOptions.builder().build(), new FakeTimer()),
                new Failures(Samples.SERVER),
                200,
                HttpHeaders.of(headers, (name, value) -> true),
                new BodyStream(1));
    }
}
