package io.github.nimbleapi.testkit.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Posts JSON to handlers, each on a socket of its own: once, without following redirects, and so that it can be stopped at
 * any moment. The JDK's clients can't do all of that on every release. Thread-safe.
 */
public final class HandlerPost implements AutoCloseable {
    private static final int LONGEST_GOODBYE_MILLIS = 1000;

    private final ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(1, this::daemon);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    public HandlerPost() {
        alarms.setRemoveOnCancelPolicy(true);
    }

    /**
     * The whole answer.
     *
     * @param timeout for the whole call
     * @throws IOException if none came, or none in time
     */
    public HandlerAnswer post(URI url, String body, Duration timeout) throws IOException {
        Socket socket = new Socket();
        AtomicBoolean late = new AtomicBoolean();
        Future<?> alarm = alarm(timeout, () -> {
            late.set(true);
            close(socket);
        });
        try (socket) {
            open.add(socket);
            requireNotClosed();
            return exchange(socket, url, body);
        } catch (IOException e) {
            throw late.get() ? new IOException("no whole answer within " + timeout, e) : explained(e);
        } finally {
            alarm.cancel(false);
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        alarms.shutdownNow();
        open.forEach(HandlerPost::close);
        threads.forEach(HandlerPost::await);
    }

    /** A pool counts as terminated while its thread still runs. */
    private static void await(Thread thread) {
        try {
            thread.join(LONGEST_GOODBYE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Future<?> alarm(Duration timeout, Runnable task) throws IOException {
        try {
            long nanos = TimeUnit.NANOSECONDS.convert(timeout);
            return alarms.schedule(task, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            throw explained(new IOException(e));
        }
    }

    /** After this, whoever closes the fake sees the socket and closes it. */
    private void requireNotClosed() throws IOException {
        if (alarms.isShutdown()) {
            throw new IOException("closed");
        }
    }

    private IOException explained(IOException e) {
        return alarms.isShutdown() ? new IOException("the fake was closed", e) : e;
    }

    private static HandlerAnswer exchange(Socket plain, URI url, String body) throws IOException {
        boolean secure = url.getScheme().equalsIgnoreCase("https");
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        plain.connect(new InetSocketAddress(url.getHost(), port));
        plain.setTcpNoDelay(true);
        Socket socket = secure ? secured(plain, url.getHost(), port) : plain;
        OutputStream out = socket.getOutputStream();
        out.write(request(url, body));
        out.flush();
        return HandlerAnswer.read(new BufferedInputStream(socket.getInputStream()));
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

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    private Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fake-nimble-handler-alarms");
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }
}
