package io.github.nimbleapi.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A server on a machine that is short of something for a while. */
class SocketServerTest {
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void withoutDescriptorsItTriesAgainNowAndThen() throws IOException {
        long relief = System.nanoTime() + 200_000_000;
        try (SocketServer server = server(new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                attempts.incrementAndGet();
                if (System.nanoTime() < relief) {
                    throw new SocketException("Too many open files");
                }
                return super.accept();
            }
        })) {
            assertThat(answer(server)).endsWith("hello");
            assertThat(attempts).hasValueBetween(2, 30);
        }
    }

    @Test
    void aConnectionThatCannotBeServedIsClosedAndTheNextIsServed() throws IOException {
        try (SocketServer server = server(new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                Socket socket = attempts.incrementAndGet() == 1 ? new Unservable() : new Socket();
                implAccept(socket);
                return socket;
            }
        })) {
            try (Socket unserved = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                unserved.setSoTimeout(10_000);
                assertThat(unserved.getInputStream().read()).isNegative();
            }
            assertThat(answer(server)).endsWith("hello");
        }
    }

    private static final class Unservable extends Socket {
        @Override
        public void setTcpNoDelay(boolean on) {
            throw new OutOfMemoryError("unable to create native thread");
        }
    }

    private static SocketServer server(ServerSocket listening) throws IOException {
        return new SocketServer(
                listening,
                "127.0.0.1",
                0,
                (request, connection) -> connection.send(WireReply.text("text/plain", "hello")));
    }

    private static String answer(SocketServer server) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
