package io.github.nimbleapi.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body that is read while it arrives. The JDK fills a window of bounded size, one reading thread empties it; the JDK's
 * own stream has a window of one buffer, so that the two threads wait for each other at every step.
 */
public final class BodyStream extends InputStream implements BodySubscriber<@Nullable Void> {
    private static final int WINDOW = 32;
    private static final int LARGEST_ELEMENT = 1 << 20;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final List<ByteBuffer> END = Collections.unmodifiableList(List.of());

    // Holds at most WINDOW buffers of 16 KiB, because no more are asked for. The JDK itself holds a few times as many.
    private final Mailbox<List<ByteBuffer>> arrived = new Mailbox<>();
    private long limit;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile @Nullable Throwable failure;
    private volatile boolean complete;
    private volatile boolean abandoned;

    private Iterator<ByteBuffer> buffers = Collections.emptyIterator();
    private ByteBuffer current = NOTHING;
    private int taken;
    private long total;
    private long sinceElement;
    private boolean ended;
    private @Nullable Duration patience;
    private long waitUntil;

    BodyStream(long limit) {
        this.limit = limit;
    }

    /** The body is too large. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge(String what) {
            super(what);
        }
    }

    /** Nothing came for too long. */
    static final class Stalled extends IOException {
        private static final long serialVersionUID = 1;

        Stalled(Duration patience) {
            super("nothing more came within " + patience);
        }
    }

    /** For reading at the user's own pace: the time counts for each element alone, see {@link #nextElement()}. */
    void readElementwise(Duration patiencePerElement, long newLimit) {
        patience = patiencePerElement;
        limit = newLimit;
        nextElement();
    }

    /** An element begins: the time to wait for it, and its size. */
    public void nextElement() {
        sinceElement = 0;
        if (patience != null) {
            waitUntil = System.nanoTime() + TimeUnit.NANOSECONDS.convert(patience);
        }
    }

    // ---- the JDK's side

    @Override
    public CompletionStage<@Nullable Void> getBody() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (abandoned) {
            subscription.cancel();
        } else {
            subscription.request(WINDOW);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        arrived.put(item);
    }

    @Override
    public void onError(Throwable throwable) {
        if (failure == null) {
            failure = throwable;
        }
        complete = true;
        arrived.put(END);
    }

    @Override
    public void onComplete() {
        complete = true;
        arrived.put(END);
    }

    /** Ends reading at once, from any thread. Closes the connection unless all of the body has arrived. */
    public void abandon(@Nullable Throwable why) {
        if (failure == null) {
            failure = why;
        }
        abandoned = true;
        Flow.Subscription source = subscription;
        // Once the body is complete its connection may already serve another call.
        if (source != null && !complete) {
            source.cancel();
        }
        arrived.put(END);
    }

    // ---- the reader's side

    @Override
    public int read() throws IOException {
        return fill() ? current.get() & 0xff : -1;
    }

    /** What {@link #read()} will return. */
    public int peek() throws IOException {
        return fill() ? current.get(current.position()) & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, current.remaining());
        current.get(target, offset, count);
        return count;
    }

    @Override
    public void close() {
        abandon(null);
    }

    private boolean fill() throws IOException {
        while (!current.hasRemaining()) {
            if (abandoned) {
                throw broken();
            }
            if (ended) {
                return false;
            }
            if (buffers.hasNext()) {
                current = buffers.next();
                count(current.remaining());
            } else {
                take();
            }
        }
        return true;
    }

    private void count(int bytes) throws IOException {
        total += bytes;
        sinceElement += bytes;
        if (total > limit) {
            throw new TooLarge("larger than maxResponseBytes, which is " + limit);
        }
        if (patience != null && sinceElement > LARGEST_ELEMENT) {
            throw new TooLarge("not readable piece by piece: one element is larger than " + LARGEST_ELEMENT + " bytes");
        }
    }

    private void take() throws IOException {
        List<ByteBuffer> item = await();
        if (item == END) {
            if (failure != null) {
                throw broken();
            }
            ended = true;
            return;
        }
        buffers = item.iterator();
        Flow.Subscription source = subscription;
        // Not before all of it is used up: with each buffer that the JDK hands over while more is asked for, it reads
        // several ahead, and only catches up when nothing is.
        if (++taken % WINDOW == 0 && source != null) {
            source.request(WINDOW);
        }
    }

    private List<ByteBuffer> await() throws IOException {
        try {
            if (patience == null) {
                return arrived.take();
            }
            List<ByteBuffer> item = arrived.take(waitUntil - System.nanoTime());
            if (item == null) {
                throw new Stalled(patience);
            }
            return item;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading the body");
        }
    }

    private IOException broken() {
        Throwable why = failure;
        if (why == null) {
            return new IOException("closed");
        }
        if (why instanceof IllegalArgumentException) {
            // This is how the JDK's client says that a Content-Length is no number.
            return new ProtocolException(why.getMessage());
        }
        return why instanceof IOException ? (IOException) why : new IOException("the body broke off", why);
    }
}
