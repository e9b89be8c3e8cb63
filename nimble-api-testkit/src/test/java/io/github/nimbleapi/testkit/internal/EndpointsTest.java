package io.github.nimbleapi.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    private final Endpoints endpoints = new Endpoints();

    @BeforeEach
    void add() {
        endpoints.on("GET", "/manage/rules", asked -> WireReply.json("rules"));
        endpoints.on("GET", "/manage/rules/stats", asked -> WireReply.json("stats"));
        endpoints.on("GET", "/manage/rules/{id}", asked -> WireReply.json("rule " + asked.name("id")));
        endpoints.on(
                "POST",
                "/manage/at/{app}/{stream}",
                asked -> WireReply.json(asked.name("app") + " + " + asked.name("stream") + " + "
                        + asked.parameter("p").orElse("none") + " + " + asked.members()));
    }

    @ParameterizedTest
    @CsvSource({
        "GET /manage/rules, rules",
        "GET /manage/rules?a=b, rules",
        "GET /manage/rules/stats, stats",
        "GET /manage/rules/stats2, rule stats2",
        "GET /manage/rules/, 'rule '",
        "GET /manage/rules/%7Bid%7D, rule {id}"
    })
    void theFirstThatKnowsThePathAnswers(String request, String answer) throws IOException {
        assertThat(answer(request, "")).contains(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /manage/rules",
                "get /manage/rules",
                "GET /manage/Rules",
                "GET /manage",
                "GET /manage//rules",
                "GET /manage/rules/1/2",
                "GET manage/rules",
                "GET /x/manage/rules",
                "GET /",
                "DELETE /manage/rules/1"
            })
    void anotherPathOrVerbIsUnknown(String request) throws IOException {
        assertThat(answer(request, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a%20b, a b",
        "a+b, a+b",
        "%2B, +",
        "a%2Fb, a/b",
        "%252F, %2F",
        "%C3%A4, \u00e4",
        "%c3%a4, \u00e4",
        "%zz, %zz",
        "%, %",
        "smil:x.smil, smil:x.smil"
    })
    void namesAreDecodedOnce(String encoded, String name) throws IOException {
        assertThat(answer("POST /manage/at/" + encoded + "/s", "")).contains(name + " + s + none + {}");
        assertThat(answer("POST /manage/at/a/" + encoded, "")).contains("a + " + name + " + none + {}");
    }

    @ParameterizedTest
    @CsvSource({
        "p=1, 1",
        "p=1&p=2, 1",
        "x=1&p=a%26b, a&b",
        "p=a+b, a+b",
        "p=, ''",
        "p, none",
        "pp=1, none",
        "P=1, none",
        "'', none"
    })
    void aParameterIsFoundAndDecoded(String query, String value) throws IOException {
        assertThat(answer("POST /manage/at/a/s?" + query, "")).contains("a + s + " + value + " + {}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"b\":[true]} | {b=[true]}", "[] | {}", "null | {}", "{\"b\":1 | {}", "7 | {}", "'' | {}"})
    void aBodyThatIsNoObjectHasNoMembers(String body, String members) throws IOException {
        assertThat(answer("POST /manage/at/a/s", body)).contains("a + s + none + " + members);
    }

    @Test
    void nothingKnowsNothing() throws IOException {
        assertThat(new Endpoints().answer(request("GET /", ""))).isEmpty();
    }

    private Optional<String> answer(String request, String body) throws IOException {
        return endpoints.answer(request(request, body)).map(EndpointsTest::text);
    }

    private static String text(WireReply reply) {
        try (InputStream body = reply.body().open()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WireRequest request(String request, String body) throws IOException {
        String text = request + " HTTP/1.1\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        return Objects.requireNonNull(
                WireRequest.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), () -> {}));
    }
}
