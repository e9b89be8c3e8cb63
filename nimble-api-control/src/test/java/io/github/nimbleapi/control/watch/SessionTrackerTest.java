package io.github.nimbleapi.control.watch;

import static io.github.nimbleapi.control.watch.SessionEvent.Kind.ENDED;
import static io.github.nimbleapi.control.watch.SessionEvent.Kind.PROGRESSED;
import static io.github.nimbleapi.control.watch.SessionEvent.Kind.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionTrackerTest {
    private static final Instant START = Instant.parse("2026-05-20T13:00:00Z");

    private final SessionTracker tracker = new SessionTracker();
    private Instant now = START;

    @Test
    void whatWasUsedBeforeTheWatchIsNotCounted() {
        PlaybackSession found = session(1, 100, 30, 1_000);

        assertThat(poll(found)).containsExactly(started(found, 0, 0));
    }

    @Test
    void aSessionThatAppearsLaterStartsWithAllItsUsage() {
        poll();
        PlaybackSession later = session(1, 100, 30, 1_000);

        assertThat(poll(later)).containsExactly(started(later, 30, 1_000));
    }

    @Test
    void progressIsTheDifference() {
        poll(session(1, 100, 30, 1_000));
        PlaybackSession on = session(1, 100, 42, 1_500);

        assertThat(poll(on)).containsExactly(progressed(on, 12, 500));
        assertThat(poll(session(1, 100, 42, 1_500))).isEmpty();
    }

    @Test
    void bytesThatAreReceivedCountToo() {
        poll(session(1, 100, 30, 0, s -> s.bytesReceived(40)));
        PlaybackSession on = session(1, 100, 30, 0, s -> s.bytesReceived(70));

        assertThat(poll(on)).singleElement().satisfies(event -> {
            assertThat(event.bytesReceived()).isEqualTo(30);
            assertThat(event.bytesSent()).isZero();
        });
    }

    @Test
    void timeAloneIsProgress() {
        poll(session(1, 100, 30, 1_000));
        PlaybackSession on = session(1, 100, 31, 1_000);

        assertThat(poll(on)).containsExactly(progressed(on, 1, 0));
    }

    @Test
    void aSessionThatIsGoneEndsAsItWasLast() {
        poll(session(1, 100, 30, 1_000), session(2, 100, 0, 0));
        PlaybackSession last = session(1, 100, 33, 1_100);
        poll(last, session(2, 100, 0, 0));

        assertThat(poll(session(2, 100, 0, 0))).containsExactly(ended(last));
        assertThat(poll(session(2, 100, 0, 0))).isEmpty();
    }

    @Test
    void endsAreToldFirstAndThenWhatIsListedInItsOrder() {
        poll(session(1, 100, 0, 0), session(2, 100, 0, 0));

        assertThat(poll(session(9, 100, 0, 0), session(2, 100, 0, 5), session(3, 100, 0, 0)))
                .extracting(event -> event.kind() + " " + event.session().id())
                .containsExactly("ENDED 1", "STARTED 9", "PROGRESSED 2", "STARTED 3");
    }

    static Stream<UnaryOperator<PlaybackSession.Builder>> otherSessions() {
        return Stream.of(
                s -> s.created(START.plusSeconds(101)),
                s -> s.app("vod"),
                s -> s.stream("other"),
                s -> s.viewerId("bob"),
                s -> s.type(SessionType.RTMP));
    }

    @ParameterizedTest
    @MethodSource("otherSessions")
    void anIdThatIsUsedAgainIsAnEndAndAStart(UnaryOperator<PlaybackSession.Builder> change) {
        PlaybackSession one = session(1, 100, 30, 1_000);
        PlaybackSession other = session(1, 100, 30, 1_200, change);
        poll(one);

        List<SessionEvent> events = poll(other);

        assertThat(events).extracting(SessionEvent::kind).containsExactly(ENDED, STARTED);
        assertThat(events).extracting(SessionEvent::session).containsExactly(one, other);
        assertThat(events).extracting(SessionEvent::bytesSent).containsExactly(0L, 1_200L);
    }

    @Test
    void aPlayerMayMoveToAnotherAddress() {
        poll(session(1, 100, 30, 1_000));

        assertThat(poll(session(1, 100, 30, 1_200, s -> s.clientIp("203.0.113.8"))))
                .containsExactly(progressed(session(1, 100, 30, 1_200, s -> s.clientIp("203.0.113.8")), 0, 200));
    }

    @Test
    void anotherAddressIsAnotherSessionWhereNoBeginningIsTold() {
        PlaybackSession one = session(1, 100, 30, 1_000, s -> s.created(Instant.EPOCH));
        PlaybackSession other =
                session(1, 100, 30, 1_200, s -> s.created(Instant.EPOCH).clientIp("203.0.113.8"));
        poll(one);

        assertThat(poll(other)).extracting(SessionEvent::kind).containsExactly(ENDED, STARTED);
    }

    @ParameterizedTest
    @MethodSource("otherSessions")
    void whatTheServerLeavesOutMakesNoOtherSession(UnaryOperator<PlaybackSession.Builder> change) {
        PlaybackSession bare = PlaybackSession.builder(1).bytesSent(100).build();
        PlaybackSession told = session(1, 100, 30, 200, change);
        poll(bare);

        assertThat(poll(told)).extracting(SessionEvent::kind).containsExactly(PROGRESSED);
        assertThat(poll(PlaybackSession.builder(1).bytesSent(300).build()))
                .extracting(SessionEvent::kind)
                .containsExactly(PROGRESSED);
    }

    @Test
    void fewerBytesAreACounterThatBeganAnew() {
        PlaybackSession before = session(1, 100, 30, 1_000, s -> s.bytesReceived(5));
        PlaybackSession anew = session(1, 100, 37, 400, s -> s.bytesReceived(6));
        poll(before);

        assertThat(poll(anew))
                .containsExactly(
                        ended(before), SessionEvent.of(STARTED, anew, Usage.of(Duration.ofSeconds(7), 400, 6)));
        assertThat(poll(session(1, 100, 38, 410, s -> s.bytesReceived(2))))
                .extracting(SessionEvent::bytesSent)
                .containsExactly(0L, 410L);
    }

    @Test
    void fewerBytesWithoutAMomentOfCreationAreAnotherSession() {
        poll(session(1, 0, 130, 1_000, s -> s.created(Instant.EPOCH)));
        PlaybackSession other = session(1, 0, 137, 400, s -> s.created(Instant.EPOCH));

        assertThat(poll(other)).extracting(SessionEvent::watched).containsExactly(Duration.ZERO, Duration.ZERO);
    }

    @Test
    void whatIsMissingInOneListIsNotCountedTwice() {
        poll(session(1, 100, 30, 1_000), session(2, 100, 30, 1_000));
        assertThat(poll(session(1, 100, 30, 1_000))).hasSize(1);
        assertThat(poll()).hasSize(1);
        PlaybackSession one = session(1, 100, 45, 1_300);
        PlaybackSession two = session(2, 100, 30, 1_000);

        assertThat(poll(one, two)).containsExactly(started(one, 15, 300), started(two, 0, 0));
    }

    @Test
    void whatComesBackWithFewerBytesHasBegunAnew() {
        poll(session(1, 100, 30, 1_000));
        poll();
        PlaybackSession back = session(1, 100, 45, 200);

        assertThat(poll(back)).containsExactly(started(back, 15, 200));
    }

    @Test
    void anotherSessionMayHaveTheIdMeanwhile() {
        poll(session(1, 100, 30, 1_000));
        poll(session(1, 105, 30, 70));
        PlaybackSession back = session(1, 100, 31, 1_001);

        assertThat(poll(back)).last().isEqualTo(started(back, 1, 1));
    }

    @Test
    void theSessionsOfARestartedServerAreOthers() {
        poll(session(1, 100, 30, 1_000));
        poll();
        PlaybackSession restarted = session(1, 500, 4, 2_000);

        assertThat(poll(restarted)).containsExactly(started(restarted, 4, 2_000));
    }

    @Test
    void whoIsGoneForLongIsForgotten() {
        poll(session(1, 100, 30, 1_000));
        poll();
        now = now.plus(Duration.ofMinutes(10));
        poll();
        PlaybackSession back = session(1, 100, 31, 1_100);
        assertThat(poll(back)).containsExactly(started(back, 1, 100));

        poll();
        now = now.plus(Duration.ofMinutes(10)).plusMillis(1);
        poll();
        PlaybackSession late = session(1, 100, 32, 1_200);
        assertThat(poll(late)).containsExactly(started(late, 32, 1_200));
    }

    @Test
    void oneListIsForgivenHoweverRarelyIsPolled() {
        poll(session(1, 100, 30, 1_000));
        now = now.plus(Duration.ofHours(1));
        poll();
        now = now.plus(Duration.ofHours(1));
        PlaybackSession back = session(1, 100, 31, 1_100);

        assertThat(poll(back)).containsExactly(started(back, 1, 100));
    }

    @Test
    void asManyAreRememberedAsWereEverThereAtOnce() {
        int crowd = 12_000;
        poll(sessions(0, crowd));
        poll();
        List<SessionEvent> back = poll(sessions(0, crowd));
        assertThat(back).hasSize(crowd).allMatch(event -> event.bytesSent() == 0);

        poll(sessions(crowd, 2 * crowd));
        poll();
        assertThat(poll(sessions(0, 2 * crowd)).stream()
                        .filter(event -> event.bytesSent() > 0)
                        .map(event -> event.session().id()))
                .as("of those who went first none is remembered")
                .hasSize(crowd)
                .allMatch(id -> id < crowd);
    }

    @Test
    void thoseWhoAreBackCrowdNobodyOut() {
        List<PlaybackSession> few = sessions(0, 1_000);
        List<PlaybackSession> many = sessions(1_000, 12_000);
        List<PlaybackSession> later = sessions(12_000, 12_500);
        poll(concat(few, many));
        poll(many);
        poll();
        poll(many);
        poll(concat(many, later));
        poll(many);

        assertThat(poll(concat(few, many))).hasSize(1_000).allMatch(event -> event.bytesSent() == 0);
    }

    @Test
    void whoIsGoneForLongestIsForgottenFirstAlsoWhereIdsAreUsedAgain() {
        poll(session(1, 100, 30, 1_000), session(2, 100, 30, 1_000));
        poll(session(2, 100, 30, 1_000));
        now = now.plus(Duration.ofMinutes(3));
        poll(session(1, 200, 30, 1_000));
        now = now.plus(Duration.ofMinutes(3));
        poll();
        now = now.plus(Duration.ofMinutes(8));
        poll();

        assertThat(poll(session(1, 200, 30, 1_001), session(2, 100, 30, 1_001)))
                .extracting(SessionEvent::bytesSent)
                .containsExactly(1L, 1_001L);
    }

    @Test
    void timeBetweenPollsCountsWhereTheServerTellsNone() {
        UnaryOperator<PlaybackSession.Builder> untold = s -> s.lastAccess(Instant.EPOCH);
        poll();
        PlaybackSession begun = session(1, 100, 0, 10, untold);
        assertThat(poll(begun)).containsExactly(started(begun, 0, 10));
        now = now.plusSeconds(7);
        assertThat(poll(begun)).containsExactly(progressed(begun, 7, 0));
        now = now.plusSeconds(4);
        poll();
        now = now.plusSeconds(5);
        assertThat(poll(begun)).containsExactly(started(begun, 0, 0));
        now = now.minusSeconds(60);
        assertThat(poll(begun)).isEmpty();
    }

    @Test
    void timeBetweenPollsCountsWhereLastAccessNeverMovesThoughBytesDo() {
        poll();
        PlaybackSession begun = session(1, 100, 0, 10);
        poll(begun);
        now = now.plusSeconds(7);
        PlaybackSession on = session(1, 100, 0, 20);
        assertThat(poll(on)).containsExactly(progressed(on, 7, 10));
        now = now.plusSeconds(7);
        assertThat(poll(on)).isEmpty();

        now = now.plusSeconds(7);
        PlaybackSession moved = session(1, 100, 9, 30);
        assertThat(poll(moved)).as("7 of 9 seconds are told").containsExactly(progressed(moved, 2, 10));
        now = now.plusSeconds(7);
        PlaybackSession bytesOnly = session(1, 100, 9, 40);
        assertThat(poll(bytesOnly)).containsExactly(progressed(bytesOnly, 0, 10));
    }

    @Test
    void aCounterThatBeginsAnewStopsNoTime() {
        poll(session(1, 100, 0, 10, s -> s.lastAccess(Instant.EPOCH)));
        now = now.plusSeconds(7);
        PlaybackSession anew = session(1, 100, 0, 3, s -> s.lastAccess(Instant.EPOCH));

        assertThat(poll(anew)).last().isEqualTo(started(anew, 7, 3));
    }

    @Test
    void timeCountsFromTheFirstLastAccessWhereNoCreationIsTold() {
        poll();
        PlaybackSession begun = session(1, 0, 500, 10, s -> s.created(Instant.EPOCH));
        assertThat(poll(begun)).containsExactly(started(begun, 0, 10));
        PlaybackSession on = session(1, 0, 503, 10, s -> s.created(Instant.EPOCH));

        assertThat(poll(on)).containsExactly(progressed(on, 3, 0));
    }

    @Test
    void aClockThatGoesBackTakesNothingAway() {
        poll();
        PlaybackSession odd = session(1, 100, -50, -3);
        assertThat(poll(odd)).containsExactly(started(odd, 0, 0));
        poll(session(1, 100, 20, 0));
        assertThat(poll(session(1, 100, 5, 0))).isEmpty();
        PlaybackSession on = session(1, 100, 21, 0);
        assertThat(poll(on)).containsExactly(progressed(on, 1, 0));
    }

    @Test
    void ofTwoWithOneIdTheOneWithMoreBytesCountsInAnyOrder() {
        PlaybackSession more = session(1, 100, 30, 1_000);
        PlaybackSession less = session(1, 101, 30, 10);

        assertThat(poll(less, more)).containsExactly(started(more, 0, 0));
        assertThat(poll(more, less)).isEmpty();
    }

    @Test
    void aListThatBreaksOffChangesNothing() {
        PlaybackSession one = session(1, 100, 30, 1_000);
        PlaybackSession on = session(2, 100, 31, 1_100);
        poll(one, session(2, 100, 30, 1_000));
        Iterable<PlaybackSession> broken = () -> Stream.iterate(on, last -> {
                    throw new IllegalStateException("broken");
                })
                .iterator();

        assertThatThrownBy(() -> tracker.update(broken, now)).hasMessage("broken");
        assertThat(poll(one, on)).containsExactly(progressed(on, 1, 100));
    }

    private List<SessionEvent> poll(PlaybackSession... listed) {
        return tracker.update(List.of(listed), now);
    }

    private List<SessionEvent> poll(List<PlaybackSession> listed) {
        return tracker.update(listed, now);
    }

    private static List<PlaybackSession> concat(List<PlaybackSession> some, List<PlaybackSession> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toList());
    }

    private static List<PlaybackSession> sessions(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(id -> session(id, 100, 0, 1_000))
                .collect(Collectors.toList());
    }

    private static PlaybackSession session(long id, int created, int accessed, long sent) {
        return session(id, created, accessed, sent, s -> s);
    }

    /** Created so many seconds after the start, and accessed so many later. */
    private static PlaybackSession session(
            long id, int created, int accessed, long sent, UnaryOperator<PlaybackSession.Builder> change) {
        return change.apply(PlaybackSession.builder(id).app("live").stream("news")
                        .type(SessionType.HLS)
                        .viewerId("ann")
                        .clientIp("203.0.113.7")
                        .created(START.plusSeconds(created))
                        .lastAccess(START.plusSeconds(created + accessed))
                        .bytesSent(sent))
                .build();
    }

    private static SessionEvent started(PlaybackSession session, int seconds, long sent) {
        return SessionEvent.of(STARTED, session, Usage.of(Duration.ofSeconds(seconds), sent, 0));
    }

    private static SessionEvent progressed(PlaybackSession session, int seconds, long sent) {
        return SessionEvent.of(PROGRESSED, session, Usage.of(Duration.ofSeconds(seconds), sent, 0));
    }

    private static SessionEvent ended(PlaybackSession session) {
        return SessionEvent.of(ENDED, session, Usage.NONE);
    }
}
