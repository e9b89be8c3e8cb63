package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nimbleapi.error.NimbleAuthenticationException;
import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.error.NimbleRejectedException;
import io.github.nimbleapi.error.NimbleResponseException;
import io.github.nimbleapi.error.NimbleUnsupportedException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Live streams of a server that knows but the older endpoint. */
class OlderServerTest {
    private static final String NEWER = "GET /manage/live_streams_status";
    private static final String OLDER = "GET /manage/rtmp_status";
    private static final String UNKNOWN = RawPeer.answer("404 Not Found", "<html>Not found</html>");
    private static final String ONE = RawPeer.ok("[{\"app\":\"live\",\"streams\":[{\"strm\":\"one\"}]}]");

    private volatile String atNewer = UNKNOWN;
    private volatile String atOlder = ONE;
    private final RawPeer peer = RawPeer.playing(connection -> {
        while (connection.readsRequest()) {
            connection.write(connection.lastRequest().startsWith(NEWER) ? atNewer : atOlder);
        }
    });
    private final NimbleClient client =
            peer.client().retryPolicy(RetryPolicy.none()).build();

    @AfterEach
    void close() {
        client.close();
        peer.close();
    }

    @Test
    void itIsAskedTheOlderWayOnceAndForAll() throws Exception {
        assertThat(client.liveStreams().list()).hasSize(1);
        assertThat(BothWays.value(client.liveStreams().listAsync("live"))).hasSize(1);
        assertThat(client.liveStreams().find("live", "one")).isPresent();

        assertThat(asked()).containsExactly(NEWER, OLDER, OLDER, OLDER);
    }

    @Test
    void onceItIsReplacedItIsAskedTheNewerWayAgain() throws Exception {
        client.liveStreams().list();
        atNewer = ONE;
        atOlder = UNKNOWN;

        assertThat(client.liveStreams().list()).hasSize(1);
        assertThat(BothWays.value(client.liveStreams().listAsync())).hasSize(1);
        assertThat(asked()).containsExactly(NEWER, OLDER, OLDER, NEWER, NEWER);
    }

    @Test
    void whereBothWaysCloseLaterTheNewerTells() throws Exception {
        client.liveStreams().list();
        atOlder = UNKNOWN;
        NimbleUnsupportedException unsupported = BothWays.fail(
                NimbleUnsupportedException.class,
                client.liveStreams()::list,
                client.liveStreams().listAsync());

        assertThat(unsupported.path()).isEqualTo("/manage/live_streams_status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "404 page not found"})
    void anUnknownEndpointMayBeSaidInAnyWords(String body) {
        atNewer = RawPeer.answer("404 Not Found", body);

        assertThat(client.liveStreams().list()).hasSize(1);
        assertThat(asked()).containsExactly(NEWER, OLDER);
    }

    @Test
    void aFutureFindsTheOlderWayToo() throws Exception {
        assertThat(BothWays.value(client.liveStreams().listAsync())).hasSize(1);

        assertThat(asked()).containsExactly(NEWER, OLDER);
    }

    @Test
    void allViewsOfTheClientRememberIt() {
        NimbleClient earlier = client.withOptions(options -> {});
        NimbleClient later = client.withOptions(options -> options.callTimeout(Duration.ofSeconds(7)))
                .withOptions(options -> {});
        later.liveStreams().list();
        earlier.liveStreams().list();
        client.liveStreams().list();
        client.withOptions(options -> {}).liveStreams().list();

        assertThat(asked()).containsExactly(NEWER, OLDER, OLDER, OLDER, OLDER);
    }

    @Test
    void anotherClientFindsOutForItself() {
        client.liveStreams().list();
        try (NimbleClient other = peer.client().build()) {
            other.liveStreams().list();
        }

        assertThat(asked()).containsExactly(NEWER, OLDER, NEWER, OLDER);
    }

    @Test
    void aServerThatKnowsNeitherIsToldByTheNewer() throws Exception {
        atOlder = UNKNOWN;
        NimbleUnsupportedException unsupported = BothWays.fail(
                NimbleUnsupportedException.class,
                client.liveStreams()::list,
                client.liveStreams().listAsync());

        assertThat(unsupported.path()).isEqualTo("/manage/live_streams_status");
        assertThat(unsupported).hasMessageContaining(NEWER);
        assertThat(asked()).containsExactly(NEWER, OLDER, NEWER, OLDER);
    }

    @Test
    void aFailureOfTheOlderWayIsToldAndNothingRemembered() throws Exception {
        atOlder = RawPeer.answer("500 Oops", "");
        NimbleResponseException oops = BothWays.fail(
                NimbleResponseException.class,
                client.liveStreams()::list,
                client.liveStreams().listAsync());
        assertThat(oops.path()).isEqualTo("/manage/rtmp_status");

        atNewer = ONE;
        assertThat(client.liveStreams().list()).hasSize(1);
        assertThat(asked()).containsExactly(NEWER, OLDER, NEWER, OLDER, NEWER);
    }

    static Stream<Arguments> otherFailures() {
        return Stream.of(
                arguments(RawPeer.answer("500 Oops", "<html>"), NimbleResponseException.class),
                arguments(RawPeer.answer("401 No", "<html>"), NimbleAuthenticationException.class),
                arguments(
                        RawPeer.answer("404 Not Found", "{\"status\":\"NotFound\",\"error\":\"no\"}"),
                        NimbleNotFoundException.class),
                arguments(RawPeer.ok("<html>Not found</html>"), NimbleDataException.class),
                arguments(RawPeer.ok("{\"status\":\"NotFound\"}"), NimbleNotFoundException.class),
                arguments(RawPeer.ok("{\"status\":\"Error\"}"), NimbleRejectedException.class));
    }

    @ParameterizedTest
    @MethodSource("otherFailures")
    void anotherFailureIsNoReasonToAskAgain(String answer, Class<? extends NimbleException> type) throws Exception {
        atNewer = answer;
        BothWays.fail(type, client.liveStreams()::list, client.liveStreams().listAsync());

        assertThat(asked()).containsExactly(NEWER, NEWER);
    }

    private List<String> asked() {
        return peer.requests().stream()
                .map(request -> request.substring(0, request.indexOf(" HTTP/")))
                .collect(Collectors.toList());
    }
}
