package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleRejectedException;
import io.github.nimbleapi.error.NimbleResponseException;
import io.github.nimbleapi.error.NimbleTimeoutException;
import io.github.nimbleapi.republish.RepublishRule;
import io.github.nimbleapi.republish.SyncResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to make the rules of a server what is desired. */
class SyncTest {
    private static final String KEY =
            "\"src_app\":\"live\",\"src_stream\":\"one\",\"dest_addr\":\"h\",\"dest_app\":\"app\",\"dest_stream\":\"key\"";
    private static final RepublishRule DESIRED = rule("key").build();

    private volatile String rules = "";
    private volatile String toDelete = RawPeer.ok("{\"status\":\"Ok\"}");
    private volatile UnaryOperator<String> toCreate = body -> RawPeer.ok("{\"status\":\"Ok\",\"rule\":{\"id\":99}}");
    private final RawPeer peer = RawPeer.playing(connection -> {
        while (connection.readsRequest()) {
            String request = connection.lastRequest();
            connection.write(
                    request.startsWith("GET")
                            ? RawPeer.ok("{\"status\":\"Ok\",\"rules\":[" + rules + "]}")
                            : request.startsWith("DELETE") ? toDelete : toCreate.apply(request));
        }
    });
    private final NimbleClient client =
            peer.client().retryPolicy(RetryPolicy.exponential(2, Duration.ZERO)).build();

    @AfterEach
    void close() {
        client.close();
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}"})
    void nothingIsCreatedWhereTheListingSaysNothing(String listing) throws Exception {
        try (RawPeer silent = RawPeer.answering(RawPeer.ok(listing));
                NimbleClient its = silent.client().build()) {
            BothWays.fail(
                    NimbleDataException.class,
                    () -> its.republishing().sync(List.of(DESIRED)),
                    its.republishing().syncAsync(List.of(DESIRED)));
            assertThat(silent.requests())
                    .allMatch(request -> request.startsWith("GET"))
                    .hasSize(2);
            assertThat(its.republishing().rules()).isEmpty();
        }
    }

    private static RepublishRule.Builder rule(String key) {
        return RepublishRule.builder()
                .from("live", "one")
                .destinationAddress("h")
                .destinationApp("app")
                .destinationStream(key)
                .destinationAppParams("a=b")
                .destinationLogin("login")
                .destinationPassword("s3cret");
    }

    private static String listed(String id, String... members) {
        return "{\"id\":" + id + "," + KEY
                + Stream.of(members).map(member -> "," + member).collect(Collectors.joining()) + "}";
    }

    private SyncResult sync(RepublishRule... desired) {
        return client.republishing().sync(List.of(desired));
    }

    /** Verb, path, and the destination stream of a body. */
    private List<String> sent() {
        return peer.requests().stream()
                .map(request -> request.substring(0, request.indexOf(" HTTP/"))
                        + (request.startsWith("POST")
                                ? " " + request.replaceAll("(?s).*\"dest_stream\":\"([^\"]*)\".*", "$1")
                                : ""))
                .map(request -> request.replace("/manage/rtmp/republish", ""))
                .collect(Collectors.toList());
    }

    static Stream<Arguments> equalOnes() {
        return Stream.of(
                arguments("no other member", ""),
                arguments("a port as number", "\"dest_port\":1935"),
                arguments("a port as text", "\"dest_port\":\"1935\""),
                arguments("a flag as text", "\"ssl\":\"false\",\"keep_src_stream_params\":\"0\""),
                arguments("null", "\"dest_password\":null,\"dest_port\":null,\"ssl\":null"),
                arguments("another case", "\"auth_schema\":\"none\""),
                arguments("no word for none", "\"auth_schema\":\"\""),
                arguments("an unknown member", "\"paused\":true"),
                arguments(
                        "all of it",
                        "\"dest_port\":1935,\"dest_app_params\":\"a=b\",\"dest_stream_params\":\"\",\"auth_schema\":\"NONE\","
                                + "\"dest_login\":\"login\",\"dest_password\":\"s3cret\",\"keep_src_stream_params\":false,"
                                + "\"ssl\":false"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("equalOnes")
    void aRuleOfWhichTheServerTellsNothingElseIsKept(String name, String members) {
        rules = members.isEmpty() ? listed("17") : listed("17", members);

        SyncResult result = sync(DESIRED);

        assertThat(sent()).containsExactly("GET ");
        assertThat(result.created()).isEmpty();
        assertThat(result.deleted()).isEmpty();
        assertThat(result.kept()).extracting(RepublishRule::id).containsExactly("17");
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments("port", listed("17", "\"dest_port\":\"1936\"")),
                arguments("no port", listed("17", "\"dest_port\":\"any\"")),
                arguments("application parameters", listed("17", "\"dest_app_params\":\"\"")),
                arguments("stream parameters", listed("17", "\"dest_stream_params\":\"c=d\"")),
                arguments("auth schema", listed("17", "\"auth_schema\":\"NIMBLE\"")),
                arguments("login", listed("17", "\"dest_login\":\"Login\"")),
                arguments("password", listed("17", "\"dest_password\":\"other\"")),
                arguments("no password", listed("17", "\"dest_password\":\"\"")),
                arguments("flag", listed("17", "\"keep_src_stream_params\":\"true\"")),
                arguments("TLS", listed("17", "\"ssl\":true")),
                arguments("source application", listed("17").replace("live", "Live")),
                arguments("source stream", listed("17").replace("one", "two")),
                arguments("whole application", listed("17").replace("\"src_stream\":\"one\",", "")),
                arguments("blank source stream", listed("17").replace("one", "")),
                arguments("address", listed("17").replace("\"h\"", "\"h2\"")),
                arguments("application", listed("17").replace("\"app\"", "\"app2\"")),
                arguments("stream", listed("17").replace("\"key\"", "\"Key\"")),
                arguments("no stream", listed("17").replace(",\"dest_stream\":\"key\"", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void aRuleOfWhichTheServerTellsSomethingElseIsReplaced(String name, String other) {
        rules = other;

        SyncResult result = sync(DESIRED);

        assertThat(sent()).containsExactly("GET ", "DELETE /17", "POST  key");
        assertThat(result.kept()).isEmpty();
        assertThat(result.deleted()).extracting(RepublishRule::id).containsExactly("17");
        assertThat(result.created())
                .containsExactly(DESIRED.toBuilder().id("99").build());
    }

    @Test
    void aHostIsTheSameInAnyCase() {
        rules = listed("17").replace("\"h\"", "\"H\"");

        assertThat(sync(DESIRED).kept()).hasSize(1);
    }

    @Test
    void aRuleOfAWholeApplicationIsMatchedByItsLikeOnly() {
        RepublishRule whole = rule("key").fromWholeApplication("live").build();
        rules = listed("17");
        assertThat(sync(whole).deleted()).hasSize(1);

        rules = listed("18").replace("\"src_stream\":\"one\",", "");
        SyncResult result = sync(whole);
        assertThat(result.kept()).extracting(RepublishRule::id).containsExactly("18");
        assertThat(result.created()).isEmpty();
    }

    @Test
    void allIsDeletedBeforeAnythingIsCreated() {
        rules = String.join(
                ",",
                listed("1").replace("key", "old1"),
                listed("\"5f/x\""),
                listed("3").replace("key", "old2"));

        SyncResult result = sync(rule("new1").build(), DESIRED, rule("new2").build());

        assertThat(sent()).containsExactly("GET ", "DELETE /1", "DELETE /3", "POST  new1", "POST  new2");
        assertThat(result.kept()).extracting(RepublishRule::id).containsExactly("5f/x");
        assertThat(result.created())
                .extracting(RepublishRule::destinationStream)
                .containsExactly("new1", "new2");
        assertThat(result.deleted())
                .extracting(RepublishRule::destinationStream)
                .containsExactly("old1", "old2");
        assertThat(result).hasToString("SyncResult[2 created, 1 kept, 2 deleted]");
    }

    @Test
    void whatIsListedTwiceIsKeptOnce() {
        rules = String.join(",", listed("1"), listed("2", "\"dest_port\":1935"), listed("3"));

        SyncResult result = sync(DESIRED);

        assertThat(sent()).containsExactly("GET ", "DELETE /2", "DELETE /3");
        assertThat(result.kept()).extracting(RepublishRule::id).containsExactly("1");
    }

    @Test
    void whatIsDesiredTwiceIsCreatedOnce() {
        RepublishRule same = rule("key").id("other").authSchema("none").build();

        SyncResult result = sync(DESIRED, same, DESIRED);

        assertThat(sent()).containsExactly("GET ", "POST  key");
        assertThat(result.created()).hasSize(1);
    }

    @Test
    void rulesToOtherPortsAreNotTheSame() {
        rules = listed("1", "\"dest_port\":1936");

        SyncResult result = sync(DESIRED, rule("key").destinationPort(1936).build());

        assertThat(sent()).containsExactly("GET ", "POST  key");
        assertThat(result.kept()).extracting(RepublishRule::id).containsExactly("1");
    }

    @Test
    void theIdOfADesiredRuleMeansNothing() {
        rules = listed("1").replace("key", "old") + "," + listed("2");

        sync(rule("key").id("1").build());

        assertThat(sent()).containsExactly("GET ", "DELETE /1");
    }

    @Test
    void noneDesiredDeletesAll() throws Exception {
        rules = listed("1") + "," + listed("2");

        assertThat(BothWays.value(client.republishing().syncAsync(List.of())).deleted())
                .hasSize(2);
        assertThat(sent()).containsExactly("GET ", "DELETE /1", "DELETE /2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "404 Not Found"})
    void whatIsGoneMeanwhileCountsAsDeleted(String status) {
        rules = listed("1").replace("key", "old");
        toDelete = RawPeer.answer(status, "{\"status\":\"NotFound\"}");

        SyncResult result = sync(DESIRED);

        assertThat(sent()).containsExactly("GET ", "DELETE /1", "POST  key");
        assertThat(result.deleted()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"id\":null,", "\"id\":\"\",", "\"id\":\"..\",", "\"id\":{},"})
    void nothingIsChangedWhereARuleThatShouldGoHasNoId(String id) throws Exception {
        rules = listed("1").replace("key", "old") + ",{" + id + KEY.replace("key", "old") + "}";

        BothWays.fail(
                NimbleDataException.class,
                () -> sync(DESIRED),
                client.republishing().syncAsync(List.of(DESIRED)));

        assertThat(sent()).containsOnly("GET ");
    }

    @Test
    void aRuleWithoutAnIdMayStay() {
        rules = "{" + KEY + "}";

        assertThat(sync(DESIRED).kept()).hasSize(1);
        assertThat(sent()).containsExactly("GET ");
    }

    @Test
    void aDeletionThatFailsEndsIt() {
        rules = listed("1").replace("key", "old");
        toDelete = RawPeer.answer("503 Busy", "");

        assertThatThrownBy(() -> sync(DESIRED))
                .isExactlyInstanceOf(NimbleResponseException.class)
                .hasMessageContaining("DELETE /manage/rtmp/republish/1");
        assertThat(sent()).containsExactly("GET ", "DELETE /1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"503 Busy", "200 OK"})
    void aCreationThatFailsIsNotRepeatedAndTheNextSyncGoesOn(String status) {
        toCreate = request -> request.contains("\"key2\"")
                ? RawPeer.answer(status, "{\"status\":\"Error\"}")
                : RawPeer.ok("{\"status\":\"Ok\"}");
        RepublishRule[] desired = {DESIRED, rule("key2").build(), rule("key3").build()};

        assertThatThrownBy(() -> sync(desired)).isInstanceOf(NimbleResponseException.class);
        assertThat(sent()).containsExactly("GET ", "POST  key", "POST  key2");

        rules = listed("1");
        toCreate = request -> RawPeer.ok("{\"status\":\"Ok\"}");
        SyncResult result = sync(desired);
        assertThat(sent().subList(3, 6)).containsExactly("GET ", "POST  key2", "POST  key3");
        assertThat(result.created()).hasSize(2).allMatch(rule -> rule.id().isEmpty());
    }

    @Test
    void aListThatCanNotBeReadChangesNothing() {
        rules = "\"s3cret\"] s3cret";

        assertThatThrownBy(() -> sync(DESIRED))
                .isExactlyInstanceOf(NimbleDataException.class)
                .message()
                .doesNotContain("s3cret");
        assertThat(sent()).containsExactly("GET ");
    }

    @Test
    void aRefusalShowsNoSecretOfAListedRule() {
        rules = listed("1").replace("\"key\"", "\"s3cret-old\"");
        toDelete = RawPeer.ok("{\"status\":\"Error\",\"description\":\"s3cret-old is busy\"}");

        assertThatThrownBy(() -> sync(DESIRED))
                .isExactlyInstanceOf(NimbleRejectedException.class)
                .hasMessageContaining("DELETE /manage/rtmp/republish/1")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aStalledRequestEndsItAtTheDeadline() {
        toCreate = request -> request.contains("\"key2\"") ? "" : RawPeer.ok("{}");
        NimbleClient hurried = client.withOptions(options -> options.callTimeout(Duration.ofMillis(500)));
        List<RepublishRule> desired =
                List.of(DESIRED, rule("key2").build(), rule("key3").build());

        assertThatThrownBy(() -> hurried.republishing().sync(desired))
                .isExactlyInstanceOf(NimbleTimeoutException.class)
                .hasMessageContaining("POST /manage/rtmp/republish");
        assertThat(sent()).containsExactly("GET ", "POST  key", "POST  key2");
    }

    @Test
    @SuppressWarnings("NullAway")
    void nothingDesiredIsNull() {
        assertThatThrownBy(() -> client.republishing().sync(null)).hasMessage("desired");
        assertThatThrownBy(() -> client.republishing().sync(Arrays.asList(DESIRED, null)))
                .hasMessage("rule");
        assertThat(sent()).isEmpty();
    }
}
