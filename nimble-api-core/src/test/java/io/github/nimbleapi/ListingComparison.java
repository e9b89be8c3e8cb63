package io.github.nimbleapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Not a test: compares {@code sessions().list()} with what a user would write by hand, {@code HttpClient} with
 * {@code ofByteArray} and {@code ObjectMapper.readValue} into a list of plain objects. One run, interleaved rounds, one
 * server. CONTRIBUTING.md has the command.
 */
public final class ListingComparison {
    private static final int SESSIONS = 100_000;
    private static final int ROUNDS = 15;
    private static final long WARM_UP_NANOS = 20_000_000_000L;

    private ListingComparison() {}

    @FunctionalInterface
    private interface Listing {
        int size() throws IOException, InterruptedException;
    }

    /** What a user would make of a session. */
    static final class Bean {
        public long id;
        public String app = "";
        public String stream = "";
        public String type = "";
        public long created;

        @JsonProperty("last_access")
        public long lastAccess;

        @JsonProperty("client_ip")
        public String clientIp = "";

        @JsonProperty("user_agent")
        public String userAgent = "";

        @JsonProperty("bytes_recv")
        public long bytesReceived;

        @JsonProperty("bytes_sent")
        public long bytesSent;

        @JsonProperty("ppv_id")
        public String viewerId = "";
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (ServerSocket server = serve(body());
                NimbleClient nimble = NimbleClient.create("http://127.0.0.1:" + server.getLocalPort())) {
            ObjectMapper mapper = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
            HttpClient http = HttpClient.newHttpClient();
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.getLocalPort() + "/manage/sessions"))
                    .build();
            TypeReference<List<Bean>> beans = new TypeReference<>() {};
            compare(
                    () -> nimble.sessions().list().size(),
                    () -> mapper.readValue(
                                    http.send(request, BodyHandlers.ofByteArray())
                                            .body(),
                                    beans)
                            .size());
        }
    }

    private static void compare(Listing ours, Listing peer) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + WARM_UP_NANOS; System.nanoTime() < end; ) {
            time(ours);
            time(peer);
        }
        double[] ratios = new double[ROUNDS];
        double[] millis = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            boolean first = round % 2 == 0;
            double one = time(first ? ours : peer);
            double two = time(first ? peer : ours);
            millis[round] = first ? one : two;
            ratios[round] = first ? one / two : two / one;
        }
        Arrays.sort(ratios);
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "list() of %,d sessions: %.0f ms; x ofByteArray + ObjectMapper: %.2f (%.2f to %.2f)%n",
                SESSIONS,
                millis[ROUNDS / 2],
                ratios[ROUNDS / 2],
                ratios[0],
                ratios[ROUNDS - 1]);
    }

    private static double time(Listing listing) throws IOException, InterruptedException {
        long start = System.nanoTime();
        if (listing.size() != SESSIONS) {
            throw new IllegalStateException("not all sessions came");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static byte[] body() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < SESSIONS; i++) {
            text.append(i == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT,
                            "{\"id\":%d,\"app\":\"app%d\",\"stream\":\"stream-%d\",\"type\":\"HLS\",\"created\":%d,"
                                    + "\"last_access\":%d,\"client_ip\":\"10.%d.%d.%d\",\"user_agent\":\"Mozilla/5.0 (X11;"
                                    + " Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0"
                                    + " Safari/537.36\",\"bytes_recv\":%d,\"bytes_sent\":%d%s}",
                            100_000_000 + i,
                            random.nextInt(20),
                            random.nextInt(200),
                            1_654_499_440 + i,
                            1_654_499_466 + i,
                            i >> 16 & 255,
                            i >> 8 & 255,
                            i & 255,
                            random.nextInt(300),
                            random.nextInt(100_000),
                            random.nextInt(2_000_000_000),
                            i % 10 < 3 ? ",\"ppv_id\":\"viewer-" + i + "\"" : ""));
        }
        return text.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ServerSocket serve(byte[] body) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(() -> {
            while (true) {
                Socket socket = server.accept();
                start(() -> answer(socket, body));
            }
        });
        return server;
    }

    private static void answer(Socket socket, byte[] body) throws IOException {
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        byte[] head =
                ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[8192];
        // A request of these clients comes in one piece.
        while (in.read(request) > 0) {
            out.write(head);
            out.write(body);
        }
    }

    @FunctionalInterface
    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // The run is over.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
