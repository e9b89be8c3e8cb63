package io.github.nimbleapi.control.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.session.PlaybackSession;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What counts, and what is told. */
class SessionTrackerTest extends TrackerFixture {
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
    void whatAnIncompleteFirstListLeftOutWasThereBeforeTheWatchToo() {
        PlaybackSession first = session(1, 100, 30, 1_000);
        poll(first);
        PlaybackSession before = session(2, 129, 500, 5_000);
        PlaybackSession later = session(3, 130, 2, 70);

        assertThat(poll(first, before, later)).containsExactly(started(before, 0, 0), started(later, 2, 70));
        PlaybackSession on = session(2, 129, 505, 5_300);
        assertThat(poll(first, on, later)).containsExactly(progressed(on, 5, 300));
    }

    @Test
    void theFirstListTellsItsTimeByWhatBeganLastWhereItTellsNoLastAccess() {
        PlaybackSession first = session(1, 100, 0, 1_000, s -> s.lastAccess(Instant.EPOCH));
        poll(first);
        PlaybackSession before = session(2, 99, 500, 5_000);
        PlaybackSession later = session(3, 100, 2, 70);

        assertThat(poll(first, before, later)).containsExactly(started(before, 0, 0), started(later, 2, 70));
    }

    @Test
    void onlyTheFirstListTellsWhatWasThereBefore() {
        poll();
        poll(session(1, 100, 500, 1_000));
        PlaybackSession late = session(2, 150, 2, 70);

        assertThat(poll(late)).last().isEqualTo(started(late, 2, 70));
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
}
