package io.github.nimbleapi.testkit.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A connection of a player or client, with all the ways to treat it badly. Used by one thread, closed by any. */
public final class Connection {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean chunked = true;
    private boolean headOnly;

    Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        socket.setTcpNoDelay(true);
    }

    InputStream in() {
        return in;
    }

    /** The address of the peer, without its port. */
    public String peer() {
        return socket.getInetAddress().getHostAddress();
    }

    void answering(WireRequest request) {
        chunked = request.understandsChunks();
        headOnly = request.method().equals("HEAD");
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    void sendContinue() {
        try {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a first byte, without which the JDK's client would quietly send a GET again on another connection. */
    public void beginAnswer() throws IOException {
        out.write('H');
    }

    public void send(WireReply reply) throws IOException {
        writer(reply).send();
    }

    /** Sends the head, which announces all of the body, and the first half of the body, and closes the connection. */
    public void sendHalfAndClose(WireReply reply) throws IOException {
        writer(reply).sendHalf(() -> {});
        close();
    }

    /** Sends the head and the first half of the body, and then nothing until either side closes the connection. */
    public void sendHalfAndHold(WireReply reply) throws IOException {
        writer(reply).sendHalf(this::holdUntilClosed);
    }

    /** Sends the body one byte at a time. */
    public void sendSlowly(WireReply reply, Duration perByte) throws IOException {
        writer(reply).sendSlowly(() -> pause(perByte));
    }

    private BodyWriter writer(WireReply reply) {
        return new BodyWriter(out, headOnly ? reply.headOnly() : reply, chunked);
    }

    /** Waits; true if the connection was closed meanwhile by this side. */
    public boolean pause(Duration duration) {
        try {
            return closed.await(TimeUnit.NANOSECONDS.convert(duration), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Says nothing until either side closes the connection. */
    public void holdUntilClosed() throws IOException {
        while (in.read() >= 0) {
            // What the peer may still send is of no interest.
        }
        close();
    }

    /** Ends the connection with a reset instead of an orderly close. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        close();
    }

    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
