package io.github.nimbleapi.internal.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The wire: the JDK's HTTP client, always in HTTP/1.1. */
public final class JdkTransport implements Transport {
    /** Before Java 16 a cancelled request keeps its connection, unless it has a time limit of its own. */
    private static final boolean CANCELLED_STAYS_OPEN = Runtime.version().feature() < 16;

    private static final Duration LONGEST_LIMIT = Duration.ofDays(1);

    volatile @Nullable HttpClient http;
    private final BaseUrl server;
    final boolean isOurs;
    final NameLookup names;
    final Failures failures;
    /** The last unsigned request and its wire form: who polls sends the same one again. */
    private volatile @Nullable Wired last;

    /** Over a client of the user's, which may be of any kind. */
    public static JdkTransport over(HttpClient given, BaseUrl server) {
        return new JdkTransport(given, server, false, new NameLookup(null, Runnable::run));
    }

    /** Over a client of ours; the threads wait for name servers. */
    public static JdkTransport of(BaseUrl server, Duration connectTimeout, Executor threads) {
        HttpClient own = OwnHttpClient.create(server, connectTimeout, threads);
        return new JdkTransport(own, server, true, NameLookup.of(server, threads));
    }

    JdkTransport(HttpClient http, BaseUrl server, boolean isOurs, NameLookup names) {
        this.http = http;
        this.server = server;
        this.isOurs = isOurs;
        this.names = names;
        this.failures = new Failures(server);
    }

    @Override
    public <T> CompletableFuture<T> send(Exchange<T> exchange) {
        return new WireAttempt<>(this, exchange).start();
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

    HttpRequest wireRequest(Exchange<?> exchange) {
        Request request = exchange.request;
        if (CANCELLED_STAYS_OPEN) {
            return limited(wired(request), exchange.context.options.callTimeout());
        }
        Wired known = last;
        if (known != null && known.request == request) {
            return known.wire;
        }
        HttpRequest wire = wired(request).build();
        if (request.signature == null) {
            last = new Wired(request, wire);
        }
        return wire;
    }

    // By then the call is over, so nobody is told.
    private static HttpRequest limited(HttpRequest.Builder builder, Duration callTimeout) {
        return callTimeout.compareTo(LONGEST_LIMIT) > 0
                ? builder.build()
                : builder.timeout(callTimeout.plusSeconds(1)).build();
    }

    private HttpRequest.Builder wired(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(server.resolve(request.path, request.wireQuery()))
                // By default the JDK asks a plain server for HTTP/2 at every request.
                .version(HttpClient.Version.HTTP_1_1);
        if (request.method.equals("GET")) {
            return builder.GET();
        }
        if (request.json == null) {
            return builder.method(request.method, BodyPublishers.noBody());
        }
        return builder.header("Content-Type", "application/json")
                .method(request.method, BodyPublishers.ofByteArray(request.json));
    }

    /** A request and its form on the wire. */
    private static final class Wired {
        private final Request request;
        private final HttpRequest wire;

        Wired(Request request, HttpRequest wire) {
            this.request = request;
            this.wire = wire;
        }
    }
}
