package io.github.nimbleapi.benchmarks.program;

import io.github.nimbleapi.signing.PushSignature;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Nimble that posts one pay-per-view report after the other, as long as they are answered. */
final class ReportingNimble extends Thread {
    static final String TOKEN = "s3cret-push-token";
    static final List<String> DENIED =
            IntStream.range(100, 150).mapToObj(i -> "user-" + i).collect(Collectors.toList());
    private static final String DENY_LIST = "{\"DenyList\":{\"ID\":[\"" + String.join("\",\"", DENIED) + "\"]}";

    private static final PushSignature SIGNATURE = PushSignature.of(TOKEN);
    private static final String INFO =
            "{\"VHost\":[{\"name\":\"edge.example.com\",\"Application\":[{\"name\":\"live\",\"Instance\":[{\"name\":\"_definst_\","
                    + "\"Stream\":[{\"name\":\"stream\",\"Player\":[{\"id\":\"500\",\"ip\":\"127.0.0.1\",\"sessionid\":\"1001\","
                    + "\"delta\":7000,\"bytes_sent\":13981102,\"user_agents\":[\"Mozilla\\/5.0 ...\"]}]}]}]}]}]}";

    private final int port;
    private final String id;
    private final long nanos;
    /** To be read when this has ended. */
    long calls;

    long errors;

    ReportingNimble(int port, String id, int seconds) {
        this.port = port;
        this.id = id;
        this.nanos = seconds * 1_000_000_000L;
    }

    @Override
    public void run() {
        long end = System.nanoTime() + nanos;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
            DataInputStream answers = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            while (System.nanoTime() - end < 0) {
                String puzzle = "p" + calls++;
                socket.getOutputStream().write(report(puzzle));
                if (!isGood(answers, puzzle)) {
                    errors++;
                }
            }
        } catch (IOException e) {
            errors++;
        }
    }

    private byte[] report(String puzzle) {
        String body = "{\"ID\":\"" + id + "\",\"Puzzle\":\"" + puzzle + "\",\"Signature\":\""
                + SIGNATURE.sign(id, puzzle) + "\",\"PayPerViewInfo\":" + INFO + "}";
        String head = "POST / HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isGood(DataInputStream answers, String puzzle) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) answers.readUnsignedByte());
        }
        String expected = DENY_LIST + ",\"Solution\":\"" + SIGNATURE.solve(puzzle) + "\"}";
        byte[] body = new byte[expected.length()];
        answers.readFully(body);
        return head.toString().startsWith("HTTP/1.1 200") && new String(body, StandardCharsets.UTF_8).equals(expected);
    }
}
