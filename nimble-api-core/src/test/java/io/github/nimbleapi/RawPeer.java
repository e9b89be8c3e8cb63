package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A server that answers, stalls, breaks off and lies as a script says, and that sees what the client does to its
 * connections. A script that returns leaves its connection open, to be watched until the client closes it.
 */
final class RawPeer implements Closeable {
    /**
     * The time in which a peer that writes without end sees that its connection is closed: from JDK 20 or so on, the
     * JDK's client may let such a peer write for 3 seconds more. A peer that reads sees it at once.
     */
    static final Duration WHILE_WRITING = Duration.ofSeconds(5);

    private static final int HANG_LIMIT_SECONDS = 20;

    private final ServerSocket listening;
    private final Script script;
    private final BlockingQueue<Connection> accepted = new LinkedBlockingQueue<>();
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    interface Script {
        void play(Connection connection) throws IOException, InterruptedException;
    }

    private RawPeer(Script script) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.script = script;
    }

    /** Plays a script on every connection. */
    static RawPeer playing(Script script) {
        try {
            RawPeer peer = new RawPeer(script);
            start("raw-peer", peer::acceptAll);
            return peer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers every request with the same bytes, on connections that stay open. */
    static RawPeer answering(String answer) {
        return answering(answer.getBytes(StandardCharsets.UTF_8));
    }

    static RawPeer answering(byte[] answer) {
        return playing(connection -> {
            while (connection.readsRequest()) {
                connection.write(answer);
            }
        });
    }

    /** Answers one request per connection and closes it. */
    static RawPeer answeringAndClosing(String answer) {
        return playing(connection -> {
            connection.readsRequest();
            connection.write(answer);
            connection.close();
        });
    }

    /** Takes requests and says nothing. */
    static RawPeer silent() {
        return answering("");
    }

    static String ok(String body) {
        return answer("200 OK", body);
    }

    static String answer(String status, String body) {
        return head(status, body.getBytes(StandardCharsets.UTF_8).length) + body;
    }

    static String head(String status, long contentLength) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + contentLength + "\r\n\r\n";
    }

    static String chunk(String text) {
        return Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n";
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    NimbleClient.Builder client() {
        return NimbleClient.builder(url());
    }

    /** The requests with head and body, in the order of their arrival. */
    List<String> requests() {
        return requests;
    }

    int connectionCount() {
        return connections.size();
    }

    boolean allConnectionsEndWithin(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (Connection connection : connections) {
            if (!connection.over.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** Whether every connection that there ever was is over. */
    boolean isDeserted() {
        return connections.stream().allMatch(Connection::isOver);
    }

    /** The next connection that has not been asked for yet. */
    Connection nextConnection() throws InterruptedException {
        Connection connection = accepted.poll(HANG_LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(connection).as("a connection from the client").isNotNull();
        return connection;
    }

    @Override
    public void close() {
        closeQuietly(listening);
        connections.forEach(Connection::close);
    }

    private void acceptAll() {
        while (!listening.isClosed()) {
            try {
                Connection connection = new Connection(listening.accept());
                connections.add(connection);
                accepted.add(connection);
                start("raw-peer-connection", connection::serve);
            } catch (IOException e) {
                closeQuietly(listening);
            }
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }

    /** One connection from the client. */
    final class Connection implements Closeable {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile String lastRequest = "";

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
            socket.setTcpNoDelay(true);
        }

        /** Reads a request; false when the client has closed the connection. */
        boolean readsRequest() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return false;
                }
                bytes.write(next);
            }
            String head = bytes.toString(StandardCharsets.ISO_8859_1);
            lastRequest = head + new String(in.readNBytes(contentLength(head)), StandardCharsets.UTF_8);
            requests.add(lastRequest);
            asked.countDown();
            return true;
        }

        String lastRequest() {
            return lastRequest;
        }

        private int contentLength(String head) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                    .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                    .findFirst()
                    .orElse(0);
        }

        void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Ends the connection the hard way. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        @Override
        public void close() {
            closeQuietly(socket);
        }

        void awaitRequest() throws InterruptedException {
            assertThat(asked.await(HANG_LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as("a request on the connection")
                    .isTrue();
        }

        /** Whether the connection ends, by the client's doing unless the script closes it. */
        boolean endsWithin(Duration time) throws InterruptedException {
            return over.await(time.toMillis(), TimeUnit.MILLISECONDS);
        }

        boolean isOver() {
            return over.getCount() == 0;
        }

        private void serve() {
            try {
                script.play(this);
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The client is gone, or the script closed the connection.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                over.countDown();
                close();
            }
        }
    }
}
