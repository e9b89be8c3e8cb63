package io.github.nimbleapi.control.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.control.fleet.ServerSession;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which sessions the rules choose. */
class SessionRulesTest {
    private static final Instant NOW = Instant.parse("2026-05-20T13:05:09Z");

    @Test
    void theYoungestOfAViewerGoOverAllServers() {
        assertThat(chosen(
                        SessionRules.atMostPerViewer(2),
                        on("edge-1", 1, s -> s.viewerId("ann").created(NOW.minusSeconds(1))),
                        on("edge-1", 2, s -> s.viewerId("ann").created(NOW.minusSeconds(4))),
                        on("edge-2", 3, s -> s.viewerId("ann").created(NOW.minusSeconds(2))),
                        on("edge-2", 4, s -> s.viewerId("ann").created(NOW.minusSeconds(3))),
                        on("edge-2", 5, s -> s.viewerId("bob").created(NOW)),
                        on("edge-2", 6, s -> s.viewerId("bob").created(NOW))))
                .containsExactlyInAnyOrder("edge-1 1", "edge-2 3");
    }

    @Test
    void ofTheSameSecondTheLargerIdIsTheYounger() {
        assertThat(chosen(
                        SessionRules.atMostPerViewer(1),
                        on("edge-1", -1, s -> s.viewerId("ann").created(NOW)),
                        on("edge-1", Long.MAX_VALUE, s -> s.viewerId("ann").created(NOW)),
                        on("edge-1", Long.MIN_VALUE, s -> s.viewerId("ann").created(NOW))))
                .as("unsigned")
                .containsExactlyInAnyOrder("edge-1 18446744073709551615", "edge-1 9223372036854775808");
        assertThat(chosen(
                        SessionRules.atMostPerViewer(1),
                        on("edge-2", 7, s -> s.viewerId("ann").created(NOW)),
                        on("edge-1", 7, s -> s.viewerId("ann").created(NOW))))
                .as("the same id on two servers")
                .containsExactly("edge-2 7");
    }

    @Test
    void whoDoesNotTellItsBeginningIsTheOldest() {
        assertThat(chosen(
                        SessionRules.atMostPerViewer(1),
                        on("edge-1", 1, s -> s.viewerId("ann").created(NOW.minusSeconds(1000))),
                        on("edge-1", 2, s -> s.viewerId("ann"))))
                .containsExactly("edge-1 1");
    }

    @Test
    void sessionsWithoutAnOwnerDoNotCount() {
        assertThat(chosen(SessionRules.atMostPerViewer(1), on("edge-1", 1, s -> {}), on("edge-1", 2, s -> {})))
                .isEmpty();
        assertThat(chosen(SessionRules.atMostPerIp(1), on("edge-1", 1, s -> {}), on("edge-1", 2, s -> {})))
                .isEmpty();
    }

    @Test
    void addressesAreOneHoweverTheyAreSpelled() {
        assertThat(chosen(
                        SessionRules.atMostPerIp(1),
                        on("edge-1", 1, s -> s.clientIp("2001:db8::7")),
                        on("edge-1", 2, s -> s.clientIp("2001:DB8:0::7")),
                        on("edge-2", 3, s -> s.clientIp("10.0.0.1")),
                        on("edge-2", 4, s -> s.clientIp("::ffff:10.0.0.1")),
                        on("edge-2", 5, s -> s.clientIp("10.0.0.2")),
                        on("edge-2", 6, s -> s.clientIp("player")),
                        on("edge-2", 8, s -> s.clientIp("player"))))
                .containsExactlyInAnyOrder("edge-1 2", "edge-2 4", "edge-2 8");
    }

    @Test
    void onlySomeApplications() {
        assertThat(chosen(
                        SessionRules.onlyApplications("live", "vod"),
                        on("edge-1", 1, s -> s.app("live")),
                        on("edge-1", 2, s -> s.app("vod")),
                        on("edge-1", 3, s -> s.app("Live")),
                        on("edge-1", 4, s -> {})))
                .containsExactly("edge-1 3");
    }

    @Test
    void noLongerThanSomeTime() {
        assertThat(chosen(
                        SessionRules.noLongerThan(Duration.ofHours(1)),
                        on("edge-1", 1, s -> s.created(NOW.minusSeconds(3600))),
                        on("edge-1", 2, s -> s.created(NOW.minusSeconds(3601))),
                        on("edge-1", 3, s -> s.created(NOW.plusSeconds(9999))),
                        on("edge-1", 4, s -> {})))
                .containsExactly("edge-1 2");
    }

    @Test
    void whateverAFilterAccepts() {
        SessionRule rule =
                SessionRules.endIf("no robots", session -> session.userAgent().contains("bot"));

        assertThat(rule.reason()).isEqualTo("no robots");
        assertThat(chosen(rule, on("edge-1", 1, s -> s.userAgent("a bot")), on("edge-1", 2, s -> {})))
                .containsExactly("edge-1 1");
    }

    @Test
    void tellReasons() {
        assertThat(Stream.of(
                                SessionRules.atMostPerViewer(3),
                                SessionRules.atMostPerIp(2),
                                SessionRules.onlyApplications("live"),
                                SessionRules.noLongerThan(Duration.ofHours(1)),
                                SessionRules.atMostPerIp(2).because("too many"),
                                (SessionRule) (sessions, now) -> sessions)
                        .map(SessionRule::reason))
                .containsExactly(
                        "more than 3 of the viewer",
                        "more than 2 from the address",
                        "not an allowed application",
                        "longer than PT1H",
                        "too many",
                        "a rule");
    }

    @Test
    void refuseWhatMakesNoRule() {
        assertThatThrownBy(() -> SessionRules.atMostPerViewer(0)).hasMessage("count is 0: give 1 or more");
        assertThatThrownBy(() -> SessionRules.atMostPerIp(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(SessionRules::onlyApplications).hasMessageContaining("give the names of one or more");
        assertThatThrownBy(() -> SessionRules.onlyApplications("live", " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SessionRules.noLongerThan(Duration.ZERO)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> SessionRules.noLongerThan(none())).hasMessage("longest");
        assertThatThrownBy(() -> SessionRules.endIf(" ", session -> true)).hasMessageContaining("reason is blank");
    }

    @SuppressWarnings("NullAway")
    private static Duration none() {
        return null;
    }

    private static List<String> chosen(SessionRule rule, ServerSession... sessions) {
        return rule.toEnd(List.of(sessions), NOW).stream()
                .map(on ->
                        on.server() + " " + Long.toUnsignedString(on.session().id()))
                .collect(Collectors.toList());
    }

    private static ServerSession on(String server, long id, Consumer<PlaybackSession.Builder> settings) {
        PlaybackSession.Builder session = PlaybackSession.builder(id);
        settings.accept(session);
        return ServerSession.of(server, session.build());
    }
}
