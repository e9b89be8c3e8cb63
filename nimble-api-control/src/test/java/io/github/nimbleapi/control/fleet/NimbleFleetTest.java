package io.github.nimbleapi.control.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.Edges;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleTimeoutException;
import io.github.nimbleapi.server.ServerStatus;
import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionFilters;
import io.github.nimbleapi.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a fleet of fakes answers. */
class NimbleFleetTest {
    @Test
    void listsAllServersAndTellsIdsApart() {
        try (Edges edges = new Edges(3)) {
            edges.get(0).addSession(s -> s.id(7).app("live").stream("a"));
            edges.get(0).addSession(s -> s.id(8).app("live").stream("b"));
            edges.get(2).addSession(s -> s.id(7).app("live").stream("c"));

            FleetSessions listed = edges.fleet().list();

            assertThat(listed.isComplete()).isTrue();
            assertThat(listed.values().keySet()).containsExactly("edge-0", "edge-1", "edge-2");
            assertThat(listed.values().get("edge-1")).isEmpty();
            assertThat(listed.sessions())
                    .extracting(ServerSession::server, on -> on.session().stream())
                    .containsExactly(tuple("edge-0", "a"), tuple("edge-0", "b"), tuple("edge-2", "c"));
            assertThat(edges.fleet().find(7).sessions())
                    .extracting(ServerSession::server)
                    .containsExactly("edge-0", "edge-2");
            assertThat(edges.fleet().list(SessionFilters.onStream("live", "b")).sessions())
                    .hasSize(1);
        }
    }

    @Test
    void deletesEachSessionOnItsServerOnly() {
        try (Edges edges = new Edges(3)) {
            edges.get(0).addSession(s -> s.id(7));
            edges.get(1).addSession(s -> s.id(7));
            edges.get(1).addSession(s -> s.id(8));
            List<ServerSession> onSecond =
                    edges.fleet().only(List.of("edge-1")).find(7).sessions();

            FleetSessions ended = edges.fleet().deleteAll(onSecond);

            assertThat(ended.orThrow().sessions()).isEqualTo(onSecond);
            assertThat(edges.get(0).sessions()).hasSize(1);
            assertThat(edges.get(1).sessions()).extracting(s -> s.id()).containsExactly(8L);
            assertThat(edges.get(0).calls()).isEmpty();
            assertThat(edges.fleet().deleteAll(List.of()).sessions()).isEmpty();
            assertThat(edges.get(2).calls()).isEmpty();
        }
    }

    @Test
    void deletesWhatAFilterAcceptsOnAllServers() {
        try (Edges edges = new Edges(2)) {
            edges.get(0).addSession(s -> s.id(1).viewerId("ann"));
            edges.get(0).addSession(s -> s.id(2).viewerId("bob"));
            edges.get(1).addSession(s -> s.id(1).viewerId("ann"));

            FleetSessions ended = edges.fleet().deleteIf(SessionFilters.ofViewer("ann"));

            assertThat(ended.sessions()).extracting(ServerSession::server).containsExactly("edge-0", "edge-1");
            assertThat(edges.fleet().list().sessions())
                    .extracting(on -> on.session().id())
                    .containsExactly(2L);
        }
    }

    @Test
    void callsAnythingAlsoWithoutAnAnswer() {
        try (Edges edges = new Edges(2)) {
            FleetResult<ServerStatus> status =
                    edges.fleet().call(client -> client.server().statusAsync());
            FleetResult<Void> nothing =
                    edges.fleet().call(client -> client.sessions().deleteAsync(5));

            assertThat(status.values()).containsOnlyKeys("edge-0", "edge-1").doesNotContainValue(null);
            assertThat(nothing.isComplete()).isTrue();
            assertThat(nothing.values()).containsOnlyKeys("edge-0", "edge-1");
            FleetResult<String> named =
                    edges.fleet().call((server, client) -> CompletableFuture.completedFuture(server + client.url()));
            assertThat(named.values())
                    .containsEntry("edge-1", "edge-1" + edges.get(1).url());
        }
    }

    @Test
    void aDeadServerAndABrokenOneAreToldAndTheOthersAnswer() throws Exception {
        try (Edges edges = new Edges(2).andDead("dead")) {
            edges.get(1).addSession(s -> s.id(7));
            edges.get(0).failNext(Fault.garbage());

            FleetSessions listed = edges.fleet().list();

            assertThat(listed.isComplete()).isFalse();
            assertThat(listed.values()).containsOnlyKeys("edge-1");
            assertThat(listed.sessions()).hasSize(1);
            assertThat(listed.failures().keySet()).containsExactly("edge-0", "dead");
            assertThat(listed.failures().get("edge-0")).isInstanceOf(NimbleDataException.class);
            assertThat(listed.failures().get("dead")).isInstanceOf(NimbleConnectionException.class);
            assertThatThrownBy(listed::orThrow)
                    .isSameAs(listed.failures().get("edge-0"))
                    .hasSuppressedException(listed.failures().get("dead"));
            assertThatThrownBy(listed::orThrow)
                    .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
        }
    }

    @Test
    void aStalledServerTimesOutByItself() {
        try (Edges edges = new Edges(2)) {
            edges.get(0).failNext(Fault.stall());
            NimbleFleet fleet = NimbleFleet.builder()
                    .server("slow", edges.client(0).withOptions(o -> o.callTimeout(Duration.ofMillis(300))))
                    .server("well", edges.client(1))
                    .build();

            FleetSessions listed = fleet.list();

            assertThat(listed.values()).containsOnlyKeys("well");
            assertThat(listed.failures().get("slow")).isInstanceOf(NimbleTimeoutException.class);
        }
    }

    @Test
    void partOfAFleetIsAFleet() {
        try (Edges edges = new Edges(3)) {
            NimbleFleet part = edges.fleet().only(List.of("edge-2", "edge-0"));

            assertThat(part.servers()).containsExactly("edge-0", "edge-2");
            assertThat(part.client("edge-2")).isSameAs(edges.client(2));
            assertThatThrownBy(() -> part.client("edge-1"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("server is edge-1: give one of [edge-0, edge-2]");
            assertThat(edges.fleet().only(List.of()).list().values()).isEmpty();
        }
    }

    @Test
    void refusesWhatCannotBe() {
        try (Edges edges = new Edges(1)) {
            NimbleClient client = edges.client(0);
            ServerSession elsewhere =
                    ServerSession.of("edge-9", PlaybackSession.builder(1).build());

            assertThatThrownBy(() -> NimbleFleet.builder().server(" ", client)).hasMessageContaining("name is blank");
            assertThatThrownBy(() -> NimbleFleet.builder().server("a", client).server("a", client))
                    .hasMessageContaining("name is a a second time");
            assertThatThrownBy(() -> NimbleFleet.builder().parallel(0)).hasMessage("parallel is 0: give 1 or more");
            assertThatThrownBy(() -> NimbleFleet.of(Map.of())).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> edges.fleet().deleteAllAsync(List.of(elsewhere)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("edge-9");
            assertThat(NimbleFleet.of(Map.of("a", client)).servers()).containsExactly("a");
        }
    }

    @Test
    void whatIsNoFailureOfAServerEndsTheWhole() throws Exception {
        try (Edges edges = new Edges(2)) {
            edges.get(0).addSession(s -> s.id(7));
            edges.get(1).failNext(Fault.stall());
            IllegalStateException thrown = new IllegalStateException("by the filter");

            CompletableFuture<FleetSessions> listed = edges.fleet().listAsync(session -> {
                throw thrown;
            });

            assertThatThrownBy(() -> listed.get(10, TimeUnit.SECONDS)).hasCause(thrown);
            assertThatThrownBy(() -> edges.fleet().list(session -> {
                        throw thrown;
                    }))
                    .isSameAs(thrown);
        }
    }

    @Test
    void resultsAreValues() {
        FleetResult<String> one = FleetResult.of(Map.of("a", "b"), Map.of());

        assertThat(one)
                .isEqualTo(FleetResult.of(Map.of("a", "b"), Map.of()))
                .hasSameHashCodeAs(FleetResult.of(Map.of("a", "b"), Map.of()));
        assertThat(one).isNotEqualTo(FleetResult.of(Map.of("a", "c"), Map.of()));
        assertThat(one.orThrow()).isSameAs(one);
        assertThat(one).hasToString("FleetResult[{a=b} failures {}]");
        assertThatThrownBy(() -> one.values().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
