package io.github.nimbleapi.testkit.internal;

import org.jspecify.annotations.Nullable;

/** What Nimble answers on its management port. */
public final class ManagementApi {
    private static final WireReply FORBIDDEN = WireReply.json(403, "{\"status\":\"Forbidden\"}");
    private static final WireReply UNKNOWN_ENDPOINT =
            WireReply.html(404, "<html><head><title>Not found</title></head><body>Not found</body></html>");

    private final @Nullable TokenCheck tokenCheck;
    private final Endpoints endpoints;

    public ManagementApi(@Nullable String token, Endpoints endpoints) {
        this.tokenCheck = token == null ? null : new TokenCheck(token);
        this.endpoints = endpoints;
    }

    public WireReply answer(WireRequest request) {
        if (tokenCheck != null && !tokenCheck.accepts(request)) {
            return FORBIDDEN;
        }
        return endpoints.answer(request).orElse(UNKNOWN_ENDPOINT);
    }
}
