package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.error.NimbleRejectedException;
import io.github.nimbleapi.error.NimbleUnsupportedException;
import io.github.nimbleapi.scte35.TimeSignal;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Not found", however it is said: of a thing that has a name, or of an endpoint. */
class NotFoundTest {
    private static final String UNKNOWN_ENDPOINT =
            RawPeer.answer("404 Not Found", "<html><head><title>Not found</title></head><body>Not found</body></html>");
    private static final TimeSignal SIGNAL = TimeSignal.builder().build();

    /** A command in its two forms. */
    private static final class Command {
        final Consumer<NimbleClient> blocking;
        final Function<NimbleClient, CompletableFuture<?>> async;

        Command(Consumer<NimbleClient> blocking, Function<NimbleClient, CompletableFuture<?>> async) {
            this.blocking = blocking;
            this.async = async;
        }

        <E extends NimbleException> E fail(Class<E> type, NimbleClient client) throws Exception {
            return BothWays.fail(type, () -> blocking.accept(client), async.apply(client));
        }
    }

    static Stream<Command> commandsWithANameInTheirPath() {
        return Stream.of(
                new Command(
                        n -> n.icecast().updateMetadata("live", "one", "x"),
                        n -> n.icecast().updateMetadataAsync("live", "one", "x")),
                new Command(n -> n.scte35().out("live", "one"), n -> n.scte35().outAsync("live", "one")),
                new Command(n -> n.scte35().in("live", "one"), n -> n.scte35().inAsync("live", "one")),
                new Command(
                        n -> n.scte35().timeSignal("live", "one", SIGNAL),
                        n -> n.scte35().timeSignalAsync("live", "one", SIGNAL)));
    }

    @ParameterizedTest
    @MethodSource("commandsWithANameInTheirPath")
    void anHtmlPageAtANamedPathMayMeanEither(Command command) throws Exception {
        try (RawPeer peer = RawPeer.answering(UNKNOWN_ENDPOINT);
                NimbleClient client = peer.client().build()) {
            assertThat(command.fail(NimbleNotFoundException.class, client))
                    .hasMessageContaining("/live/one")
                    .hasMessageContaining("there is no such thing, or this build");
        }
    }

    static Stream<Command> callsOfAFixedPath() {
        return Stream.of(
                new Command(n -> n.dataCache().key("u"), n -> n.dataCache().keyAsync("u")),
                new Command(n -> n.dataCache().evict("k"), n -> n.dataCache().evictAsync("k")),
                new Command(
                        n -> n.dataCache().wouldEvict("k"), n -> n.dataCache().wouldEvictAsync("k")),
                new Command(
                        n -> n.publishControl().list(), n -> n.publishControl().listAsync()),
                new Command(
                        n -> n.publishControl().deny("x"),
                        n -> n.publishControl().denyAsync("x")),
                new Command(n -> n.sessions().delete(4), n -> n.sessions().deleteAsync(4)),
                new Command(n -> n.server().status(), n -> n.server().statusAsync()),
                new Command(n -> n.server().reloadConfig(), n -> n.server().reloadConfigAsync()));
    }

    @ParameterizedTest
    @MethodSource("callsOfAFixedPath")
    void anHtmlPageAtAFixedPathMeansTheEndpoint(Command call) throws Exception {
        try (RawPeer peer = RawPeer.answering(UNKNOWN_ENDPOINT);
                NimbleClient client = peer.client().build()) {
            assertThat(call.fail(NimbleUnsupportedException.class, client))
                    .hasMessageContaining("this build of Nimble does not know the endpoint");
        }
    }

    static Stream<Arguments> callsOfAFixedPathThatSomethingElseAnswers() {
        return Stream.of(
                        "",
                        "404 page not found\n",
                        "{}",
                        "[]",
                        "{\"message\":\"no Route matched with those values\"}",
                        "{\"status\":404,\"error\":\"Not Found\"}",
                        "{\"status\":\"NotFound\"")
                .flatMap(body -> callsOfAFixedPath().map(call -> arguments(body, call)));
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource("callsOfAFixedPathThatSomethingElseAnswers")
    void aFixedPathIsNotGoneUnlessNimbleSaysSo(String body, Command call) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.answer("404 Not Found", body));
                NimbleClient client = peer.client().build()) {
            assertThat(call.fail(NimbleUnsupportedException.class, client))
                    .hasMessageContaining("the url of the client leads elsewhere");
        }
    }

    private static String[] answers() {
        return new String[] {
            UNKNOWN_ENDPOINT,
            RawPeer.answer("404 Not Found", "\ufeff \n<HTML>"),
            RawPeer.answer("404 Not Found", ""),
            RawPeer.answer("404 Not Found", "{\"status\":\"NotFound\"}"),
            RawPeer.ok("{\"status\":\"NotFound\"}"),
            RawPeer.ok("{\"status\":\"Not found\"}")
        };
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatIsLookedForByNameIsEmpty(String answer) throws Exception {
        try (RawPeer peer = RawPeer.answering(answer);
                NimbleClient client = peer.client().build()) {
            assertThat(client.icecast().streamInfo("live", "one")).isEmpty();
            assertThat(BothWays.value(client.icecast().streamInfoAsync("live", "one")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "200 OK"})
    void aStatusThatSaysSoNeedsNoPath(String httpStatus) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.answer(httpStatus, "{\"status\":\"NotFound\"}"));
                NimbleClient client = peer.client().build()) {
            assertThat(client.dataCache().key("u")).isEmpty();
            assertThat(BothWays.value(client.dataCache().keyAsync("u"))).isEmpty();
            client.publishControl().deny("x");
            BothWays.value(client.publishControl().denyAsync("x"));
            BothWays.fail(
                    NimbleNotFoundException.class,
                    () -> client.dataCache().evict("k"),
                    client.dataCache().evictAsync("k"));
        }
    }

    @Test
    void aFinderHidesNoOtherRefusal() throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok("{\"status\":\"Error\"}"));
                NimbleClient client = peer.client().build()) {
            BothWays.fail(
                    NimbleRejectedException.class,
                    () -> client.icecast().streamInfo("live", "one"),
                    client.icecast().streamInfoAsync("live", "one"));
        }
    }
}
