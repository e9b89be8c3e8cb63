package io.github.nimbleapi.internal.http;

import io.github.nimbleapi.CallOptions;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleResponseException;
import io.github.nimbleapi.raw.RawReply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** What the tests of this package send, and what may come of it. */
final class Samples {
    static final BaseUrl SERVER = BaseUrl.of("http://edge-1:8082");
    static final Request LIST = Request.of("GET", "/manage/sessions").repeatable();

    private Samples() {}

    static Exchange<String> exchange(Request request, CallOptions options, Timer timer) {
        return exchange(request, options, timer, Runnable::run);
    }

    static Exchange<String> exchange(Request request, CallOptions options, Timer timer, Executor executor) {
        long deadline = timer.nanoTime() + options.callTimeout().toNanos();
        return new Exchange<>(request, reply -> "", new Exchange.Context(options, executor, deadline));
    }

    static NimbleConnectionException broken() {
        return new NimbleConnectionException("broken", "GET", "/manage/sessions", null);
    }

    static NimbleResponseException refused(int statusCode) {
        return new NimbleResponseException("no", "GET", "/manage/sessions", RawReply.of(statusCode, ""));
    }

    static NimbleResponseException retryAfter(String value) {
        RawReply reply = RawReply.of(503, Map.of("Retry-After", List.of(value)), "");
        return new NimbleResponseException("later", "GET", "/manage/sessions", reply);
    }
}
