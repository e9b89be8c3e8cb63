package io.github.nimbleapi.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request on the wire, and the reading of its answer. */
final class WireAttempt<T> implements BodyHandler<@Nullable Void> {
    private static final long DEFAULT_LIMIT = 256L << 20;

    /**
     * On one or two cores, these JDKs start a thread for each future of sendAsync, only to complete it. One of ours is there
     * already.
     */
    private static final boolean FUTURES_COST_THREADS =
            Runtime.version().feature() < 25 && ForkJoinPool.getCommonPoolParallelism() < 2;

    private final JdkTransport wire;
    private final Exchange<T> exchange;
    private final LinkedFuture<T> result = new LinkedFuture<>();
    private final boolean waits;
    private volatile @Nullable BodyStream body;
    private volatile @Nullable Reply head;

    WireAttempt(JdkTransport wire, Exchange<T> exchange) {
        this.wire = wire;
        this.exchange = exchange;
        this.waits = wire.isOurs && (exchange.context.isCallersThread() || FUTURES_COST_THREADS);
    }

    CompletableFuture<T> start() {
        if (waits) {
            // A caller that waits does so later, when all that may break it off is set up.
            wire.names.before(() -> exchange.context.executor.execute(() -> dial(this::waitForHead)));
        } else {
            wire.names.before(() -> dial(this::sendAsync));
        }
        return result;
    }

    private void dial(Consumer<HttpClient> sending) {
        HttpClient client = wire.http;
        if (client == null) {
            result.settle(null, new CancellationException("the NimbleClient was closed"));
        } else if (!result.isOver()) {
            sending.accept(client);
        }
    }

    private void waitForHead(HttpClient client) {
        BreakableWait wait = new BreakableWait();
        result.fedBy(() -> {
            wait.breakOff();
            giveUpBody();
        });
        try {
            wait.run(() -> client.send(wire.wireRequest(exchange), this));
        } catch (InterruptedException e) {
            // A caller sees the flag when it waits again, and ends the call.
            Thread.currentThread().interrupt();
            if (!exchange.context.isCallersThread()) {
                headFailed(new InterruptedIOException("a thread of the client was interrupted"));
            }
        } catch (IOException | RuntimeException e) {
            headFailed(e);
        }
        Reply arrived = head;
        if (arrived != null) {
            read(arrived);
        }
    }

    private void sendAsync(HttpClient client) {
        CompletableFuture<?> sent;
        try {
            sent = client.sendAsync(wire.wireRequest(exchange), this);
        } catch (RuntimeException e) {
            headFailed(notTaken(e));
            return;
        }
        result.fedBy(() -> {
            if (!giveUpBody()) {
                sent.cancel(true);
            }
        });
        sent.whenComplete((response, failure) -> {
            if (failure != null) {
                headFailed(LinkedFuture.unwrapped(failure));
            }
        });
    }

    // A given client does so when it was shut down.
    private IOException notTaken(RuntimeException e) {
        return new IOException("the HTTP client does not take requests", e);
    }

    // Where there is a body its reader has the say: it may have failed first, and this be but the consequence.
    private void headFailed(Throwable failure) {
        BodyStream arriving = body;
        if (arriving == null) {
            exchange.context.executor.execute(() -> fail(failure));
        } else {
            arriving.abandon(failure);
        }
    }

    @Override
    public BodySubscriber<@Nullable Void> apply(ResponseInfo info) {
        BodyStream arriving =
                new BodyStream(exchange.context.options.maxResponseBytes().orElse(DEFAULT_LIMIT));
        body = arriving;
        // Looked at after the body was set, as giveUpBody looks at the body after the end was: one of the two sees
        // the other.
        if (result.isOver()) {
            arriving.abandon(givenUp());
        } else {
            Reply reply = new Reply(exchange, wire.failures, info.statusCode(), info.headers(), arriving);
            if (waits) {
                head = reply;
            } else {
                exchange.context.executor.execute(() -> read(reply));
            }
        }
        return arriving;
    }

    // Catches everything: what is not passed on would leave the caller waiting.
    private void read(Reply reply) {
        T value;
        try {
            AnswerCheck.requireSuccess(reply);
            value = exchange.reader.read(reply);
        } catch (Throwable e) {
            reply.close();
            fail(e);
            return;
        }
        if (!reply.isHandedOver()) {
            reply.close();
        }
        result.settle(value, null);
    }

    private void fail(Throwable thrown) {
        result.settle(null, thrown instanceof Error ? thrown : wire.failures.of(exchange.request, thrown));
    }

    private boolean giveUpBody() {
        BodyStream arriving = body;
        if (arriving != null) {
            arriving.abandon(givenUp());
        }
        return arriving != null;
    }

    private static IOException givenUp() {
        return new IOException("the call was given up");
    }
}
