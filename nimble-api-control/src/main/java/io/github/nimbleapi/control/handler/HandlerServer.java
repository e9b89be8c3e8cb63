package io.github.nimbleapi.control.handler;

import static java.lang.System.Logger.Level.ERROR;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.nimbleapi.control.internal.Durations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Serves handlers with the JDK's own HTTP server.
 *
 * <pre>{@code
 * HandlerServer server = HandlerServer.builder()
 *     .host("0.0.0.0")
 *     .port(8090)
 *     .handle("/pay-per-view", payPerView)
 *     .handle("/authorization", authorization)
 *     .start();
 * }</pre>
 *
 * <p>Answers POST to exactly these paths, whatever the query; anything else is 404 or 405. It keeps the JVM alive until it
 * is closed. Safe to use from several threads.
 *
 * <p>A peer that does not send its request or take its answer in time is cut off. Until then it has one of the server's
 * threads, so that a few slow strangers can keep Nimble waiting: where strangers can reach the server, put it behind a
 * firewall that lets in Nimble only, or a reverse proxy that hands over whole requests.
 *
 * <p>The JDK's server delays answers by 40 ms unless the system property {@code sun.net.httpserver.nodelay} is
 * {@code true} when its classes are loaded: this class sets it if nobody has.
 */
public final class HandlerServer implements AutoCloseable {
    static {
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private static final System.Logger LOGGER = System.getLogger("io.github.nimbleapi");

    private final Map<String, NimbleHandler> handlers;
    private final Duration stopWithin;
    private final String host;
    private final HttpServer server;
    private final InetSocketAddress address;
    private final ExchangeThreads threads;
    private final RunningCalls calls = new RunningCalls();

    private HandlerServer(Builder from) throws IOException {
        this.handlers = Map.copyOf(from.handlers);
        this.stopWithin = from.stopWithin;
        this.host = from.host;
        this.server = from.listen();
        this.address = server.getAddress();
        this.threads = new ExchangeThreads(from.threads, from.peerWithin);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /**
     * Makes one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The port that it listens to.
     *
     * @return the port
     */
    public int port() {
        return address.getPort();
    }

    /**
     * The address of a path as this machine sees it: of {@code localhost} if the server listens everywhere.
     *
     * @param path such as {@code /pay-per-view}, with a query or without; {@code ""} for the server itself
     * @return the address
     * @throws IllegalArgumentException if it is neither empty nor begins with a slash
     */
    public URI uri(String path) {
        if (!Objects.requireNonNull(path, "path").isEmpty() && !path.startsWith("/")) {
            throw badPath(path);
        }
        boolean everywhere = address.getAddress().isAnyLocalAddress();
        boolean bare = host.contains(":") && !host.startsWith("[");
        String name = everywhere ? "localhost" : bare ? "[" + host + "]" : host;
        return URI.create((server instanceof HttpsServer ? "https://" : "http://") + name + ":" + port() + path);
    }

    private static IllegalArgumentException badPath(String path) {
        return new IllegalArgumentException("path is \"" + path + "\": give one such as /pay-per-view");
    }

    private void serve(HttpExchange exchange) throws IOException {
        if (!calls.begin()) {
            send(exchange, HandlerReply.bare(503));
            return;
        }
        try {
            send(exchange, reply(exchange));
        } finally {
            exchange.close();
            calls.end();
        }
    }

    private HandlerReply reply(HttpExchange exchange) throws IOException {
        NimbleHandler handler = handlers.get(exchange.getRequestURI().getPath());
        if (handler == null) {
            return HandlerReply.bare(404);
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return HandlerReply.bare(405);
        }
        byte[] body = read(exchange.getRequestBody(), handler.maxBodyBytes());
        return threads.withoutHaste(() -> ask(handler, body));
    }

    /** One byte more than the limit is enough for the handler to refuse it. */
    private static byte[] read(InputStream body, int limit) throws IOException {
        byte[] bytes = body.readNBytes((int) Math.min(Integer.MAX_VALUE, limit + 1L));
        if (bytes.length > limit) {
            // Who is still sending would not see the answer; but nobody may send for ever.
            byte[] rest = new byte[8192];
            for (long left = limit; left > 0; left -= rest.length) {
                if (body.readNBytes(rest, 0, rest.length) < rest.length) {
                    break;
                }
            }
        }
        return bytes;
    }

    private static HandlerReply ask(NimbleHandler handler, byte[] body) {
        try {
            return Objects.requireNonNull(handler.handle(body), "the reply is null: give one");
        } catch (Throwable e) {
            LOGGER.log(ERROR, "a NimbleHandler failed", e);
            return HandlerReply.bare(500);
        }
    }

    private static void send(HttpExchange exchange, HandlerReply reply) throws IOException {
        byte[] body = reply.body();
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /**
     * Refuses new calls with 503, waits for those that run, for as long as {@link Builder#stopWithin(Duration)}, then ends
     * everything: code that still runs is interrupted, and has one more second. An interrupt ends the wait. May be called
     * by a handler in the thread that called it; this call is not waited for, not interrupted, and not answered.
     */
    @Override
    public void close() {
        calls.awaitEnd(stopWithin);
        server.stop(0);
        threads.end();
    }

    /** Makes a {@link HandlerServer}. Not thread-safe. */
    public static final class Builder {
        private final Map<String, NimbleHandler> handlers = new LinkedHashMap<>();
        private String host = "127.0.0.1";
        private int port;
        private @Nullable SSLContext tls;
        private int threads = 32;
        private Duration peerWithin = Duration.ofSeconds(5);
        private Duration stopWithin = Duration.ofSeconds(10);

        private Builder() {}

        /**
         * Where to listen. Default {@code 127.0.0.1}, which only a Nimble on this machine can reach; {@code 0.0.0.0} is
         * everywhere.
         *
         * @param host a name or address of this machine
         * @return this builder
         */
        public Builder host(String host) {
            this.host = Objects.requireNonNull(host, "host");
            return this;
        }

        /**
         * The port. Default 0: any that is free, see {@link HandlerServer#port()}.
         *
         * @param port 0 to 65535
         * @return this builder
         * @throws IllegalArgumentException if there is no such port
         */
        public Builder port(int port) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port is " + port + ": give 0 to 65535");
            }
            this.port = port;
            return this;
        }

        /**
         * Serves a handler.
         *
         * @param path the path, such as {@code /pay-per-view}
         * @param handler the handler
         * @return this builder
         * @throws IllegalArgumentException if the path does not begin with a slash, holds a query, or has a handler already
         */
        public Builder handle(String path, NimbleHandler handler) {
            if (!Objects.requireNonNull(path, "path").startsWith("/") || path.contains("?") || path.contains("#")) {
                throw badPath(path);
            }
            if (handlers.putIfAbsent(path, Objects.requireNonNull(handler, "handler")) != null) {
                throw new IllegalArgumentException("path \"" + path + "\" has a handler already: give another");
            }
            return this;
        }

        /**
         * Serves {@code https}. Default {@code http}.
         *
         * @param tls has the key and certificate
         * @return this builder
         */
        public Builder tls(SSLContext tls) {
            this.tls = Objects.requireNonNull(tls, "tls");
            return this;
        }

        /**
         * How many calls may run at a time; others wait. Default 32.
         *
         * @param threads 1 or more
         * @return this builder
         * @throws IllegalArgumentException if there are none
         */
        public Builder threads(int threads) {
            if (threads < 1) {
                throw new IllegalArgumentException("threads is " + threads + ": give 1 or more");
            }
            this.threads = threads;
            return this;
        }

        /**
         * How long a peer may take to send its request, and again to take the answer; then its connection is cut. Your
         * own code is not timed. Default 5 s.
         *
         * @param peerWithin the time, above zero and up to a day
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder peerWithin(Duration peerWithin) {
            this.peerWithin = Durations.requireUpToADay(peerWithin, "peerWithin");
            return this;
        }

        /**
         * How long {@link HandlerServer#close()} waits for calls that run, before it interrupts them. Default 10 s.
         *
         * @param stopWithin the time, above zero and up to a day
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder stopWithin(Duration stopWithin) {
            this.stopWithin = Durations.requireUpToADay(stopWithin, "stopWithin");
            return this;
        }

        private HttpServer listen() throws IOException {
            InetSocketAddress address = new InetSocketAddress(host, port);
            if (tls == null) {
                return HttpServer.create(address, 0);
            }
            HttpsServer server = HttpsServer.create(address, 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return server;
        }

        /**
         * Starts it.
         *
         * @return the server, which listens
         * @throws IllegalStateException if it has no handler
         * @throws UncheckedIOException if it can't listen there
         */
        public HandlerServer start() {
            if (handlers.isEmpty()) {
                throw new IllegalStateException("handle is missing: give handle(path, handler)");
            }
            try {
                return new HandlerServer(this);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "can't listen to " + host + " port " + port + ": is the port in use, the host of this machine?",
                        e);
            }
        }
    }
}
