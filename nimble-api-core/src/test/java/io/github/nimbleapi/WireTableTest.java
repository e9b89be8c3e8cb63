package io.github.nimbleapi;

import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.internal.http.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTableTest {
    private static final String TOKEN = "s3cret-\u00e9";
    private static final Pattern SIGNED = Pattern.compile("(.*)[?&]salt=([0-9]{1,7})&hash=([A-Za-z0-9]{22}==)");

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Answers());
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("io.github.nimbleapi.ClientCall#all")
    void aCallSendsItsRequests(ClientCall call) throws Exception {
        assertThat(sentWith(client(""), call)).isEqualTo(call.twice());
    }

    @ParameterizedTest
    @MethodSource("io.github.nimbleapi.ClientCall#all")
    void aPathPrefixStandsBeforeEachPath(ClientCall call) throws Exception {
        List<String> expected = call.twice().stream()
                .map(request -> request.replace(" /", " /edge/1/"))
                .collect(toList());

        assertThat(sentWith(client("/edge/1/"), call)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("io.github.nimbleapi.ClientCall#all")
    void aTokenAddsOneSaltAndOneHash(ClientCall call) throws Exception {
        List<String> unsigned = new ArrayList<>();
        for (String request : sentWith(client("").managementToken(TOKEN), call)) {
            unsigned.add(withoutSignature(request));
        }

        assertThat(unsigned).isEqualTo(call.twice());
    }

    @Test
    void everyEndpointIsReachedByAnOperation() {
        Set<Endpoint> reached = ClientCall.all()
                .filter(call -> !call.toString().startsWith("raw "))
                .flatMap(call -> call.requests.stream())
                .map(WireTableTest::endpoint)
                .collect(toSet());
        // Only older servers are asked there, see OlderServerTest.
        reached.add(Endpoint.RTMP_STATUS);

        assertThat(reached).containsExactlyInAnyOrder(Endpoint.values());
    }

    private static Endpoint endpoint(String request) {
        String call = request.replaceFirst("(?s)^(\\S+ [^ ?]+).*", "$1");
        return Stream.of(Endpoint.values())
                .filter(endpoint ->
                        call.matches(endpoint.method() + " " + endpoint.path().replaceAll("\\{\\w+}", "[^/]+")))
                // A path without names goes before one with them.
                .min(Comparator.comparing(endpoint -> endpoint.path().contains("{")))
                .orElseThrow(() -> new AssertionError(request + " goes to no endpoint of the table"));
    }

    @Test
    void manyIdsGoInSeveralRequests() throws Exception {
        long[] ids = LongStream.rangeClosed(1, 1001).toArray();
        ClientCall call = ClientCall.of(
                "delete 1001", n -> n.sessions().delete(ids), n -> n.sessions().deleteAsync(ids));

        assertThat(sentWith(client(""), call))
                .extracting(request -> request.split(",").length)
                .containsExactly(500, 500, 1, 500, 500, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/manage/\u00fc",
                "/manage/a b",
                "/manage/a#b",
                "manage",
                "//host/manage",
                "/a?salt=1",
                "/a?x&hash=1"
            })
    void aPathThatCanNotGoOnTheWireAsItIsIsRefused(String path) {
        try (NimbleClient client = client("").build()) {
            assertThatThrownBy(() -> client.raw().get(path))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("path ");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void anAddressThatCanNotGoOnTheWireAsItIsIsRefused() {
        assertThatThrownBy(() -> client("/\u00fc"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("url ");
    }

    private NimbleClient.Builder client(String prefix) {
        return NimbleClient.builder("http://127.0.0.1:" + server.getPort() + prefix)
                .retryPolicy(RetryPolicy.none());
    }

    /** What the call sends when it blocks, followed by what it sends otherwise. */
    private List<String> sentWith(NimbleClient.Builder builder, ClientCall call) throws Exception {
        try (NimbleClient client = builder.build()) {
            call.block(client);
            BothWays.value(call.start(client));
        }
        List<String> sent = new ArrayList<>();
        for (int i = server.getRequestCount(); i > 0; i--) {
            sent.add(written(server.takeRequest()));
        }
        return sent;
    }

    private static String written(RecordedRequest request) {
        assertThat(request.getVersion()).isEqualTo("HTTP/1.1");
        assertThat(request.getHeaders().names()).doesNotContain("Upgrade", "HTTP2-Settings", "Connection");
        if ("POST".equals(request.getMethod())) {
            assertThat(request.getHeaders().get("Content-Length")).isEqualTo("" + request.getBodySize());
        }
        String type = request.getHeaders().get("Content-Type");
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        return (request.getMethod() + " " + request.getTarget() + (type == null ? "" : " " + type) + " " + body)
                .strip();
    }

    private static String withoutSignature(String request) throws Exception {
        String[] parts = request.split(" ", 3);
        Matcher signed = SIGNED.matcher(parts[1]);
        assertThat(signed.matches()).as(parts[1]).isTrue();
        byte[] material = (signed.group(2) + "/" + TOKEN).getBytes(StandardCharsets.UTF_8);
        byte[] digest = MessageDigest.getInstance("MD5").digest(material);
        assertThat(signed.group(3)).isEqualTo(Base64.getEncoder().encodeToString(digest));
        return request.replace(parts[1], signed.group(1));
    }

    private static final class Answers extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().body(body(request.getTarget())).build();
        }

        private static String body(String target) {
            if (target.contains("/export_")) {
                return ExportSamples.BEGINNING;
            }
            return target.contains("/manage/sessions?") || target.endsWith("/manage/sessions")
                    ? "[{\"id\":4,\"app\":\"live\"},{\"id\":5,\"app\":\"vod\"}]"
                    : "{\"status\":\"Ok\"}";
        }
    }
}
