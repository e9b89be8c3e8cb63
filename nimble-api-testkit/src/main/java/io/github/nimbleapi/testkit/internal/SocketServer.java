package io.github.nimbleapi.testkit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A small HTTP/1.1 server with a thread for each connection. The JDK's own can neither stall nor lie, and delays each
 * answer on older releases.
 */
public final class SocketServer implements AutoCloseable {
    private static final int BACKLOG = 2000;
    private static final long NANOS_AFTER_FAILURE = 10_000_000;

    private final ServerSocket listening;
    private final String host;
    private final Handler handler;
    private final Daemon acceptor;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    /** Answers requests, each connection's in a thread of its own. */
    @FunctionalInterface
    public interface Handler {
        void handle(WireRequest request, Connection connection) throws IOException;
    }

    /** Listens from now on; port 0 stands for any that is free. */
    public SocketServer(String host, int port, Handler handler) throws IOException {
        this(new ServerSocket(), host, port, handler);
    }

    SocketServer(ServerSocket listening, String host, int port, Handler handler) throws IOException {
        this.listening = listening;
        InetAddress address = InetAddress.getByName(host);
        this.host = address.isAnyLocalAddress() ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        this.handler = handler;
        // Tests start and stop on the same port in quick succession.
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(address, port), BACKLOG);
        acceptor = new Daemon("fake-nimble-" + port(), this::accept);
        acceptor.start();
    }

    /** The host for URLs of this server. */
    public String host() {
        return host;
    }

    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The system keeps the port open for as long as a thread still waits on it.
        acceptor.awaitEnd();
        connections.forEach(Connection::close);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                serve(listening.accept());
            } catch (Throwable e) {
                awaitBetterTimes();
            }
        }
    }

    /** Where descriptors, threads or memory are short, the next connection may fail as quickly. */
    private void awaitBetterTimes() {
        if (!listening.isClosed()) {
            LockSupport.parkNanos(NANOS_AFTER_FAILURE);
        }
    }

    private void serve(Socket socket) throws IOException {
        try {
            Connection connection = new Connection(socket);
            connections.add(connection);
            if (listening.isClosed()) {
                connection.close();
            }
            new Daemon("fake-nimble-" + port() + "-connection", () -> converse(connection)).start();
        } catch (Throwable e) {
            socket.close();
            connections.removeIf(connection -> !connection.isOpen());
            throw e;
        }
    }

    private void converse(Connection connection) {
        try {
            while (connection.isOpen() && answerNext(connection)) {
                // One request after the other.
            }
        } catch (IOException | UncheckedIOException e) {
            // The peer has left, or this side has closed the connection on purpose.
        } finally {
            connection.close();
            connections.remove(connection);
        }
    }

    private boolean answerNext(Connection connection) throws IOException {
        @Nullable WireRequest request;
        try {
            request = WireRequest.read(connection.in(), connection::sendContinue);
        } catch (WireRequest.Malformed e) {
            connection.send(WireReply.html(400, "<html><body>Bad request: " + e.getMessage() + "</body></html>"));
            return false;
        }
        if (request == null) {
            return false;
        }
        connection.answering(request);
        handler.handle(request, connection);
        return !request.isLast();
    }
}
