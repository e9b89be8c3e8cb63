package io.github.nimbleapi.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.RetryPolicy;
import io.github.nimbleapi.control.guard.BlocklistStore;
import io.github.nimbleapi.control.handler.HandlerServer;
import io.github.nimbleapi.control.handler.PayPerViewHandler;
import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.signing.PushSignature;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The headings of docs/troubleshooting.md are what users are really told. */
@Timeout(120)
class TroubleshootingTest {
    private static final Pattern HEADING = Pattern.compile("(?m)^### `(.*)`$");
    private static final String TOKEN = "s3cret-token";
    private static final char[] PASSWORD = "s3cret".toCharArray();

    private final FakeNimble fake = FakeNimble.start();
    private final NimbleClient nimble = once(fake.url());
    /** What makes each kind of trouble and tells what the user is told, by words of its heading. */
    private final Map<String, Callable<String>> troubles = new TreeMap<>();

    @TempDir
    private Path folder = Path.of("");

    static List<String> headings() throws IOException {
        return HEADING.matcher(Guides.text("troubleshooting.md"))
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("headings")
    void isWhatUsersAreTold(String heading) throws Exception {
        String told = trouble(heading).call();
        String parts = Pattern.compile("…", Pattern.LITERAL)
                .splitAsStream(heading)
                .map(Pattern::quote)
                .collect(Collectors.joining(".*?"));
        assertThat(told).containsPattern(Pattern.compile(parts, Pattern.DOTALL));
    }

    @Test
    void allTroubleIsInTheGuide() throws IOException {
        assertThat(headings())
                .hasSameSizeAs(troubles.keySet())
                .allSatisfy(heading -> assertThat(trouble(heading)).isNotNull());
    }

    private Callable<String> trouble(String heading) {
        return troubles.entrySet().stream()
                .filter(trouble -> heading.contains(trouble.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing provokes: " + heading));
    }

    @BeforeEach
    void noAnswer() {
        troubles.put("nothing accepts connections", () -> told(() -> once("http://127.0.0.1:1")));
        troubles.put("no connection to", this::fullQueue);
        troubles.put("can't be resolved", () -> told(() -> once("http://nowhere.invalid:8082")));
        troubles.put("the connection broke", () -> told(Fault.truncatedBody()));
        troubles.put("was not answered in full", () -> {
            fake.failNext(Fault.stall());
            return told(() -> nimble.withOptions(o -> o.callTimeout(Duration.ofMillis(300))));
        });
        troubles.put("nothing more came within", () -> {
            fake.failNext(Fault.stallBody());
            NimbleClient impatient = nimble.withOptions(o -> o.callTimeout(Duration.ofMillis(300)));
            try (Stream<PlaybackSession> stream = impatient.sessions().stream()) {
                return catchThrowable(stream::count).getMessage();
            }
        });
        troubles.put("the waiting thread was interrupted", () -> {
            Thread.currentThread().interrupt();
            String told = told(() -> nimble);
            assertThat(Thread.interrupted()).isTrue();
            return told;
        });
        troubles.put("this NimbleClient is closed", () -> {
            nimble.close();
            return told(() -> nimble);
        });
        troubles.put("TLS failed", () -> told(() -> once(fake.url().replace("http:", "https:"))));
        troubles.put("the certificate of", this::selfSigned);
    }

    @BeforeEach
    void anAnswerThatSaysNo() {
        troubles.put("it seems to want a management token", () -> withToken(NimbleClient::builder));
        troubles.put(
                "is the management token the one",
                () -> withToken(url -> NimbleClient.builder(url).managementToken("s3cret, another")));
        troubles.put("or the url of the client leads elsewhere", () -> told(() -> once(fake.url() + "/elsewhere")));
        troubles.put("there is no such thing, or", () -> {
            fake.failNext(Fault.answer(404, "<html><body>Not found</body></html>"));
            return thrown(() -> nimble.dvr().reload("live", "none"));
        });
        troubles.put("but not found", () -> thrown(() -> nimble.republishing().delete("none")));
        troubles.put("but refused", () -> told(Fault.answer(200, "{\"status\":\"Maintenance\"}")));
        troubles.put(
                "redirects are not",
                () -> told(Fault.answer(302, "").header("Location", "https://edge-1/manage/sessions")));
    }

    @BeforeEach
    void anAnswerThatCannotBeRead() {
        troubles.put("not the JSON", () -> told(Fault.garbage()));
        troubles.put("not HTTP", TroubleshootingTest::otherProtocol);
        troubles.put("larger than maxResponseBytes", () -> {
            fake.populate(100);
            return told(() -> nimble.withOptions(o -> o.maxResponseBytes(1_000)));
        });
    }

    @BeforeEach
    void noClient() {
        troubles.put("neither http://", () -> thrown(() -> NimbleClient.create("edge-1:8082")));
        troubles.put("user or password", () -> thrown(() -> NimbleClient.create("http://ann:s3cret@edge-1:8082")));
        troubles.put("underscore", () -> thrown(() -> NimbleClient.create("http://edge_1:8082")));
        troubles.put("NIMBLE_URL", () -> thrown(NimbleClient::fromEnvironment));
        troubles.put(
                "httpClient follows redirects",
                () -> thrown(() -> NimbleClient.builder(fake.url())
                        .httpClient(HttpClient.newBuilder()
                                .followRedirects(HttpClient.Redirect.NORMAL)
                                .build())));
        troubles.put(
                "line break",
                () -> thrown(() -> NimbleClient.builder(fake.url()).managementToken(TOKEN + "\n")));
    }

    @BeforeEach
    void refusingHandlers() {
        PushSignature other = PushSignature.of("s3cret, another");
        PushSignature same = PushSignature.of(TOKEN);
        troubles.put("does not fit the token", () -> posted(report("7", "11", other.sign("7", "11"))));
        troubles.put("Signature is missing", () -> posted("{\"ID\":\"7\"}"));
        troubles.put(
                "made of those of another push",
                () -> posted(report("7", "11", same.sign("7", "11")), report("71", "1", same.sign("71", "1"))));
        troubles.put("no answer in time", () -> {
            List<String> told = new ArrayList<>();
            PayPerViewHandler.builder()
                    .token(TOKEN)
                    .onReportAsync(report -> new CompletableFuture<>())
                    .answerWithin(Duration.ofMillis(20))
                    .listener(failure -> told.add(failure.text()))
                    .build()
                    .handle(bytes(report("7", "11", same.sign("7", "11"))));
            return told.toString();
        });
        troubles.put(
                "can't listen to",
                () -> thrown(() -> HandlerServer.builder()
                        .host("127.0.0.1")
                        .port(fake.port())
                        .handle("/pay-per-view", PayPerViewHandler.withoutToken(report -> Set.of()))
                        .start()));
        troubles.put("is open in a BlocklistStore", () -> {
            Path file = folder.resolve("blocklist.jsonl");
            try (BlocklistStore open = BlocklistStore.file(file)) {
                assertThat(open.load()).isEmpty();
                return thrown(() -> BlocklistStore.file(file));
            }
        });
        troubles.put("is damaged", () -> {
            Path file = Files.writeString(folder.resolve("blocklist.jsonl"), "nonsense\n");
            return thrown(() -> BlocklistStore.file(file).load());
        });
    }

    @AfterEach
    void close() {
        nimble.close();
        fake.close();
    }

    /** One that is patient, for what is to be told must not be about time. */
    private static NimbleClient once(String url) {
        return NimbleClient.builder(url)
                .connectTimeout(Duration.ofMinutes(1))
                .callTimeout(Duration.ofMinutes(1))
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    /** What is told when a client lists. */
    private static String told(Supplier<NimbleClient> maker) {
        try (NimbleClient client = maker.get()) {
            return thrown(() -> client.sessions().list());
        }
    }

    private String told(Fault fault) {
        fake.failNext(fault);
        return told(() -> nimble);
    }

    private static String thrown(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isNotNull();
        return thrown + (thrown.getCause() == null ? "" : thrown.getCause().getMessage());
    }

    private static String withToken(Function<String, NimbleClient.Builder> maker) {
        try (FakeNimble guarded = FakeNimble.builder().managementToken(TOKEN).start()) {
            return told(() -> maker.apply(guarded.url()).build());
        }
    }

    /** A server that accepts nobody, and whose queue is full. */
    private String fullQueue() throws IOException {
        List<SocketChannel> waiting = new ArrayList<>();
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 8; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), busy.getLocalPort()));
                waiting.add(channel);
            }
            return told(() -> NimbleClient.builder("http://127.0.0.1:" + busy.getLocalPort())
                    .connectTimeout(Duration.ofMillis(300))
                    .retryPolicy(RetryPolicy.none())
                    .build());
        } finally {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    private static String otherProtocol() throws IOException {
        try (ServerSocket ssh = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread greeter = new Thread(() -> {
                try (Socket client = ssh.accept()) {
                    client.getOutputStream().write(bytes("SSH-2.0-OpenSSH_9.2\r\n\r\n"));
                    client.getInputStream().read();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            greeter.start();
            return told(() -> once("http://127.0.0.1:" + ssh.getLocalPort()));
        }
    }

    private String selfSigned() throws Exception {
        try (HandlerServer server = HandlerServer.builder()
                .tls(ownCertificate())
                .handle("/manage/sessions", PayPerViewHandler.withoutToken(report -> Set.of()))
                .start()) {
            return told(() -> once("https://localhost:" + server.port()));
        }
    }

    private SSLContext ownCertificate() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        return tls;
    }

    /** What the listener of a handler is told of the last body. */
    private static String posted(String... bodies) {
        List<String> told = new ArrayList<>();
        PayPerViewHandler handler = PayPerViewHandler.builder()
                .token(TOKEN)
                .onReport(report -> Set.of())
                .listener(failure -> told.add(failure.text()))
                .build();
        for (String body : bodies) {
            handler.handle(bytes(body));
        }
        assertThat(told).hasSize(1);
        return told.get(0);
    }

    private static String report(String id, String puzzle, String signature) {
        return "{\"ID\":\"" + id + "\",\"Puzzle\":\"" + puzzle + "\",\"Signature\":\"" + signature
                + "\",\"PayPerViewInfo\":{}}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
