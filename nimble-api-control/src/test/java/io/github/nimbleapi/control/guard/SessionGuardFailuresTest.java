package io.github.nimbleapi.control.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.control.Edges;
import io.github.nimbleapi.control.internal.CapturedLog;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleResponseException;
import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.testkit.Fault;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of a pass in which servers or the listener fail. */
class SessionGuardFailuresTest {
    private static final SessionRule ALL = SessionRules.endIf("all", session -> true);

    private final GuardJournal journal = new GuardJournal();

    @Test
    void aListenerThatThrowsStopsNothing() throws Exception {
        try (Edges edges = new Edges(1).andDead("dead")) {
            edges.get(0).addSession(s -> s.id(1));
            edges.get(0).addSession(s -> s.id(2));
            journal.throwing = true;

            assertThat(overAll(edges).rule(ALL).build().enforce()).hasSize(2);

            assertThat(journal.ended).hasSize(2);
            assertThat(journal.failed).containsExactly("dead");
        }
    }

    @Test
    void oneClientsFailureIsThrown() {
        try (Edges edges = new Edges(1)) {
            edges.get(0).addSession(s -> s.id(1));
            SessionGuard guard = SessionGuard.builder(edges.client(0))
                    .rule(ALL)
                    .listener(journal)
                    .build();

            edges.get(0).failNext(Fault.status(500));
            assertThatThrownBy(guard::enforce).isInstanceOf(NimbleResponseException.class);
            edges.get(0).failNext(call -> call.method().equals("POST"), Fault.status(503));
            assertThatThrownBy(guard::enforce)
                    .isInstanceOf(NimbleResponseException.class)
                    .hasMessageContaining("503");

            assertThat(journal.failed).isEmpty();
            assertThat(journal.ended).isEmpty();
            assertThat(guard.enforce()).hasSize(1);
            assertThat(journal.ended).containsExactly(edges.get(0).url() + " 1 all");
        }
    }

    @Test
    void someServersFailuresAreToldAndTheRestIsEnforced() throws Exception {
        try (Edges edges = new Edges(2).andDead("dead")) {
            edges.get(0).addSession(s -> s.id(1));
            edges.get(1).addSession(s -> s.id(1));
            edges.get(1).failNext(call -> call.method().equals("POST"), Fault.status(503));

            List<PlaybackSession> ended = overAll(edges).rule(ALL).build().enforce();

            assertThat(ended).hasSize(1);
            assertThat(journal.ended).containsExactly("edge-0 1 all");
            assertThat(journal.failed).containsExactly("dead", "edge-1");
        }
    }

    @Test
    void whatWasEndedBeforeAServerFailedIsToldAndReturned() {
        try (Edges edges = new Edges(2)) {
            for (long id = 1; id <= 1200; id++) {
                long mine = id;
                edges.get(0).addSession(s -> s.id(mine));
                edges.get(1).addSession(s -> s.id(mine));
            }
            AtomicInteger posts = new AtomicInteger();
            edges.get(1)
                    .failNext(call -> call.method().equals("POST") && posts.incrementAndGet() == 2, Fault.status(400));
            SessionGuard guard = overAll(edges).rule(ALL).build();

            List<PlaybackSession> ended = guard.enforce();

            assertThat(edges.get(0).sessions()).isEmpty();
            assertThat(edges.get(1).sessions()).hasSize(700);
            assertThat(posts).as("no third request").hasValue(2);
            assertThat(ended).hasSize(1700);
            assertThat(journal.ended).hasSize(1700).doesNotHaveDuplicates();
            assertThat(journal.failed).containsExactly("edge-1");
            assertThat(guard.enforce()).hasSize(700);
        }
    }

    @Test
    void whatTheOnlyServerEndedBeforeItFailedIsTold() {
        try (Edges edges = new Edges(1)) {
            edges.get(0).populate(501);
            AtomicInteger posts = new AtomicInteger();
            edges.get(0)
                    .failNext(call -> call.method().equals("POST") && posts.incrementAndGet() == 2, Fault.status(400));

            assertThatThrownBy(overAll(edges).rule(ALL).build()::enforce).isInstanceOf(NimbleResponseException.class);

            assertThat(journal.ended).hasSize(500);
        }
    }

    @Test
    void aClientThatWasClosedIsTheFailureOfItsServer() {
        try (Edges edges = new Edges(3)) {
            edges.get(0).addSession(s -> s.id(1));
            edges.client(1).close();
            edges.get(2)
                    .failNext(
                            call -> {
                                edges.client(2).close();
                                return true;
                            },
                            Fault.stall());

            assertThat(overAll(edges).rule(ALL).build().enforce()).hasSize(1);

            assertThat(journal.failed).containsExactly("edge-1", "edge-2");
            assertThat(journal.failures.get(0))
                    .isInstanceOf(NimbleConnectionException.class)
                    .hasMessageContaining("edge-1")
                    .hasMessageContaining("is closed: make a new one")
                    .hasCauseInstanceOf(IllegalStateException.class);
            assertThat(journal.failures.get(1)).hasCauseInstanceOf(CancellationException.class);
            assertThatThrownBy(SessionGuard.builder(edges.client(1)).rule(ALL).build()::enforce)
                    .isInstanceOf(NimbleConnectionException.class);
        }
    }

    @Test
    void whatNobodyIsToldIsLogged() throws Exception {
        try (Edges edges = new Edges(1).andDead("dead");
                CapturedLog log = new CapturedLog()) {
            SessionGuard.builder(edges.fleet())
                    .rule((sessions, now) -> {
                        throw new IllegalStateException("by the rule");
                    })
                    .build()
                    .enforce();

            assertThat(log.texts()).containsExactlyInAnyOrder("guarding dead failed", "a SessionRule failed: a rule");
        }
    }

    @Test
    void allServersFailuresAreThrownTogether() throws Exception {
        try (Edges edges = new Edges(1).andDead("dead-1").andDead("dead-2")) {
            edges.get(0).addSession(s -> s.id(1));
            edges.get(0).failNext(call -> call.method().equals("POST"), Fault.status(503));
            SessionGuard guard = overAll(edges).rule(ALL).build();

            assertThatThrownBy(guard::enforce)
                    .isInstanceOf(NimbleConnectionException.class)
                    .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(2));
            assertThat(journal.failed).isEmpty();
        }
    }

    private SessionGuard.Builder overAll(Edges edges) {
        return SessionGuard.builder(edges.fleet()).listener(journal);
    }
}
