package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Connection;
import io.github.nimbleapi.testkit.internal.ManagementApi;
import io.github.nimbleapi.testkit.internal.SocketServer;
import io.github.nimbleapi.testkit.internal.WireReply;
import io.github.nimbleapi.testkit.internal.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where a fake listens: the port of its management API, whose calls are recorded, and that of players. Thread-safe. */
final class FakePorts implements AutoCloseable {
    private final FaultQueue faults = new FaultQueue();
    private final CallLog<RecordedCall> calls = new CallLog<>();
    private final ManagementApi managementApi;
    private final MediaEdge mediaEdge;
    private final SocketServer management;
    private final SocketServer media;

    FakePorts(FakeNimbleBuilder from, ManagementApi managementApi, MediaEdge mediaEdge, FrontPage frontPage) {
        this.managementApi = managementApi;
        this.mediaEdge = mediaEdge;
        this.management = listen(from.host, from.port, from.frontPage ? frontPage.before(this::answer) : this::answer);
        try {
            this.media = listen(from.host, from.mediaPort, from.frontPage ? frontPage.before(this::play) : this::play);
        } catch (UncheckedIOException e) {
            management.close();
            throw e;
        }
    }

    int management() {
        return management.port();
    }

    int media() {
        return media.port();
    }

    String managementUrl() {
        return url(management);
    }

    String mediaUrl() {
        return url(media);
    }

    FaultQueue faults() {
        return faults;
    }

    List<RecordedCall> calls() {
        return calls.all();
    }

    @Override
    public void close() {
        management.close();
        media.close();
    }

    private void answer(WireRequest request, Connection connection) throws IOException {
        RecordedCall call = RecordedCall.of(request);
        calls.add(call);
        send(connection, () -> managementApi.answer(request), faults.ofManagement(call));
    }

    private void play(WireRequest request, Connection connection) throws IOException {
        Fault fault = faults.ofPlayers(() -> RecordedCall.of(request));
        send(
                connection,
                () -> mediaEdge.answer(request, connection),
                fault == null ? null : fault.with(MediaEdge::forPages));
    }

    private static void send(Connection connection, Supplier<WireReply> reply, @Nullable Fault fault)
            throws IOException {
        if (fault == null) {
            connection.send(reply.get());
        } else {
            fault.hit(connection, reply);
        }
    }

    private static String url(SocketServer server) {
        return "http://" + server.host() + ":" + server.port();
    }

    private static SocketServer listen(String host, int port, SocketServer.Handler handler) {
        try {
            return new SocketServer(host, port, handler);
        } catch (IOException e) {
            throw new UncheckedIOException("can't listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
    }
}
