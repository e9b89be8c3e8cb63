package io.github.nimbleapi.testkit.internal;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Posts JSON to handlers, each on a socket of its own: once, without following redirects, and so that it can be stopped at
 * any moment. The JDK's clients can't do all of that on every release. Thread-safe.
 */
public final class HandlerPost implements AutoCloseable {
    private final ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(1, this::daemon);
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final Set<Daemon> threads = ConcurrentHashMap.newKeySet();
    private final BiFunction<String, Integer, InetSocketAddress> lookUp;

    public HandlerPost() {
        this(InetSocketAddress::new);
    }

    /** Looks up names in a way of one's own. */
    HandlerPost(BiFunction<String, Integer, InetSocketAddress> lookUp) {
        this.lookUp = lookUp;
        alarms.setRemoveOnCancelPolicy(true);
    }

    /**
     * The whole answer.
     *
     * @param timeout for the whole call, the look-up of the host's name included
     * @throws IOException if none came, or none in time
     */
    public HandlerAnswer post(URI url, String body, Duration timeout) throws IOException {
        Socket socket = new Socket();
        CompletableFuture<InetSocketAddress> address = new CompletableFuture<>();
        Closeable call = () -> {
            address.completeExceptionally(new SocketException("closed"));
            socket.close();
        };
        AtomicBoolean late = new AtomicBoolean();
        Future<?> alarm = alarm(timeout, () -> {
            late.set(true);
            close(call);
        });
        try (call) {
            open.add(call);
            requireNotClosed();
            address.completeAsync(() -> lookUp.apply(url.getHost(), port(url)), HandlerPost::abandonable);
            return exchange(socket, address, url, body);
        } catch (IOException e) {
            throw late.get() ? new IOException("no whole answer within " + timeout, e) : explained(e);
        } finally {
            alarm.cancel(false);
            open.remove(call);
        }
    }

    @Override
    public void close() {
        alarms.shutdownNow();
        open.forEach(HandlerPost::close);
        // A pool counts as terminated while its thread still runs.
        threads.forEach(Daemon::awaitEnd);
    }

    private Future<?> alarm(Duration timeout, Runnable task) throws IOException {
        try {
            long nanos = TimeUnit.NANOSECONDS.convert(timeout);
            return alarms.schedule(task, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            throw explained(new IOException(e));
        }
    }

    /** After this, whoever closes the fake sees the call and closes it. */
    private void requireNotClosed() throws IOException {
        if (alarms.isShutdown()) {
            throw new IOException("closed");
        }
    }

    private IOException explained(IOException e) {
        return alarms.isShutdown() ? new IOException("the fake was closed", e) : e;
    }

    /** The JDK can't be stopped while it looks up a name: then the thread is left alone with it. */
    private static void abandonable(Runnable lookUp) {
        new Daemon("fake-nimble-handler-look-up", lookUp).start();
    }

    private static HandlerAnswer exchange(
            Socket plain, CompletableFuture<InetSocketAddress> address, URI url, String body) throws IOException {
        plain.connect(found(address));
        plain.setTcpNoDelay(true);
        Socket socket = isSecure(url) ? secured(plain, url.getHost(), port(url)) : plain;
        OutputStream out = socket.getOutputStream();
        out.write(request(url, body));
        out.flush();
        return HandlerAnswer.read(new BufferedInputStream(socket.getInputStream()));
    }

    private static InetSocketAddress found(CompletableFuture<InetSocketAddress> address) throws IOException {
        try {
            return address.join();
        } catch (CompletionException e) {
            throw new IOException("the host's name was not looked up", e);
        }
    }

    private static boolean isSecure(URI url) {
        return url.getScheme().equalsIgnoreCase("https");
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : isSecure(url) ? 443 : 80;
    }

    private static byte[] request(URI url, String body) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String head = "POST " + path + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()) + " HTTP/1.1\r\n"
                + "Host: " + url.getRawAuthority() + "\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n"
                + "Connection: close\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    private static SSLSocket secured(Socket plain, String host, int port) throws IOException {
        try {
            SSLSocket socket =
                    (SSLSocket) SSLContext.getDefault().getSocketFactory().createSocket(plain, host, port, true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            return socket;
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("no TLS on this machine", e);
        }
    }

    private static void close(Closeable call) {
        try {
            call.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    private Thread daemon(Runnable task) {
        Daemon thread = new Daemon("fake-nimble-handler-alarms", task);
        threads.add(thread);
        return thread;
    }
}
