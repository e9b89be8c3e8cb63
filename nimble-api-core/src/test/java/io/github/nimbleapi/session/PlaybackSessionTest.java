package io.github.nimbleapi.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlaybackSessionTest {
    private static final Instant MOMENT = Instant.ofEpochSecond(1_654_499_440);

    private static PlaybackSession.Builder full() {
        return PlaybackSession.builder(4).app("live").stream("stream1")
                .type(SessionType.HLS)
                .created(MOMENT)
                .lastAccess(MOMENT.plusSeconds(26))
                .clientIp("127.0.0.1")
                .userAgent("Mozilla/5.0")
                .bytesReceived(100)
                .bytesSent(20_000)
                .viewerId("user-42")
                .extraMembers(Map.of("vhost", "a"));
    }

    @Test
    void whatIsBuiltIsRead() {
        PlaybackSession session = full().build();

        assertThat(session.id()).isEqualTo(4);
        assertThat(session.app()).isEqualTo("live");
        assertThat(session.stream()).isEqualTo("stream1");
        assertThat(session.type()).isEqualTo(SessionType.HLS);
        assertThat(session.created()).contains(MOMENT);
        assertThat(session.lastAccess()).contains(MOMENT.plusSeconds(26));
        assertThat(session.clientIp()).isEqualTo("127.0.0.1");
        assertThat(session.userAgent()).isEqualTo("Mozilla/5.0");
        assertThat(session.bytesReceived()).isEqualTo(100);
        assertThat(session.bytesSent()).isEqualTo(20_000);
        assertThat(session.viewerId()).contains("user-42");
        assertThat(session.extraMembers()).containsExactly(Map.entry("vhost", "a"));
    }

    @Test
    void whatIsNotSetIsEmptyOrZero() {
        PlaybackSession session = PlaybackSession.builder(4).build();

        assertThat(session.app()).isEmpty();
        assertThat(session.stream()).isEmpty();
        assertThat(session.type()).isEqualTo(SessionType.UNKNOWN);
        assertThat(session.created()).isEmpty();
        assertThat(session.lastAccess()).isEmpty();
        assertThat(session.clientIp()).isEmpty();
        assertThat(session.userAgent()).isEmpty();
        assertThat(session.bytesReceived()).isZero();
        assertThat(session.bytesSent()).isZero();
        assertThat(session.viewerId()).isEmpty();
        assertThat(session.extraMembers()).isEmpty();
    }

    @Test
    void neutralValuesStandForNone() {
        PlaybackSession session = full().created(Instant.EPOCH)
                .lastAccess(Instant.EPOCH)
                .viewerId("")
                .build();

        assertThat(session.created()).isEmpty();
        assertThat(session.lastAccess()).isEmpty();
        assertThat(session.viewerId()).isEmpty();
    }

    @Test
    void sessionsOfTheSameContentAreEqual() {
        assertThat(full().build())
                .isEqualTo(full().build())
                .hasSameHashCodeAs(full().build())
                .isNotEqualTo("session");
    }

    static Stream<UnaryOperator<PlaybackSession.Builder>> changes() {
        return Stream.of(
                session -> PlaybackSession.builder(4),
                session -> session.app("vod"),
                session -> session.stream("stream2"),
                session -> session.type(SessionType.RTMP),
                session -> session.created(MOMENT.plusMillis(1)),
                session -> session.lastAccess(MOMENT),
                session -> session.clientIp("127.0.0.2"),
                session -> session.userAgent("VLC"),
                session -> session.bytesReceived(101),
                session -> session.bytesSent(20_001),
                session -> session.viewerId(""),
                session -> session.extraMembers(Map.of()));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anyDifferenceMakesThemUnequal(UnaryOperator<PlaybackSession.Builder> change) {
        assertThat(change.apply(full()).build()).isNotEqualTo(full().build());
    }

    @Test
    void theIdMakesThemUnequal() {
        assertThat(PlaybackSession.builder(4).build())
                .isNotEqualTo(PlaybackSession.builder(5).build());
    }

    @Test
    void theTextNamesTheSessionWithAnUnsignedId() {
        assertThat(full().build()).hasToString("PlaybackSession[4 live/stream1 HLS 127.0.0.1 viewer user-42]");
        assertThat(PlaybackSession.builder(-1).build().toString()).startsWith("PlaybackSession[18446744073709551615 ");
    }

    @Test
    void itDoesNotChangeWithItsBuilderNorWithTheMapItWasGiven() {
        Map<String, String> extra = new HashMap<>(Map.of("vhost", "a"));
        PlaybackSession.Builder builder = full().extraMembers(extra);
        PlaybackSession session = builder.build();
        extra.clear();
        builder.app("vod");

        assertThat(session).isEqualTo(full().build());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> session.extraMembers().clear());
    }

    @SuppressWarnings("NullAway")
    static Stream<Arguments> missing() {
        return Stream.of(
                missing("app", session -> session.app(null)),
                missing("stream", session -> session.stream(null)),
                missing("type", session -> session.type(null)),
                missing("created", session -> session.created(null)),
                missing("lastAccess", session -> session.lastAccess(null)),
                missing("clientIp", session -> session.clientIp(null)),
                missing("userAgent", session -> session.userAgent(null)),
                missing("viewerId", session -> session.viewerId(null)),
                missing("extraMembers", session -> session.extraMembers(null)));
    }

    private static Arguments missing(String name, Consumer<PlaybackSession.Builder> setter) {
        return Arguments.of(name, setter);
    }

    @ParameterizedTest
    @MethodSource("missing")
    void aMissingValueIsRefusedByName(String name, Consumer<PlaybackSession.Builder> setter) {
        assertThatNullPointerException().isThrownBy(() -> setter.accept(full())).withMessage(name);
    }
}
