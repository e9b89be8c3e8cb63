package io.github.nimbleapi.benchmarks.wire;

import io.github.nimbleapi.benchmarks.Options;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * A server that does nothing but write bodies that were made beforehand, so that it takes little time from those that are
 * measured. One thread, loopback only, answers to {@code GET /<name of a body>/...}. Prints its ports, and ends when its
 * standard input does.
 */
public final class WireServer {
    private final Map<String, Body> bodies = new HashMap<>();
    private final Map<String, Growth> growing = new HashMap<>();
    private final PriorityQueue<Connection> waiting =
            new PriorityQueue<>(Comparator.comparingLong(connection -> connection.due));
    private final Selector selector;
    final long delayNanos;
    final long bytesPerSecond;

    private WireServer(Options options) throws IOException {
        selector = Selector.open();
        delayNanos = options.number("delay", 0) * 1_000_000L;
        bytesPerSecond = options.number("rate", 0) * 1_000_000L;
        for (String name : options.texts("bodies")) {
            Body body = Body.of(BodyName.parse(name));
            bodies.put(name, body);
            if (BodyName.parse(name).isGrowing()) {
                growing.put(name, new Growth(body));
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        Options options = Options.parse(arguments);
        WireServer server = new WireServer(options);
        StringBuilder ports = new StringBuilder();
        for (int i = 0; i < options.number("ports", 1); i++) {
            ports.append(server.listen()).append(' ');
        }
        System.out.println(ports);
        Thread parent = new Thread(WireServer::endWithParent);
        parent.setDaemon(true);
        parent.start();
        server.run();
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said here.
            }
        } catch (IOException e) {
            // The parent is gone.
        }
        Runtime.getRuntime().halt(0);
    }

    private int listen() throws IOException {
        ServerSocketChannel listening = ServerSocketChannel.open();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        listening.configureBlocking(false);
        listening.register(selector, SelectionKey.OP_ACCEPT);
        return ((InetSocketAddress) listening.getLocalAddress()).getPort();
    }

    Body body(String name) {
        Growth growth = growing.get(name);
        if (growth != null) {
            growth.next();
        }
        return bodies.getOrDefault(name, Body.NOT_FOUND);
    }

    void later(Connection connection, long nanoTime) {
        connection.due = nanoTime;
        waiting.add(connection);
    }

    private void run() throws IOException {
        while (true) {
            select();
            for (SelectionKey key : selector.selectedKeys()) {
                serve(key);
            }
            selector.selectedKeys().clear();
            while (!waiting.isEmpty() && nanosToNext() <= 0) {
                orClose(waiting.remove(), Connection::write);
            }
        }
    }

    private void select() throws IOException {
        if (waiting.isEmpty()) {
            selector.select();
        } else if (nanosToNext() <= 0) {
            selector.selectNow();
        } else {
            selector.select(nanosToNext() / 1_000_000 + 1);
        }
    }

    private long nanosToNext() {
        return waiting.element().due - System.nanoTime();
    }

    private void serve(SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            accept((ServerSocketChannel) key.channel());
        } else if (key.isWritable()) {
            orClose((Connection) key.attachment(), Connection::write);
        } else {
            orClose((Connection) key.attachment(), Connection::read);
        }
    }

    private static void orClose(Connection connection, Step step) throws IOException {
        try {
            step.take(connection);
        } catch (IOException e) {
            // The peer is gone.
            connection.close();
        }
    }

    @FunctionalInterface
    private interface Step {
        void take(Connection connection) throws IOException;
    }

    private void accept(ServerSocketChannel listening) throws IOException {
        SocketChannel channel = listening.accept();
        if (channel != null) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            key.attach(new Connection(this, key, channel));
        }
    }
}
