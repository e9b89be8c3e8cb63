package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Connection;
import io.github.nimbleapi.testkit.internal.WireRequest;
import java.util.Optional;

/** A player asks for a file of a stream. Immutable. */
final class Visit {
    private static final String SESSION_ID = "nimblesessionid";
    private static final String SIGNATURE = "wmsAuthSign";

    private final WireRequest request;
    private final Connection connection;
    private final FakeStream stream;
    private final String clientIp;

    Visit(WireRequest request, Connection connection, FakeStream stream, String clientIp) {
        this.request = request;
        this.connection = connection;
        this.stream = stream;
        this.clientIp = clientIp;
    }

    WireRequest request() {
        return request;
    }

    Connection connection() {
        return connection;
    }

    FakeStream stream() {
        return stream;
    }

    String clientIp() {
        return clientIp;
    }

    String userAgent() {
        return request.header("user-agent").orElse("");
    }

    Optional<String> sessionId() {
        return request.parameters(SESSION_ID).stream().findFirst();
    }

    String signature() {
        return request.parameters(SIGNATURE).stream().findFirst().orElse("");
    }

    /** The query that leads to a session: its id, and the signature as it came. */
    String queryOf(FakeSession session) {
        String id = SESSION_ID + "=" + Long.toUnsignedString(session.id());
        return request.rawParameter(SIGNATURE)
                .map(signature -> id + "&" + SIGNATURE + "=" + signature)
                .orElse(id);
    }
}
