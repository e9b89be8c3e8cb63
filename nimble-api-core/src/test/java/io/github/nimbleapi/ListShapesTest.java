package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nimbleapi.error.NimbleDataException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shapes in which a list may come, for one that Nimble wraps and one that it does not. */
class ListShapesTest {
    private static final String ONE = "{\"stream\":\"live/one\"}";

    /** A call that lists, and the member that its list may be in. */
    private static final class Listing {
        final String name;
        final Function<NimbleClient, List<?>> blocking;
        final Function<NimbleClient, CompletableFuture<? extends List<?>>> async;

        Listing(
                String name,
                Function<NimbleClient, List<?>> blocking,
                Function<NimbleClient, CompletableFuture<? extends List<?>>> async) {
            this.name = name;
            this.blocking = blocking;
            this.async = async;
        }

        List<?> list(NimbleClient client) {
            return blocking.apply(client);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Arguments> withEach(Stream<String> shapes) {
        List<Listing> listings = List.of(
                new Listing(
                        "PublishControlStatus",
                        n -> n.publishControl().list(),
                        n -> n.publishControl().listAsync()),
                new Listing(
                        "playlists",
                        n -> n.server().playlistStatus(),
                        n -> n.server().playlistStatusAsync()));
        return shapes.flatMap(shape ->
                listings.stream().map(listing -> arguments(listing, shape.replace("NAME", listing.name))));
    }

    static Stream<Arguments> listsOfOne() {
        return withEach(Stream.of(
                "[" + ONE + "]",
                "\ufeff [" + ONE + "] ",
                "{\"NAME\":[" + ONE + "]}",
                "{\"status\":\"Ok\",\"NAME\":[" + ONE + "]}",
                "{\"other\":[],\"NAME\":[" + ONE + "],\"error\":null}"));
    }

    @ParameterizedTest
    @MethodSource("listsOfOne")
    void aListMayStandByItselfOrInItsMember(Listing listing, String body) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            assertThat(listing.list(client)).hasSize(1);
            assertThat(BothWays.value(listing.async.apply(client))).isEqualTo(listing.list(client));
        }
    }

    static Stream<Arguments> emptyLists() {
        return withEach(Stream.of(
                "[]",
                "",
                " ",
                "\ufeff",
                "null",
                "{}",
                "{\"status\":\"Ok\"}",
                "{\"status\":\"success\"}",
                "{\"NAME\":[]}",
                "{\"NAME\":null}",
                "{\"status\":\"Ok\",\"NAME\":[]}",
                "{\"NAME\":null,\"other\":[" + ONE + "]}"));
    }

    @ParameterizedTest
    @MethodSource("emptyLists")
    void anAnswerThatSaysNothingIsAnEmptyList(Listing listing, String body) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            assertThat(listing.list(client)).isEmpty();
            assertThat(BothWays.value(listing.async.apply(client))).isEmpty();
        }
    }

    static Stream<Arguments> otherThings() {
        return withEach(Stream.of(
                "{\"streams\":[" + ONE + "]}",
                "{\"streams\":[]}",
                "{\"status\":\"Ok\",\"count\":0}",
                "{\"status\":\"Ok\",\"list\":null}",
                "{\"NAME\":{}}",
                "{\"NAME\":" + ONE + "}",
                "{\"NAME\":\"\"}",
                "{\"NAME\":0}",
                "{\"x NAME\":[]}",
                ONE,
                "7",
                "true",
                "\"\"",
                "[" + ONE,
                "[] []",
                "<html>"));
    }

    @ParameterizedTest
    @MethodSource("otherThings")
    void anythingElseIsNoEmptyList(Listing listing, String body) throws Exception {
        try (RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            BothWays.fail(NimbleDataException.class, () -> listing.list(client), listing.async.apply(client));
        }
    }

    static Stream<Arguments> mixedLists() {
        return withEach(Stream.of("[7,%s,\"private\",null,[%s],true,%s]".replace("%s", ONE)));
    }

    @ParameterizedTest
    @MethodSource("mixedLists")
    void anElementThatIsNoObjectIsSkippedWithAWarning(Listing listing, String body) {
        try (LogRecords log = new LogRecords();
                RawPeer peer = RawPeer.answering(RawPeer.ok(body));
                NimbleClient client = peer.client().build()) {
            assertThat(listing.list(client)).hasSize(2);
            assertThat(log.texts())
                    .filteredOn(text -> text.startsWith("WARNING io.github.nimbleapi: GET /manage/"))
                    .hasSize(5)
                    .allMatch(text -> text.contains("skipped") && !text.contains("private"))
                    .anyMatch(text -> text.endsWith("NUMBER"))
                    .anyMatch(text -> text.endsWith("ARRAY"));
        }
    }
}
