package io.github.nimbleapi.internal.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The wire: the JDK's HTTP client, always in HTTP/1.1. */
public final class JdkTransport implements Transport {
    private static final long DEFAULT_LIMIT = 256L << 20;

    private volatile @Nullable HttpClient http;
    private final BaseUrl server;
    private final boolean isOurs;
    private final Executor dialler;
    private final Failures failures;
    /** Who polls sends the same again and again. */
    private volatile @Nullable Wired last;

    /** Over a client of the user's, which may be of any kind. */
    public static JdkTransport over(HttpClient given, BaseUrl server) {
        return new JdkTransport(given, server, false, Runnable::run);
    }

    /** Over a client of ours; the threads wait for name servers. */
    public static JdkTransport of(BaseUrl server, Duration connectTimeout, Executor threads) {
        HttpClient own = OwnHttpClient.create(server, connectTimeout, threads);
        return new JdkTransport(own, server, true, OwnHttpClient.dialler(server, threads));
    }

    private JdkTransport(HttpClient http, BaseUrl server, boolean isOurs, Executor dialler) {
        this.http = http;
        this.server = server;
        this.isOurs = isOurs;
        this.dialler = dialler;
        this.failures = new Failures(server);
    }

    @Override
    public <T> CompletableFuture<T> send(Exchange<T> exchange) {
        return new Attempt<>(exchange).start();
    }

    /** Lets go of the HTTP client, and closes it where it is ours and can be closed (Java 21 and later). */
    public void release() {
        HttpClient released = http;
        // Below Java 21 only the garbage collector ends its thread, so nothing may hold it.
        http = null;
        if (isOurs && released instanceof AutoCloseable) {
            try {
                ((AutoCloseable) released).close();
            } catch (Exception e) {
                throw new IllegalStateException("the JDK's HTTP client did not close", e);
            }
        }
    }

    private HttpRequest wireRequest(Request request) {
        Wired known = last;
        if (known != null && known.request == request) {
            return known.wire;
        }
        HttpRequest wire = wired(request);
        if (request.signature == null) {
            last = new Wired(request, wire);
        }
        return wire;
    }

    private HttpRequest wired(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(server.resolve(request.path, request.wireQuery()))
                // By default the JDK asks a plain server for HTTP/2 at every request.
                .version(HttpClient.Version.HTTP_1_1);
        if (request.method.equals("GET")) {
            return builder.GET().build();
        }
        if (request.json == null) {
            return builder.method(request.method, BodyPublishers.noBody()).build();
        }
        return builder.header("Content-Type", "application/json")
                .method(request.method, BodyPublishers.ofByteArray(request.json))
                .build();
    }

    /** A request and its form on the wire, which costs more to make than all else about a call. */
    private static final class Wired {
        private final Request request;
        private final HttpRequest wire;

        Wired(Request request, HttpRequest wire) {
            this.request = request;
            this.wire = wire;
        }
    }

    /** One request on the wire, and the reading of its answer. */
    private final class Attempt<T> implements BodyHandler<@Nullable Void> {
        private final Exchange<T> exchange;
        private final LinkedFuture<T> result = new LinkedFuture<>();
        private volatile @Nullable BodyStream body;

        Attempt(Exchange<T> exchange) {
            this.exchange = exchange;
        }

        CompletableFuture<T> start() {
            if (isOurs && exchange.context.isCallersThread()) {
                // Later, when all that may break it off is set up.
                exchange.context.executor.execute(() -> dial(this::waitForHead));
            } else {
                dialler.execute(() -> dial(this::sendAsync));
            }
            return result;
        }

        private void dial(Consumer<HttpClient> sending) {
            HttpClient client = http;
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
                wait.run(() -> client.send(wireRequest(exchange.request), this));
            } catch (InterruptedException e) {
                // Whoever waits next sees the flag, and ends the call.
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                headFailed(e);
            } catch (RuntimeException e) {
                headFailed(notTaken(e));
            }
        }

        private void sendAsync(HttpClient client) {
            CompletableFuture<?> head;
            try {
                head = client.sendAsync(wireRequest(exchange.request), this);
            } catch (RuntimeException e) {
                headFailed(notTaken(e));
                return;
            }
            result.fedBy(() -> {
                if (!giveUpBody()) {
                    head.cancel(true);
                }
            });
            head.whenComplete((response, failure) -> {
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
            // Looked at after the body was set, as giveUp looks at the body after the end was: one of both sees the
            // other.
            if (result.isOver()) {
                arriving.abandon(givenUp());
            } else {
                Reply reply = new Reply(exchange, failures, info.statusCode(), info.headers(), arriving);
                exchange.context.executor.execute(() -> read(reply, arriving));
            }
            return arriving;
        }

        // Catches everything: what is not passed on would leave the caller waiting.
        private void read(Reply reply, BodyStream arriving) {
            T value;
            try {
                AnswerCheck.requireSuccess(reply);
                value = exchange.reader.read(reply);
            } catch (Throwable e) {
                arriving.close();
                fail(e);
                return;
            }
            if (!reply.isHandedOver()) {
                arriving.close();
            }
            result.settle(value, null);
        }

        private void fail(Throwable thrown) {
            result.settle(null, thrown instanceof Error ? thrown : failures.of(exchange.request, thrown));
        }

        private boolean giveUpBody() {
            BodyStream arriving = body;
            if (arriving != null) {
                arriving.abandon(givenUp());
            }
            return arriving != null;
        }
    }

    private static IOException givenUp() {
        return new IOException("the call was given up");
    }
}
