package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.JsonText;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Notifications of streams that go live and end, from {@link FakeNimble#publishNotifications()}. Your handler is told before
 * {@link FakeNimble#addStream(String, String)}, {@link FakeNimble#endStream} and {@link FakePublishControl#publish} return;
 * that it could not be told shows only in {@link FakeNimble#handlerCalls()}. Thread-safe.
 */
public final class FakePublishNotifications {
    private final Clock clock;
    private final Handler handler;

    FakePublishNotifications(Clock clock, Handlers handlers) {
        this.clock = clock;
        this.handler = new Handler(handlers);
    }

    /**
     * A handler is told, without a signature.
     *
     * @param handler its URL, http or https
     * @throws IllegalArgumentException if it is no such URL
     */
    public void handler(URI handler) {
        this.handler.at(handler);
    }

    /**
     * A handler is told, with a signature.
     *
     * @param handler its URL, http or https
     * @param token the token that both sides know, not blank
     * @throws IllegalArgumentException if it is no such URL, or the token is blank
     */
    public void handler(URI handler, String token) {
        this.handler.at(handler, token);
    }

    /**
     * How long the handler may take for its whole answer.
     *
     * @param timeout more than zero; default: 5 seconds
     * @throws IllegalArgumentException if it is zero or less
     */
    public void timeout(Duration timeout) {
        handler.timeout(timeout);
    }

    void published(List<FakeStream> streams) {
        tell("publish", streams);
    }

    void unpublished(FakeStream stream) {
        tell("unpublish", List.of(stream));
    }

    private void tell(String what, List<FakeStream> streams) {
        if (handler.isSet() && !streams.isEmpty()) {
            List<JsonText> items = streams.stream().map(this::item).collect(Collectors.toList());
            JsonText body = new PushHeader().begin(handler.token()).raw(what, JsonText.array(items));
            handler.post(body.toString(), call -> call.isAnswered(200) ? "" : "the handler has to answer 200");
        }
    }

    private JsonText item(FakeStream stream) {
        return new JsonText()
                .member("stream", stream.app() + "/" + stream.stream())
                .member("protocol", stream.protocol())
                .member("time", clock.millis())
                .member("type", "push")
                .member("remote_ip", stream.publisherIp());
    }
}
