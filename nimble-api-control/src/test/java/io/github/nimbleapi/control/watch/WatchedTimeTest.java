package io.github.nimbleapi.control.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.session.PlaybackSession;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How long was watched. */
class WatchedTimeTest extends TrackerFixture {
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
    void timeBetweenPollsCountsWhereLastAccessDoesNotMoveThoughBytesDo() {
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
        assertThat(poll(bytesOnly)).containsExactly(progressed(bytesOnly, 7, 10));
    }

    @Test
    void aLastAccessThatMovesOnlyInTheBeginningEndsNoTime() {
        poll();
        PlaybackSession begun = session(1, 100, 1, 10);
        assertThat(poll(begun)).containsExactly(started(begun, 1, 10));
        for (int sent = 20; sent < 7_200; sent += 10) {
            now = now.plusSeconds(5);
            PlaybackSession on = session(1, 100, 1, sent);
            assertThat(poll(on)).containsExactly(progressed(on, 5, 10));
        }
    }

    @Test
    void noMoreTimeCountsThanGoesBy() {
        poll();
        long watched = 0;
        for (int second = 0; second <= 600; second += 5) {
            // Told by the minute, and every third time not at all.
            int told = second / 60 * 60;
            boolean untold = second % 15 == 0;
            watched += poll(session(1, 100, told, second * 10L, s -> untold ? s.lastAccess(Instant.EPOCH) : s)).stream()
                    .mapToLong(event -> event.watched().toSeconds())
                    .sum();
            assertThat(watched).isBetween(second - 5L, (long) second);
            now = now.plusSeconds(5);
        }
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
        assertThat(poll(odd)).containsExactly(started(session(1, 100, -50, 0), 0, 0));
        poll(session(1, 100, 20, 0));
        assertThat(poll(session(1, 100, 5, 0))).isEmpty();
        PlaybackSession on = session(1, 100, 21, 0);
        assertThat(poll(on)).containsExactly(progressed(on, 1, 0));
    }
}
