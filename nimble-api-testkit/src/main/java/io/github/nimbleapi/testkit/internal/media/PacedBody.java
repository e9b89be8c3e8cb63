package io.github.nimbleapi.testkit.internal.media;

import io.github.nimbleapi.testkit.internal.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;

/** A body without end, at the pace of a live stream. The first segment comes at once, so that players start quickly. */
public final class PacedBody extends InputStream {
    private static final int PIECES = 10;

    private final Connection connection;
    private final LongFunction<byte[]> segments;
    private final long nanosPerPiece;
    private final BooleanSupplier isLive;
    private final Runnable onEnd;
    private byte[] segment;
    private long number;
    private int position;
    private int sendable;
    private long due = System.nanoTime();

    /**
     * A body for a connection.
     *
     * @param segments the segment with a number
     * @param first the number of the first
     * @param duration how long a segment is to be played
     * @param isLive false when there is no more to come
     * @param onEnd run when the body has ended, for whatever reason
     */
    public PacedBody(
            Connection connection,
            LongFunction<byte[]> segments,
            long first,
            Duration duration,
            BooleanSupplier isLive,
            Runnable onEnd) {
        this.connection = connection;
        this.segments = segments;
        this.nanosPerPiece = duration.toNanos() / PIECES;
        this.isLive = isLive;
        this.onEnd = onEnd;
        this.number = first;
        this.segment = segments.apply(first);
        this.sendable = segment.length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position == sendable && !awaitMore()) {
            return -1;
        }
        int count = Math.min(length, sendable - position);
        System.arraycopy(segment, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean awaitMore() throws SocketException {
        due += nanosPerPiece;
        if (connection.pause(Duration.ofNanos(due - System.nanoTime()))) {
            throw new SocketException("closed by this side");
        }
        if (!isLive.getAsBoolean()) {
            return false;
        }
        if (position == segment.length) {
            number++;
            segment = segments.apply(number);
            position = 0;
            sendable = 0;
        }
        sendable = Math.min(segment.length, sendable + (segment.length + PIECES - 1) / PIECES);
        return true;
    }

    @Override
    public void close() {
        onEnd.run();
    }
}
