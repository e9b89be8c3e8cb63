package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.SocketServer;
import io.github.nimbleapi.testkit.internal.WireReply;
import io.github.nimbleapi.testkit.internal.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A user's handler: remembers what it was asked, and answers as it is told. */
final class TestHandler implements AutoCloseable {
    private final List<WireRequest> requests = new CopyOnWriteArrayList<>();
    private final SocketServer server;
    private volatile Function<Json, WireReply> answers = asked -> WireReply.json("{}");

    TestHandler() {
        try {
            server = new SocketServer("127.0.0.1", 0, (request, connection) -> {
                requests.add(request);
                connection.send(answers.apply(json(request)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.port() + "/handler?key=s3cret-query");
    }

    void answers(int status, String body) {
        answers(asked -> WireReply.json(status, body));
    }

    void answers(Function<Json, WireReply> answers) {
        this.answers = answers;
    }

    List<WireRequest> requests() {
        return requests;
    }

    List<Json> asked() {
        return requests.stream().map(TestHandler::json).collect(Collectors.toList());
    }

    Json lastAsked() {
        return json(requests.get(requests.size() - 1));
    }

    private static Json json(WireRequest request) {
        return Json.of(new String(request.body(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
    }
}
