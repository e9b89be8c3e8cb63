package io.github.nimbleapi.control.watch;

import static io.github.nimbleapi.control.watch.SessionEvent.Kind.ENDED;
import static io.github.nimbleapi.control.watch.SessionEvent.Kind.PROGRESSED;
import static io.github.nimbleapi.control.watch.SessionEvent.Kind.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionType;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which sighting is of which session, and what of it is known. */
class SessionIdentityTest extends TrackerFixture {
    static Stream<UnaryOperator<PlaybackSession.Builder>> changes() {
        return Stream.of(
                s -> s.app("vod"), s -> s.stream("other"), s -> s.viewerId("bob"), s -> s.type(SessionType.RTMP));
    }

    @Test
    void anotherBeginningIsAnotherSession() {
        PlaybackSession one = session(1, 100, 30, 1_000);
        PlaybackSession other = session(1, 131, 30, 1_200);
        poll(one);

        assertThat(poll(other)).containsExactly(ended(one), started(other, 30, 1_200));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatChangesUnderOneBeginningIsAnEndAndAStartThatGoesOnCounting(UnaryOperator<PlaybackSession.Builder> change) {
        PlaybackSession one = session(1, 100, 30, 1_000);
        PlaybackSession changed = session(1, 100, 37, 1_200, change);
        PlaybackSession back = session(1, 100, 40, 1_500);
        poll(one);

        assertThat(poll(changed)).containsExactly(ended(one), started(changed, 7, 200));
        assertThat(poll(back)).containsExactly(ended(changed), started(back, 3, 300));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatChangesWhereNoBeginningIsToldIsAnotherSession(UnaryOperator<PlaybackSession.Builder> change) {
        PlaybackSession one = session(1, 100, 30, 1_000, s -> s.created(Instant.EPOCH));
        PlaybackSession other = session(1, 100, 30, 1_200, s -> change.apply(s.created(Instant.EPOCH)));
        poll(one);

        assertThat(poll(other)).containsExactly(ended(one), started(other, 0, 1_200));
    }

    @Test
    void timeGoesOnThroughAChangeToo() {
        UnaryOperator<PlaybackSession.Builder> untold = s -> s.lastAccess(Instant.EPOCH);
        poll(session(1, 100, 0, 10, untold));
        now = now.plusSeconds(7);
        PlaybackSession changed = session(1, 100, 0, 20, s -> untold.apply(s).stream("other"));

        assertThat(poll(changed)).last().isEqualTo(started(changed, 7, 10));
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
    @MethodSource("changes")
    void whatTheServerLeavesOutMakesNoOtherSession(UnaryOperator<PlaybackSession.Builder> change) {
        PlaybackSession bare = PlaybackSession.builder(1).bytesSent(100).build();
        PlaybackSession told = session(1, 100, 30, 200, change);
        poll(bare);

        assertThat(poll(told)).containsExactly(progressed(told, 0, 100));
        assertThat(poll(PlaybackSession.builder(1).bytesSent(300).build()))
                .containsExactly(progressed(session(1, 100, 30, 300, change), 0, 100));
    }

    static Stream<UnaryOperator<PlaybackSession.Builder>> gaps() {
        return Stream.of(
                s -> s.created(Instant.EPOCH),
                s -> s.app(""),
                s -> s.stream(""),
                s -> s.viewerId(""),
                s -> s.type(SessionType.UNKNOWN),
                s -> s.clientIp(""),
                s -> s.userAgent(""));
    }

    @ParameterizedTest
    @MethodSource("gaps")
    void whatOneListLeavesOutIsAsItWasTold(UnaryOperator<PlaybackSession.Builder> gap) {
        poll(session(1, 100, 30, 1_000, s -> s.userAgent("VLC")));

        assertThat(poll(session(1, 100, 35, 1_200, s -> gap.apply(s.userAgent("VLC")))))
                .containsExactly(progressed(session(1, 100, 35, 1_200, s -> s.userAgent("VLC")), 5, 200));
        assertThat(poll()).containsExactly(ended(session(1, 100, 35, 1_200, s -> s.userAgent("VLC"))));
        PlaybackSession back = session(1, 100, 36, 1_201, s -> s.userAgent("VLC"));
        assertThat(poll(session(1, 100, 36, 1_201, s -> gap.apply(s.userAgent("VLC")))))
                .containsExactly(started(back, 1, 1));
    }

    @Test
    void whatIsLeftOutInBetweenTellsAnotherSession() {
        PlaybackSession one = session(1, 100, 30, 1_000);
        PlaybackSession bob = session(1, 142, 3, 1_500, s -> s.viewerId("bob"));
        poll(one);
        poll(PlaybackSession.builder(1).bytesSent(1_000).build());

        assertThat(poll(bob)).containsExactly(ended(one), started(bob, 3, 1_500));
    }

    @Test
    void bytesThatAreLeftOutAreNoneThatBeganAnew() {
        poll(session(1, 100, 30, 1_000, s -> s.bytesReceived(50)));

        assertThat(poll(session(1, 100, 30, 0, s -> s.bytesReceived(50)))).isEmpty();
        PlaybackSession received = session(1, 100, 30, 1_000, s -> s.bytesReceived(60));
        assertThat(poll(session(1, 100, 30, 0, s -> s.bytesReceived(60))))
                .containsExactly(SessionEvent.of(PROGRESSED, received, Usage.of(Duration.ZERO, 0, 10)));
        PlaybackSession sent = session(1, 100, 30, 1_100, s -> s.bytesReceived(60));
        assertThat(poll(session(1, 100, 30, 1_100))).containsExactly(progressed(sent, 0, 100));
        assertThat(poll(sent)).isEmpty();
    }

    @Test
    void bytesThatAreLeftOutMakeNoOtherSessionWhereNoBeginningIsTold() {
        poll(session(1, 0, 130, 1_000, s -> s.created(Instant.EPOCH)));

        assertThat(poll(session(1, 0, 130, 0, s -> s.created(Instant.EPOCH)))).isEmpty();
    }

    @Test
    void bytesThatAreLeftOutWhereTheOthersBeginAnewBeganAnewToo() {
        poll(session(1, 100, 30, 1_000, s -> s.bytesReceived(50)));
        PlaybackSession anew = session(1, 100, 30, 400);

        assertThat(poll(anew)).last().isEqualTo(started(anew, 0, 400));
        PlaybackSession on = session(1, 100, 30, 410, s -> s.bytesReceived(20));
        assertThat(poll(on)).containsExactly(SessionEvent.of(PROGRESSED, on, Usage.of(Duration.ZERO, 10, 20)));
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
}
