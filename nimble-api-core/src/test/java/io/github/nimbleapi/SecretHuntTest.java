package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nimbleapi.error.NimbleResponseException;
import io.github.nimbleapi.republish.Republishing;
import io.github.nimbleapi.signing.ManagementSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lets calls fail in every way, and searches all that is said about it for the token, its signatures, and the secrets of
 * republishing rules.
 */
class SecretHuntTest {
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @BeforeEach
    void takeOver() {
        PrintStream capturing = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(capturing);
        System.setErr(capturing);
    }

    @AfterEach
    void giveBack() {
        System.setOut(out);
        System.setErr(err);
    }

    /** Answers that repeat the address they were asked at. */
    static Stream<Arguments> echoes() {
        return Stream.of(
                echo("HTML with 200", asked -> RawPeer.ok("<a href='" + asked + "'>" + html(asked) + "</a>")),
                echo("the bare address", asked -> RawPeer.ok(asked)),
                echo("the bare query", asked -> RawPeer.ok(query(asked))),
                echo("JSON cut off", asked -> RawPeer.ok("[{\"id\":4,\"app\":\"" + asked)),
                echo("JSON of another shape", asked -> RawPeer.ok("{\"" + asked + "\":\"" + asked + "\"}")),
                echo("a bad word", asked -> RawPeer.ok("[{\"id\":" + query(asked) + "}]")),
                echo("an error in JSON", asked -> RawPeer.ok("{\"status\":\"Error\",\"url\":\"" + asked + "\"}")),
                echo("an escaped error", asked -> RawPeer.ok("{\"status\":\"Error\",\"url\":\"" + json(asked) + "\"}")),
                echo("a status of it", asked -> RawPeer.ok("{\"status\":\"No " + asked + "\"}")),
                echo("parameters in JSON", asked -> RawPeer.answer("400 Bad", parameters(asked))),
                echo(
                        "a session list",
                        asked -> RawPeer.ok("[{\"id\":4,\"app\":\"" + asked + "\"},{\"x\":\"" + asked + "\"}]")),
                echo(
                        "the bare hash",
                        asked -> RawPeer.answer("400 Bad", asked.substring(asked.lastIndexOf("hash=") + 5))),
                echo("302", asked -> refusal("302 Found", asked)),
                echo("401", asked -> refusal("401 " + asked, asked)),
                echo("403", asked -> refusal("403 Forbidden", asked)),
                echo("404 with HTML", asked -> RawPeer.answer("404 Not Found", "<html>" + html(asked) + "</html>")),
                echo("404", asked -> refusal("404 Not Found", asked)),
                echo("429", asked -> refusal("429 " + asked, asked)),
                echo("500", asked -> refusal("500 Oops", json(asked))),
                echo("502, encoded", asked -> refusal("502 Bad", encoded(asked))),
                echo("503, encoded twice", asked -> refusal("503 Busy", encoded(encoded(asked)))),
                echo("no HTTP", asked -> "GET " + asked + " HTTP/1.1\r\n\r\n"),
                echo("a bad status", asked -> "HTTP/1.1 " + query(asked) + "\r\n\r\n"),
                echo("a bad header", asked -> "HTTP/1.1 200 OK\r\n" + asked + "\u0001: x\r\n\r\n"),
                echo("a bad header value", asked -> "HTTP/1.1 200 OK\r\nX: " + asked + "\u0001\r\n\r\n"),
                echo("a bad length", asked -> "HTTP/1.1 200 OK\r\nContent-Length: " + query(asked) + "\r\n\r\n"),
                echo("a bad encoding", asked -> "HTTP/1.1 200 OK\r\nTransfer-Encoding: " + query(asked) + "\r\n\r\n"),
                echo("a bad chunk", asked -> "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + asked + "\r\n"),
                echo("too short", asked -> RawPeer.head("200 OK", 9999) + asked),
                echo("a broken head", asked -> "HTTP/1.1 200 OK\r\nLocation: " + asked),
                echo("a broken status", asked -> "HTTP/1.1 200 " + asked),
                echo("nothing", asked -> ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("echoes")
    void noFailureTellsTheSecret(String name, UnaryOperator<String> answer) throws Exception {
        try (LogRecords log = new LogRecords();
                RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.write(answer.apply(target(connection)));
                    connection.close();
                });
                NimbleClient client = client(peer).build()) {
            ClientCall.all().filter(operation -> !operation.requests.isEmpty()).forEach(operation -> {
                note(() -> operation.block(client));
                note(operation.start(client));
            });

            hunt(peer, log);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("echoes")
    void noFailureTellsTheSecretsOfARuleThatIsCreated(String name, UnaryOperator<String> answer) throws Exception {
        String secrets = String.join(" ", SampleRules.SECRETS);
        huntInAnswersToRules(
                request -> request.startsWith("GET") ? RawPeer.ok("[]") : answer.apply(secrets),
                republishing -> republishing.create(SampleRules.TO_FACEBOOK),
                republishing -> republishing.sync(List.of(SampleRules.TO_FACEBOOK)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("echoes")
    void noFailureTellsTheSecretsOfARuleThatTheServerTells(String name, UnaryOperator<String> answer) throws Exception {
        String rule = SampleRules.OF_THE_SERVER;
        for (String told : List.of(
                rule,
                rule.replace("\\", "\\\\").replace("\"", "\\\""),
                "{\"rules\": [" + rule.replace("\":", "\" : ") + "]}")) {
            huntInAnswersToRules(
                    request -> answer.apply(told),
                    Republishing::rules,
                    Republishing::stats,
                    republishing -> republishing.find("1"),
                    republishing -> republishing.delete("1"),
                    republishing -> republishing.sync(List.of()));
        }
    }

    @Test
    void noFailureOfARawCallTellsTheSecretsOfARule() throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.answer("500 Oops", SampleRules.OF_THE_SERVER));
                NimbleClient client = client(peer).build()) {
            note(() -> client.raw().post("/manage/rtmp/republish", "{}"));
            note(() -> client.raw().get("/manage/rtmp/republish/1?x=y"));
            note(() -> client.raw().get("/manage/rtmp_settings"));

            assertThat(peer.requests()).hasSizeGreaterThan(2);
            assertThat(String.join(" ", texts)).contains("HTTP 500").doesNotContain("s3cret");
        }
    }

    @SafeVarargs
    private void huntInAnswersToRules(UnaryOperator<String> answer, Consumer<Republishing>... calls) throws Exception {
        try (LogRecords log = new LogRecords();
                RawPeer peer = RawPeer.playing(connection -> {
                    while (connection.readsRequest()) {
                        String text = answer.apply(connection.lastRequest());
                        connection.write(text);
                        if (!text.equals(RawPeer.ok("[]"))) {
                            connection.close();
                        }
                    }
                });
                NimbleClient client = client(peer).build()) {
            for (Consumer<Republishing> call : calls) {
                note(() -> call.accept(client.republishing()));
            }

            assertThat(peer.requests()).isNotEmpty();
            hunt(peer, log);
            String said = texts + " " + log.texts() + " " + printed.toString(StandardCharsets.UTF_8);
            assertThat(said).doesNotContain("s3cret");
        }
    }

    @Test
    void noInterruptionTellsTheSecret() throws Exception {
        try (LogRecords log = new LogRecords();
                RawPeer peer = RawPeer.silent()) {
            NimbleClient client = client(peer).build();
            note(() -> client.withOptions(options -> options.callTimeout(Duration.ofMillis(100)))
                    .raw()
                    .get("/manage/x?y=z"));
            CompletableFuture<?> cancelled = client.sessions().listAsync();
            CompletableFuture<?> closed = client.server().statusAsync();
            for (int i = 0; i < 3; i++) {
                peer.nextConnection().awaitRequest();
            }
            cancelled.cancel(true);
            note(cancelled);
            note(() -> {
                Thread.currentThread().interrupt();
                client.sessions().list();
            });
            assertThat(Thread.interrupted()).isTrue();
            client.close();
            note(closed);
            note(() -> client.sessions().list());

            hunt(peer, log);
        }
    }

    @Test
    void noRefusedArgumentTellsTheSecret() {
        ManagementSigner signer = ManagementSigner.of(SecretHunt.TOKEN);
        String signed = signer.sign().query();
        try (NimbleClient client = NimbleClient.create("http://127.0.0.1:1")) {
            note(() -> client.raw().get("/manage/x?" + signed));
            note(() -> client.raw().get("/manage/x y?" + signed));
            note(() -> NimbleClient.builder("http://127.0.0.1:1/?" + signed));
            note(() -> NimbleClient.builder("http://a b/?" + signed));
            note(() -> NimbleClient.builder("http://" + SecretHunt.TOKEN + "@127.0.0.1:1/"));
            note(() -> NimbleClient.builder("http://127.0.0.1:1").managementToken(SecretHunt.TOKEN + "\n"));
        }
        texts.add(signer + " " + signer.sign());

        assertThat(texts).hasSize(7);
        new SecretHunt(signed).findsNothingIn(texts);
    }

    private NimbleClient.Builder client(RawPeer peer) {
        NimbleClient.Builder builder = peer.client()
                .managementToken(SecretHunt.TOKEN)
                .retryPolicy(RetryPolicy.exponential(1, Duration.ZERO))
                .listener(attempt -> {
                    texts.add(attempt.toString());
                    attempt.failure().ifPresent(this::note);
                });
        try (NimbleClient client = builder.build()) {
            texts.add(builder + " " + client + " " + client.sessions() + client.raw() + client.server());
        }
        return builder;
    }

    private void hunt(RawPeer peer, LogRecords log) {
        assertThat(texts).isNotEmpty();
        assertThat(log.texts()).isNotEmpty();
        SecretHunt hunt = new SecretHunt(String.join("\n", peer.requests()));
        hunt.findsNothingIn(texts);
        hunt.findsNothingIn(log.texts());
        hunt.findsNothingIn(List.of(printed.toString(StandardCharsets.UTF_8)));
    }

    private void note(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            note(e);
        }
    }

    private void note(CompletableFuture<?> call) {
        try {
            BothWays.value(call);
        } catch (Exception e) {
            note(e);
        }
    }

    private void note(Throwable thrown) {
        texts.add(thrown + "\n" + LogRecords.stackTrace(thrown) + serialized(thrown));
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof NimbleResponseException) {
                var reply = ((NimbleResponseException) t).reply();
                texts.add(reply + " " + reply.headers() + " " + reply.bodyText());
            }
        }
    }

    private static String serialized(Throwable thrown) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(thrown);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static Arguments echo(String name, UnaryOperator<String> answer) {
        return arguments(name, answer);
    }

    private static String target(RawPeer.Connection connection) {
        String request = connection.lastRequest();
        return request.substring(request.indexOf(' ') + 1, request.indexOf(" HTTP/"));
    }

    private static String refusal(String status, String text) {
        return "HTTP/1.1 " + status + "\r\nLocation: /login?next=" + text + "\r\nX-Asked: " + text
                + "\r\nRetry-After: 0\r\nContent-Length: " + text.length() + "\r\n\r\n" + text;
    }

    private static String query(String target) {
        return target.substring(target.indexOf('?') + 1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String html(String text) {
        return text.replace("&", "&amp;");
    }

    private static String json(String text) {
        return text.replace("&", "\\u0026").replace("=", "\\u003d");
    }

    private static String parameters(String target) {
        return "{\"" + query(target).replace("==", "").replace("=", "\":\"").replace("&", "\", \"") + "\"}";
    }
}
