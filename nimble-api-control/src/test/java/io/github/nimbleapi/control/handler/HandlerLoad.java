package io.github.nimbleapi.control.handler;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Not a test: how many pay-per-view reports a second a {@link HandlerServer} answers on this machine, each signed and
 * answered with 50 denials, over a few connections that are kept open. It remembers so few that it comes to forget
 * denials, and then pairs. Ends with 1 if any answer is wrong. CONTRIBUTING.md has the command.
 */
public final class HandlerLoad {
    private static final int CONNECTIONS = 8;
    private static final long NANOS = 10_000_000_000L;
    private static final List<String> DENIED =
            IntStream.range(100, 150).mapToObj(i -> "user-" + i).collect(Collectors.toList());
    private static final String DENY_LIST = "{\"DenyList\":{\"ID\":[\"" + String.join("\",\"", DENIED) + "\"]}";

    private final AtomicLong billed = new AtomicLong();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();

    private HandlerLoad() {}

    public static void main(String[] args) throws InterruptedException {
        HandlerLoad load = new HandlerLoad();
        PayPerViewHandler handler = PayPerViewHandler.builder()
                .token(Push.TOKEN)
                .rememberedPairs(10_000)
                .onReport(report -> {
                    load.billed.incrementAndGet();
                    return DENIED;
                })
                .build();
        try (HandlerServer server = HandlerServer.builder().handle("/", handler).start()) {
            load.run(server.port());
        }
        long perSecond = load.calls.get() * 1_000_000_000L / NANOS;
        boolean good = load.errors.get() == 0 && load.billed.get() == load.calls.get();
        System.out.printf(
                Locale.ROOT,
                "%,d calls a second, %,d calls, %,d billed, %,d errors%n",
                perSecond,
                load.calls.get(),
                load.billed.get(),
                load.errors.get());
        System.exit(good && perSecond >= 2_000 ? 0 : 1);
    }

    private void run(int port) throws InterruptedException {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            String id = "server-" + i;
            Thread client = new Thread(() -> client(port, id));
            client.start();
            clients.add(client);
        }
        for (Thread client : clients) {
            client.join();
        }
    }

    private void client(int port, String id) {
        long end = System.nanoTime() + NANOS;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
            DataInputStream answers = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            for (long i = 0; System.nanoTime() < end; i++) {
                socket.getOutputStream().write(request(Push.signed(id, "p" + i, Push.INFO)));
                calls.incrementAndGet();
                if (!isGood(answers, "p" + i)) {
                    errors.incrementAndGet();
                }
            }
        } catch (IOException e) {
            errors.incrementAndGet();
        }
    }

    private static byte[] request(byte[] body) {
        byte[] head = ("POST / HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private static boolean isGood(DataInputStream answers, String puzzle) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) answers.readUnsignedByte());
        }
        String expected = DENY_LIST + ",\"Solution\":\"" + Push.solution(puzzle) + "\"}";
        byte[] body = new byte[expected.length()];
        answers.readFully(body);
        return head.toString().startsWith("HTTP/1.1 200") && new String(body, StandardCharsets.UTF_8).equals(expected);
    }
}
