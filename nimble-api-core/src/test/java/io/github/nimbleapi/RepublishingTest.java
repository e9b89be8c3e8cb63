package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.error.NimbleRejectedException;
import io.github.nimbleapi.error.NimbleResponseException;
import io.github.nimbleapi.republish.AuthSchema;
import io.github.nimbleapi.republish.RepublishRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers about single rules mean, and what is never sent. */
class RepublishingTest {
    private static final RepublishRule RULE = SampleRules.OF_ALL;

    private static RepublishRule.Builder complete() {
        return RULE.toBuilder();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"Ok\",\"rule\":{\"id\":17}} | 17",
                "{\"rule\":{\"id\":\"5f\",\"dest_port\":\"1936\",\"dest_login\":null}} | 5f",
                "{\"status\":\"ok\",\"rules\":[{\"id\":17}]} | 17",
                "{\"status\":\"Ok\",\"id\":17} | 17",
                "{\"status\":\"Ok\",\"rule\":null} | ''",
                "{\"status\":\"Ok\",\"rule\":\"made\"} | ''",
                "{\"status\":\"Ok\",\"rule\":{}} | ''",
                "{\"status\":\"Ok\"} | ''",
                "{} | ''",
                "null | ''",
                "' ' | ''"
            })
    void aRuleThatIsCreatedIsNoFailureWhateverTheServerTellsOfIt(String body, String id) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            RepublishRule expected = complete().id(id).build();
            assertThat(client.republishing().create(RULE)).isEqualTo(expected);
            assertThat(BothWays.value(client.republishing().createAsync(RULE))).isEqualTo(expected);
        }
    }

    @Test
    void whatTheServerTellsOfANewRuleHolds() {
        String body = "{\"status\":\"Ok\",\"rule\":{\"id\":17,\"src_app\":\"radio\",\"src_stream\":\"jazz\","
                + "\"dest_port\":1935,\"ssl\":\"true\",\"auth_schema\":\"NIMBLE\",\"paused\":false}}";
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            assertThat(client.republishing().create(RULE))
                    .isEqualTo(complete()
                            .id("17")
                            .from("radio", "jazz")
                            .destinationPort(1935)
                            .ssl(true)
                            .authSchema(AuthSchema.NIMBLE)
                            .extraMembers(Map.of("paused", "false"))
                            .build());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 OK | {\"status\":\"Error\"} | NimbleRejectedException",
                "200 OK | {\"status\":\"Error\",\"rule\":{\"id\":17}} | NimbleRejectedException",
                "200 OK | <html>Login</html> | NimbleDataException",
                "200 OK | [] | NimbleDataException",
                "503 Busy | '' | NimbleResponseException",
                "401 No | '' | NimbleAuthenticationException"
            })
    void aRefusedRuleIsSentOnce(String status, String body, String type) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.answer(status, body));
                NimbleClient client = peer.client()
                        .retryPolicy(RetryPolicy.exponential(3, Duration.ZERO))
                        .build()) {
            assertThat(BothWays.failure(client.republishing().createAsync(RULE)))
                    .isInstanceOf(NimbleException.class)
                    .extracting(failure -> failure.getClass().getSimpleName())
                    .isEqualTo(type);
            assertThat(peer.requests()).hasSize(1);
        }
    }

    @Test
    void aRuleOfWhichNobodyKnowsWhetherItArrivedIsSentOnce() throws Exception {
        try (RawPeer peer = RawPeer.playing(connection -> {
                    connection.readsRequest();
                    connection.reset();
                });
                NimbleClient client = peer.client()
                        .retryPolicy(RetryPolicy.exponential(3, Duration.ZERO))
                        .build()) {
            assertThat(BothWays.failure(client.republishing().createAsync(RULE)))
                    .isInstanceOf(NimbleConnectionException.class);
            assertThat(BothWays.failure(client.republishing().deleteAsync("1")))
                    .isInstanceOf(NimbleConnectionException.class);
            assertThat(peer.requests()).hasSize(2);
        }
    }

    static Stream<Arguments> incomplete() {
        RepublishRule.Builder noSource = RepublishRule.builder()
                .destinationAddress("h")
                .destinationApp("app")
                .destinationStream("key");
        return Stream.of(
                arguments("source", noSource.build()),
                arguments("source", noSource.from(" ", "one").build()),
                arguments(
                        "destinationAddress", complete().destinationAddress("").build()),
                arguments(
                        "destinationAddress", complete().destinationAddress(" ").build()),
                arguments(
                        "destinationAddress",
                        complete().destinationAddress("rtmps://h").build()),
                arguments(
                        "destinationAddress",
                        complete().destinationAddress("h/s3cret").build()),
                arguments(
                        "destinationAddress",
                        complete().destinationAddress("h?s3cret").build()),
                arguments(
                        "destinationAddress",
                        complete().destinationAddress("s3cret@h").build()),
                arguments(
                        "destinationAddress",
                        complete().destinationAddress("h:1935").build()),
                arguments(
                        "destinationAddress",
                        complete().destinationAddress("a b").build()),
                arguments("destinationPort", complete().destinationPort(0).build()),
                arguments("destinationApp", complete().destinationApp(" ").build()),
                arguments(
                        "destinationStream",
                        complete().from("live", "one").destinationStream("").build()));
    }

    @Test
    void theStreamsOfAWholeApplicationMayKeepTheirNames() {
        RepublishRule rule = RepublishRule.builder()
                .fromWholeApplication("live")
                .destinationAddress("h")
                .destinationApp("app")
                .build();
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("{\"status\":\"Ok\"}"));
                NimbleClient client = peer.client().build()) {
            assertThat(client.republishing().create(rule)).isEqualTo(rule);
            assertThat(peer.requests().get(0)).contains("\"dest_stream\":\"\"").doesNotContain("\"src_stream\"");
        }
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("incomplete")
    void anIncompleteRuleIsNotSent(String missing, RepublishRule rule) {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("[]"));
                NimbleClient client = peer.client().build()) {
            Stream.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                            () -> client.republishing().create(rule),
                            () -> client.republishing().createAsync(rule),
                            () -> client.republishing().sync(List.of(RULE, rule)),
                            () -> client.republishing().syncAsync(List.of(RULE, rule)))
                    .forEach(call -> assertThatThrownBy(call)
                            .isExactlyInstanceOf(IllegalArgumentException.class)
                            .hasMessageStartingWith("rule has no " + missing)
                            .message()
                            .doesNotContain("s3cret"));
            assertThat(peer.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::1", "edge_2", "10.0.0.1", "\u00fc.example"})
    void aHostOfAnyKindIsSent(String host) {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("{}"));
                NimbleClient client = peer.client().build()) {
            client.republishing().create(complete().destinationAddress(host).build());
            assertThat(peer.requests()).singleElement().asString().contains("\"dest_addr\":\"" + host + "\"");
        }
    }

    @Test
    void anAuthSchemaThatIsNoneIsSentAsNone() {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("{}"));
                NimbleClient client = peer.client().build()) {
            client.republishing().create(complete().authSchema(" ").build());
            assertThat(peer.requests()).singleElement().asString().contains("\"auth_schema\":\"NONE\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void anIdThatIsNoneIsRefused(String id) {
        try (NimbleClient client = NimbleClient.create("http://127.0.0.1:1")) {
            Stream.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                            () -> client.republishing().find(id),
                            () -> client.republishing().findAsync(id),
                            () -> client.republishing().delete(id),
                            () -> client.republishing().deleteAsync(id))
                    .forEach(call -> assertThatThrownBy(call)
                            .isExactlyInstanceOf(IllegalArgumentException.class)
                            .hasMessageStartingWith("id is '" + id + "'"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"Ok\",\"rule\":{\"id\":17,\"src_app\":\"live\"}}",
                "{\"status\":\"Ok\",\"rules\":[{\"id\":\"17\",\"src_app\":\"live\"}]}",
                "{\"rules\":[null,{\"id\":17,\"src_app\":\"live\"},{\"id\":18}],\"x\":1}"
            })
    void aRuleIsFoundByItselfOrInAList(String body) {
        assertThat(found(body)).hasValueSatisfying(rule -> {
            assertThat(rule.id()).isEqualTo("17");
            assertThat(rule.sourceApp()).isEqualTo("live");
            assertThat(rule.isWholeApplication()).isTrue();
            assertThat(rule.destinationPort()).isZero();
            assertThat(rule.authSchema()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"NotFound\"}",
                "{\"status\":\"Not found\",\"rule\":{\"id\":17}}",
                "{\"status\":\"Ok\",\"rule\":null}",
                "{\"status\":\"Ok\",\"rules\":[]}",
                "{\"status\":\"Ok\"}",
                "{}",
                "null",
                ""
            })
    void noRuleIsFoundWhereTheServerTellsNone(String body) {
        assertThat(found(body)).isEmpty();
    }

    private static Optional<RepublishRule> found(String body) {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            return client.republishing().find("17");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"NotFound\"}", "<html>Not found</html>", ""})
    void noRuleIsFoundWithHttp404(String body) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.answer("404 Not Found", body));
                NimbleClient client = peer.client().build()) {
            assertThat(client.republishing().find("17")).isEmpty();
            BothWays.fail(
                    NimbleNotFoundException.class,
                    () -> client.republishing().delete("17"),
                    client.republishing().deleteAsync("17"));
        }
    }

    @ParameterizedTest
    @CsvSource({"120, PT2M", "'\"120\"', PT2M", "120.5, PT2M0.5S", "-1, PT0S", "null, PT0S", "1e300, PT27777777H46M40S"
    })
    void aDurationMayHaveAFraction(String written, Duration read) {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("[{\"session_duration\":" + written + "}]"));
                NimbleClient client = peer.client().build()) {
            assertThat(client.republishing().stats().get(0).sessionDuration()).isEqualTo(read);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"stats\":[]}", "{\"rule\":\"x\"}", "[{\"id\":17}]", "\"x\"", "17", "<html>"})
    void anAnswerOfAnotherShapeIsNoMissingRule(String body) {
        assertThatThrownBy(() -> found(body)).isExactlyInstanceOf(NimbleDataException.class);
    }

    @Test
    void aDeletionOfWhatIsGoneSaysSo() throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("{\"status\":\"NotFound\"}"));
                NimbleClient client = peer.client().build()) {
            BothWays.fail(
                    NimbleNotFoundException.class,
                    () -> client.republishing().delete("17"),
                    client.republishing().deleteAsync("17"));
        }
    }

    @Test
    void anErrorShowsNoWordOfTheAnswer() {
        String body = "{\"status\":\"Error\",\"description\":\"bad port for " + SampleRules.KEY + "\"}";
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            assertThatThrownBy(() -> client.republishing().create(SampleRules.TO_FACEBOOK))
                    .isExactlyInstanceOf(NimbleRejectedException.class)
                    .hasMessageContaining("POST /manage/rtmp/republish")
                    .hasMessageNotContainingAny("s3cret", "bad port")
                    .extracting(
                            thrown -> ((NimbleResponseException) thrown).reply().bodyText())
                    .asString()
                    .doesNotContain("s3cret", "bad port");
        }
    }
}
