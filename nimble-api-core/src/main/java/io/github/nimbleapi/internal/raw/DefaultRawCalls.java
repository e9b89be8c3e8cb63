package io.github.nimbleapi.internal.raw;

import io.github.nimbleapi.internal.http.CallRunner;
import io.github.nimbleapi.internal.http.Endpoint;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.internal.http.Request;
import io.github.nimbleapi.raw.RawCalls;
import io.github.nimbleapi.raw.RawReply;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Any path over a {@link CallRunner}. */
public final class DefaultRawCalls implements RawCalls {
    private final CallRunner calls;

    public DefaultRawCalls(CallRunner calls) {
        this.calls = calls;
    }

    @Override
    public RawReply get(String path) {
        return block(request("GET", path).repeatable());
    }

    @Override
    public CompletableFuture<RawReply> getAsync(String path) {
        return start(request("GET", path).repeatable());
    }

    @Override
    public RawReply post(String path) {
        return block(request("POST", path));
    }

    @Override
    public CompletableFuture<RawReply> postAsync(String path) {
        return start(request("POST", path));
    }

    @Override
    public RawReply post(String path, String json) {
        return block(request("POST", path).json(Objects.requireNonNull(json, "json")));
    }

    @Override
    public CompletableFuture<RawReply> postAsync(String path, String json) {
        return start(request("POST", path).json(Objects.requireNonNull(json, "json")));
    }

    @Override
    public RawReply delete(String path) {
        return block(request("DELETE", path));
    }

    @Override
    public CompletableFuture<RawReply> deleteAsync(String path) {
        return start(request("DELETE", path));
    }

    private RawReply block(Request request) {
        return calls.block(call -> call.send(request, Reply::whole));
    }

    private CompletableFuture<RawReply> start(Request request) {
        return calls.start(call -> call.send(request, Reply::whole));
    }

    // The value is not shown, nor the exception that quotes it: a query may hold a signature.
    private static Request request(String method, String path) {
        Objects.requireNonNull(path, "path");
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("path must start with one '/', such as /manage/server_status");
        }
        try {
            URI uri = new URI(path);
            if (uri.getRawFragment() != null) {
                throw new IllegalArgumentException("path has a fragment: encode '#' as %23");
            }
            // The JDK's client would send each of these as a question mark.
            if (!uri.toASCIIString().equals(path)) {
                throw new IllegalArgumentException("path is not encoded: encode what is not ASCII");
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("path is not encoded (" + e.getReason() + "): encode a blank as %20");
        }
        if (path.matches(".*[?&](salt|hash)=.*")) {
            throw new IllegalArgumentException("path has salt or hash in its query: give the token to managementToken,"
                    + " the client signs every call");
        }
        Request request = Request.of(method, path);
        return Endpoint.isConfidential(request.path()) ? request.confidential() : request;
    }
}
