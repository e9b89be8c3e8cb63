package io.github.nimbleapi.benchmarks.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection: a request, its answer, and so on. */
final class Connection {
    private static final long PAUSE_NANOS = 1_000_000;

    private final WireServer server;
    private final SelectionKey key;
    private final SocketChannel channel;
    private final ByteBuffer request = ByteBuffer.allocate(8192);
    private Body body = Body.NOT_FOUND;
    private int part;
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private long begun;
    private long sent;
    /** When the server shall call {@link #write} again. */
    long due;

    Connection(WireServer server, SelectionKey key, SocketChannel channel) {
        this.server = server;
        this.key = key;
        this.channel = channel;
    }

    void read() throws IOException {
        if (channel.read(request) < 0) {
            close();
            return;
        }
        int length = request.position();
        if (length >= 4 && request.get(length - 1) == '\n' && request.get(length - 3) == '\n') {
            String name = name();
            request.clear();
            begin(server.body(name));
        }
    }

    /** The first part of the path. */
    private String name() {
        String head = new String(request.array(), 0, request.position(), StandardCharsets.US_ASCII);
        int begin = head.indexOf('/') + 1;
        int end = head.indexOf('/', begin);
        return head.substring(begin, Math.max(begin, end));
    }

    private void begin(Body answer) throws IOException {
        body = answer;
        part = 0;
        rest = answer.part(0);
        sent = 0;
        begun = System.nanoTime() + server.delayNanos;
        key.interestOps(0);
        if (server.delayNanos > 0) {
            server.later(this, begun);
        } else {
            write();
        }
    }

    void write() throws IOException {
        while (rest.hasRemaining() || nextPart()) {
            long allowed = allowed();
            if (allowed <= 0) {
                key.interestOps(0);
                server.later(this, System.nanoTime() + PAUSE_NANOS);
                return;
            }
            if (!writeUpTo(allowed)) {
                key.interestOps(SelectionKey.OP_WRITE);
                return;
            }
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    private boolean nextPart() {
        if (part + 1 == body.parts()) {
            return false;
        }
        rest = body.part(++part);
        return true;
    }

    /** What may have gone over the link by now, less what has. */
    private long allowed() {
        return server.bytesPerSecond == 0
                ? Long.MAX_VALUE
                : (long) ((System.nanoTime() - begun) * (server.bytesPerSecond / 1e9)) - sent;
    }

    /** Whether the peer took it all. */
    private boolean writeUpTo(long most) throws IOException {
        int end = rest.limit();
        rest.limit(rest.position() + (int) Math.min(rest.remaining(), most));
        sent += channel.write(rest);
        boolean all = !rest.hasRemaining();
        rest.limit(end);
        return all;
    }

    void close() throws IOException {
        channel.close();
    }
}
