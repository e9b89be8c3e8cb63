package io.github.nimbleapi.control.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.Edges;
import io.github.nimbleapi.control.ManualClock;
import io.github.nimbleapi.control.fleet.ServerSession;
import io.github.nimbleapi.control.guard.Block.Kind;
import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.Fault;
import io.github.nimbleapi.testkit.RecordedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a pass of the guard ends, and whom it tells. */
class SessionGuardTest {
    private static final SessionRule ALL = SessionRules.endIf("all", session -> true);

    private final GuardJournal journal = new GuardJournal();
    private final Blocklist blocklist = Blocklist.create();

    @Test
    void theTour() {
        try (FakeNimble fake = FakeNimble.start();
                NimbleClient nimble = fake.newClient()) {
            fake.addSession(s -> s.id(1).viewerId("ann"));
            fake.addSession(s -> s.id(2).viewerId("ann"));
            SessionGuard guard = SessionGuard.builder(nimble)
                    .blocklist(blocklist)
                    .rule(SessionRules.atMostPerViewer(1))
                    .build();
            assertThat(guard.enforce()).extracting(PlaybackSession::id).containsExactly(2L);
            blocklist.blockViewer("ann", Duration.ofHours(1));
            assertThat(guard.enforce()).hasSize(1);
            assertThat(nimble.sessions().list()).isEmpty();
            fake.addSession(s -> s.id(9).viewerId("ann"));
            assertThat(guard.enforce()).hasSize(1);
            blocklist.unblockViewer("ann");
            assertThat(blocklist.isViewerBlocked("ann")).isFalse();
        }
    }

    @Test
    void aViewerOnTwoServersLosesTheYoungestWhereverItIs() {
        try (Edges edges = new Edges(2)) {
            Instant now = Instant.parse("2026-05-20T13:05:09Z");
            edges.get(0).addSession(s -> s.id(1).viewerId("ann").created(now.minusSeconds(10)));
            edges.get(1).addSession(s -> s.id(1).viewerId("ann").created(now.minusSeconds(20)));
            edges.get(0).addSession(s -> s.id(2).viewerId("bob").created(now.minusSeconds(20)));
            edges.get(1).addSession(s -> s.id(2).viewerId("bob").created(now.minusSeconds(10)));

            overAll(edges).rule(SessionRules.atMostPerViewer(1)).build().enforce();

            assertThat(journal.ended)
                    .containsExactlyInAnyOrder(
                            "edge-0 1 more than 1 of the viewer", "edge-1 2 more than 1 of the viewer");
            assertThat(edges.get(0).sessions()).extracting(s -> s.viewerId()).containsExactly("bob");
            assertThat(edges.get(1).sessions()).extracting(s -> s.viewerId()).containsExactly("ann");
        }
    }

    @Test
    void eachSessionEndsOnceAndForTheFirstReason() {
        try (Edges edges = new Edges(1)) {
            edges.get(0).addSession(s -> s.id(1).viewerId("ann").clientIp("10.0.0.1"));
            edges.get(0).addSession(s -> s.id(2).viewerId("ann").clientIp("192.0.2.1"));
            blocklist.blockIp("10.0.0.0/8");

            List<PlaybackSession> ended = overAll(edges)
                    .rule(SessionRules.atMostPerViewer(1))
                    .rule(SessionRules.endIf(
                            "from ten", session -> session.clientIp().startsWith("10.")))
                    .build()
                    .enforce();

            assertThat(ended).extracting(PlaybackSession::id).containsExactly(1L);
            assertThat(journal.ended).containsExactly("edge-0 1 blocked: IP 10.0.0.0/8");
            assertThat(journal.sessions.get(0).block()).contains(Block.of(Kind.IP, "10.0.0.0/8"));
            assertThat(bodies(edges.get(0))).containsExactly("[1]");
        }
    }

    @Test
    void rulesSeeWhatThoseBeforeThemLeave() {
        try (Edges edges = new Edges(1)) {
            edges.get(0).addSession(s -> s.id(1).viewerId("ann"));
            edges.get(0).addSession(s -> s.id(2).viewerId("ann"));
            edges.get(0).addSession(s -> s.id(3).viewerId("ann"));
            List<Integer> seen = new ArrayList<>();

            overAll(edges)
                    .rule(SessionRules.endIf("first", session -> session.id() == 1))
                    .rule((sessions, now) -> {
                        seen.add(sessions.size());
                        assertThatThrownBy(sessions::clear).isInstanceOf(UnsupportedOperationException.class);
                        return List.of(
                                sessions.get(0),
                                sessions.get(0),
                                ServerSession.of("edge-7", sessions.get(1).session()));
                    })
                    .rule(SessionRules.atMostPerViewer(1))
                    .build()
                    .enforce();

            assertThat(seen).as("of each listing").containsExactly(2, 2);
            assertThat(journal.ended).containsExactly("edge-0 1 first", "edge-0 2 a rule");
            assertThat(edges.get(0).sessions()).extracting(s -> s.id()).containsExactly(3L);
        }
    }

    @Test
    void listsASecondTimeOnlyWhereThereIsSomethingToEnd() {
        try (Edges edges = new Edges(2)) {
            edges.get(0).addSession(s -> s.viewerId("ann"));
            edges.get(1).addSession(s -> s.id(5).viewerId("bob"));

            overAll(edges).build().enforce();
            assertThat(edges.get(0).calls()).extracting(RecordedCall::method).containsExactly("GET");
            assertThat(edges.get(1).calls()).extracting(RecordedCall::method).containsExactly("GET");

            blocklist.blockViewer("bob");
            overAll(edges).build().enforce();
            assertThat(edges.get(0).calls()).extracting(RecordedCall::method).containsExactly("GET", "GET", "GET");
            assertThat(edges.get(1).calls())
                    .extracting(RecordedCall::method)
                    .containsExactly("GET", "GET", "GET", "POST");
        }
    }

    @Test
    void aViewerWhoMovesBetweenServersWhileTheyAreListedIsNotTwo() {
        try (Edges edges = new Edges(2)) {
            Instant now = Instant.parse("2026-05-20T13:05:09Z");
            edges.get(0).addSession(s -> s.id(1).viewerId("ann").created(now.minusSeconds(100)));
            AtomicBoolean hasMoved = new AtomicBoolean();
            edges.get(1)
                    .failNext(
                            call -> {
                                if (!hasMoved.getAndSet(true)) {
                                    edges.get(0).endSession(1);
                                    edges.get(1)
                                            .addSession(
                                                    s -> s.id(5).viewerId("ann").created(now));
                                }
                                return false;
                            },
                            Fault.stall());
            SessionGuard guard = SessionGuard.builder(edges.fleet(1))
                    .rule(SessionRules.atMostPerViewer(1))
                    .listener(journal)
                    .build();

            assertThat(guard.enforce()).isEmpty();

            assertThat(edges.get(0).calls()).as("both were seen").hasSize(2);
            assertThat(edges.get(1).sessions()).hasSize(1);
            assertThat(journal.ended).isEmpty();
        }
    }

    @Test
    void aDryRunTellsAndEndsNothing() {
        try (Edges edges = new Edges(1)) {
            edges.get(0).addSession(s -> s.id(1));
            blocklist.blockStream("live", "a");

            List<PlaybackSession> ended =
                    overAll(edges).rule(ALL).dryRun(true).build().enforce();

            assertThat(ended).hasSize(1);
            assertThat(journal.sessions).hasSize(1).allMatch(EndedSession::isDryRun);
            assertThat(edges.get(0).calls()).extracting(RecordedCall::method).containsExactly("GET");
            assertThat(edges.get(0).sessions()).hasSize(1);
        }
    }

    @Test
    void anIdThatWasGivenToAnotherSessionMeanwhileIsSpared() {
        try (Edges edges = new Edges(1)) {
            FakeNimble fake = edges.get(0);
            for (long id = 1; id <= 7; id++) {
                long mine = id;
                fake.addSession(
                        s -> s.id(mine).app("live").stream("a").viewerId("ann").clientIp("10.0.0.1"));
            }
            SessionRule meanwhile = (sessions, now) -> {
                fake.updateSession(2, s -> s.viewerId("bob"));
                fake.updateSession(3, s -> s.clientIp("10.0.0.2"));
                fake.updateSession(4, s -> s.app("vod"));
                fake.updateSession(5, s -> s.stream("b"));
                fake.updateSession(6, s -> s.created(Instant.EPOCH.plusSeconds(5)));
                fake.updateSession(7, s -> s.bytesSent(5).lastAccess(Instant.EPOCH.plusSeconds(5)));
                return sessions;
            };

            List<PlaybackSession> ended = overAll(edges).rule(meanwhile).build().enforce();

            assertThat(ended).extracting(PlaybackSession::id).containsExactly(1L, 7L);
            assertThat(ended.get(1).bytesSent()).as("as listed last").isEqualTo(5);
            assertThat(journal.sessions).extracting(EndedSession::session).isEqualTo(ended);
            assertThat(bodies(fake)).containsExactly("[1,7]");
            assertThat(journal.ended).hasSize(2);
        }
    }

    @Test
    void aSessionThatEndedByItselfMeanwhileIsNotTold() {
        try (Edges edges = new Edges(1)) {
            edges.get(0).addSession(s -> s.id(1));
            edges.get(0).addSession(s -> s.id(2));
            SessionRule meanwhile = (sessions, now) -> {
                if (sessions.size() == 2) {
                    edges.get(0).endSession(1);
                }
                return sessions;
            };

            assertThat(overAll(edges).rule(meanwhile).build().enforce()).hasSize(1);
            assertThat(journal.ended).containsExactly("edge-0 2 a rule");
        }
    }

    @Test
    void aRuleThatThrowsIsToldAndTheOthersCount() {
        try (Edges edges = new Edges(1)) {
            edges.get(0).addSession(s -> s.id(1).app("live"));
            edges.get(0).addSession(s -> s.id(2).app("vod"));
            SessionRule broken = (sessions, now) -> {
                throw new AssertionError("by the rule");
            };

            overAll(edges)
                    .rule(broken.because("broken"))
                    .rule((sessions, now) -> unchecked())
                    .rule(SessionRules.onlyApplications("live"))
                    .build()
                    .enforce();

            assertThat(journal.ended).containsExactly("edge-0 2 not an allowed application");
            assertThat(journal.brokenRules).containsExactly("broken", "a rule");
        }
    }

    @Test
    void aRuleMustSayTheSameTwice() {
        try (Edges edges = new Edges(1)) {
            edges.get(0).addSession(s -> s.id(1));
            AtomicInteger calls = new AtomicInteger();

            SessionGuard guard = overAll(edges)
                    .rule((sessions, now) -> {
                        if (calls.incrementAndGet() == 2) {
                            throw new IllegalStateException("by the rule");
                        }
                        return calls.get() < 4 ? sessions : List.of();
                    })
                    .build();

            assertThat(guard.enforce()).isEmpty();
            assertThat(journal.brokenRules).containsExactly("a rule");
            assertThat(guard.enforce()).isEmpty();
            assertThat(calls).hasValue(4);
            assertThat(edges.get(0).sessions()).hasSize(1);
        }
    }

    @Test
    void aSessionOnWhichAFilterThrowsProtectsNoOther() {
        try (Edges edges = new Edges(1)) {
            edges.get(0).addSession(s -> s.id(1).userAgent("odd"));
            edges.get(0).addSession(s -> s.id(2).userAgent("a bot"));
            edges.get(0).addSession(s -> s.id(3).userAgent("odd"));
            edges.get(0).addSession(s -> s.id(4).userAgent("a bot"));
            SessionRule rule = SessionRules.endIf("?", session -> {
                assertThat(session.userAgent()).isNotEqualTo("odd");
                return true;
            });

            overAll(edges).rule(rule.because("no robots")).build().enforce();

            assertThat(journal.ended).containsExactly("edge-0 2 no robots", "edge-0 4 no robots");
            assertThat(journal.brokenRules).containsExactly("no robots");
        }
    }

    @Test
    void aPassWithinAPassIsRefused() {
        try (Edges edges = new Edges(1)) {
            edges.get(0).addSession(s -> s.id(1));
            List<Throwable> thrown = new ArrayList<>();
            AtomicInteger calls = new AtomicInteger();
            List<SessionGuard> itself = new ArrayList<>();
            Runnable within = () -> {
                if (calls.incrementAndGet() <= 3) {
                    thrown.add(catchThrowable(itself.get(0)::enforce));
                }
            };
            SessionGuard guard = SessionGuard.builder(edges.client(0))
                    .rule((sessions, now) -> {
                        within.run();
                        return sessions;
                    })
                    .listener(ended -> within.run())
                    .build();
            itself.add(guard);

            assertThat(guard.enforce()).hasSize(1);

            assertThat(thrown)
                    .hasSize(3)
                    .allSatisfy(one -> assertThat(one)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageStartingWith("a rule or listener can't begin a pass"));
        }
    }

    @Test
    void rulesJudgeByTheGivenClock() {
        try (Edges edges = new Edges(1)) {
            ManualClock clock = new ManualClock();
            edges.get(0).addSession(s -> s.id(1).created(clock.instant()));
            SessionGuard guard = overAll(edges)
                    .clock(clock)
                    .rule(SessionRules.noLongerThan(Duration.ofHours(1)))
                    .build();

            assertThat(guard.enforce()).isEmpty();
            clock.advance(Duration.ofSeconds(3601));
            assertThat(guard.enforce()).hasSize(1);
        }
    }

    @Test
    void aPassSweepsTheBlocklist() {
        try (Edges edges = new Edges(1)) {
            ManualClock clock = new ManualClock();
            Blocklist timed = Blocklist.builder().clock(clock).build();
            timed.blockViewer("ann", Duration.ofMinutes(1));
            clock.advance(Duration.ofMinutes(1));

            SessionGuard.builder(edges.fleet()).blocklist(timed).build().enforce();

            assertThat(timed).hasToString("Blocklist[0]");
        }
    }

    @Test
    void refusesToGuardNothing() {
        try (Edges edges = new Edges(1)) {
            assertThatThrownBy(() -> SessionGuard.builder(edges.client(0)).build())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("give a blocklist or a rule");
            assertThatThrownBy(() -> SessionGuard.builder(edges.client(0)).every(Duration.ZERO))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatWasEndedIsAValue() {
        ServerSession session = ServerSession.of(
                "edge-1", PlaybackSession.builder(7).app("live").build());
        EndedSession ended = EndedSession.of(session, "why", false);

        assertThat(ended).isEqualTo(EndedSession.of(session, "why", false));
        assertThat(ended).hasSameHashCodeAs(EndedSession.of(session, "why", false));
        assertThat(ended).isNotEqualTo(EndedSession.of(session, "other", false));
        assertThat(ended).isNotEqualTo(EndedSession.of(session, "why", true));
        assertThat(EndedSession.of(session, Block.of(Kind.VIEWER, "a"), false))
                .isNotEqualTo(EndedSession.of(session, "blocked: VIEWER a", false));
        assertThat(ended.block()).isEmpty();
        assertThat(EndedSession.of(session, "why", true).toString())
                .startsWith("EndedSession[edge-1 ")
                .endsWith(" why, dry run]");
    }

    private SessionGuard.Builder overAll(Edges edges) {
        return SessionGuard.builder(edges.fleet()).blocklist(blocklist).listener(journal);
    }

    private static List<String> bodies(FakeNimble fake) {
        List<String> bodies = new ArrayList<>();
        fake.calls().stream().filter(call -> call.method().equals("POST")).forEach(call -> bodies.add(call.bodyText()));
        return bodies;
    }

    @SuppressWarnings("NullAway")
    private static List<ServerSession> unchecked() {
        return null;
    }
}
