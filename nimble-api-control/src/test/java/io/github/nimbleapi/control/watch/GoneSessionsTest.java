package io.github.nimbleapi.control.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.session.PlaybackSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who comes back, and for how long that is noticed. */
class GoneSessionsTest extends TrackerFixture {
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
    void whoComesBackOnAnotherStreamGoesOnCounting() {
        poll(session(1, 100, 30, 1_000));
        poll();
        PlaybackSession back = session(1, 100, 45, 1_200, s -> s.stream("other"));

        assertThat(poll(back)).containsExactly(started(back, 15, 200));
    }

    @Test
    void whoTellsItsBeginningIsKnownHoweverLongItWasGone() {
        poll();
        poll(session(1, 100, 30, 1_000));
        poll();
        now = now.plus(Duration.ofHours(11));
        poll();
        PlaybackSession back = session(1, 100, 31, 1_100);

        assertThat(poll(back)).containsExactly(started(back, 1, 100));
    }

    @Test
    void whoTellsNoneIsForgottenAfterSomeTime() {
        poll();
        poll(ofUnknownAge(1, 1_000));
        poll();
        now = now.plus(Duration.ofMinutes(10));
        poll();
        PlaybackSession back = ofUnknownAge(1, 1_100);
        assertThat(poll(back)).containsExactly(started(back, 0, 100));

        poll();
        now = now.plus(Duration.ofMinutes(10)).plusMillis(1);
        poll();
        PlaybackSession late = ofUnknownAge(1, 1_200);
        assertThat(poll(late)).containsExactly(started(late, 0, 1_200));
    }

    @Test
    void oneListIsForgivenHoweverRarelyIsPolled() {
        poll(ofUnknownAge(1, 1_000));
        now = now.plus(Duration.ofHours(1));
        poll();
        now = now.plus(Duration.ofHours(1));
        PlaybackSession back = ofUnknownAge(1, 1_100);

        assertThat(poll(back)).containsExactly(started(back, 0, 100));
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
        poll();
        poll(session(1, 100, 30, 1_000), session(2, 100, 30, 1_000));
        poll(session(2, 100, 30, 1_000));
        poll(session(1, 200, 30, 1_000));
        poll();
        poll(sessions(3, 10_002));
        poll();

        assertThat(poll(session(1, 200, 30, 1_001), session(2, 100, 30, 1_001)))
                .extracting(SessionEvent::bytesSent)
                .containsExactly(1L, 1_001L);
    }

    private static PlaybackSession ofUnknownAge(long id, long sent) {
        return session(id, 0, 130, sent, s -> s.created(Instant.EPOCH));
    }
}
