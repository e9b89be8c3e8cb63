package io.github.nimbleapi.session;

import static io.github.nimbleapi.session.SessionFilters.fromIp;
import static io.github.nimbleapi.session.SessionFilters.ofType;
import static io.github.nimbleapi.session.SessionFilters.ofViewer;
import static io.github.nimbleapi.session.SessionFilters.onApp;
import static io.github.nimbleapi.session.SessionFilters.onStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFiltersTest {
    private static final PlaybackSession SESSION = PlaybackSession.builder(4).app("live").stream("stream1")
            .type(SessionType.MPEG_TS)
            .viewerId("user-42")
            .clientIp("192.0.2.7")
            .build();
    private static final PlaybackSession BARE = PlaybackSession.builder(5).build();

    static Stream<Predicate<PlaybackSession>> accepting() {
        return Stream.of(
                onApp("live"),
                onStream("live", "stream1"),
                ofType(SessionType.of("MpegTs")),
                ofViewer("user-42"),
                fromIp("192.0.2.7"),
                fromIp("192.0.2.0/29"));
    }

    static Stream<Predicate<PlaybackSession>> refusing() {
        return Stream.of(
                onApp("Live"),
                onApp("live/stream1"),
                onStream("live", "stream2"),
                onStream("other", "stream1"),
                ofType(SessionType.HLS),
                ofViewer("user-4"),
                fromIp("192.0.2.70"),
                fromIp("192.0.2.8/29"),
                fromIp("c000::/16"));
    }

    @ParameterizedTest
    @MethodSource("accepting")
    void whatIsAskedForIsAcceptedAndAnEmptySessionIsNot(Predicate<PlaybackSession> filter) {
        assertThat(filter).accepts(SESSION).rejects(BARE);
    }

    @Test
    void aBlankNameIsNoFilter() {
        assertThatIllegalArgumentException().isThrownBy(() -> onApp("")).withMessageContaining("app is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> onStream("live", " "))
                .withMessageContaining("stream is blank");
        assertThatIllegalArgumentException().isThrownBy(() -> ofViewer("")).withMessageContaining("viewerId is blank");
        assertThatIllegalArgumentException().isThrownBy(() -> fromIp("")).withMessageContaining("clientIp is blank");
    }

    @ParameterizedTest
    @MethodSource("refusing")
    void anythingElseIsRefused(Predicate<PlaybackSession> filter) {
        assertThat(filter).rejects(SESSION);
    }

    @Test
    void filtersCombine() {
        assertThat(onApp("live").and(ofViewer("user-42").negate())).rejects(SESSION);
        assertThat(onApp("vod").or(ofViewer("user-42"))).accepts(SESSION);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:DB8:0::7, 2001:db8::7",
        "2001:db8::7, 2001:0db8:0000:0000:0000:0000:0000:0007",
        "::1, 0:0:0:0:0:0:0:1",
        "[2001:db8::7], 2001:db8::7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "fe80::1%eth9, fe80::1%eth9",
        "192.0.2.7, 192.0.2.7:5000",
        "[2001:db8::7]:5000, 2001:db8::7"
    })
    void oneAddressHasManyForms(String one, String other) {
        assertThat(fromIp(one)).accepts(from(other));
        assertThat(fromIp(other)).accepts(from(one));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8::7, 2001:db8::8",
        "2001:db8::7, 2001:db8::7:0",
        "192.0.2.7, 192.0.2.07",
        "192.0.2.7, edge-1",
        "::, 0.0.0.0"
    })
    void differentAddressesDiffer(String one, String other) {
        assertThat(fromIp(one)).rejects(from(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge-1", "192.0.2", "192.0.2.07", "2001:db8::g", "10.0.0.0/33", "/8"})
    void whatIsNoAddressIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fromIp(text))
                .withMessageStartingWith("clientIp is " + text + ": give an IPv4 or IPv6 address, or a range such as");
    }

    @SuppressWarnings("NullAway")
    static Stream<Arguments> missing() {
        return Stream.of(
                Arguments.of("app", (ThrowingCallable) () -> onApp(null)),
                Arguments.of("app", (ThrowingCallable) () -> onStream(null, "stream1")),
                Arguments.of("stream", (ThrowingCallable) () -> onStream("live", null)),
                Arguments.of("type", (ThrowingCallable) () -> ofType(null)),
                Arguments.of("viewerId", (ThrowingCallable) () -> ofViewer(null)),
                Arguments.of("clientIp", (ThrowingCallable) () -> fromIp(null)));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void aMissingArgumentIsRefusedByName(String name, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(name);
    }

    private static PlaybackSession from(String clientIp) {
        return PlaybackSession.builder(4).clientIp(clientIp).build();
    }
}
