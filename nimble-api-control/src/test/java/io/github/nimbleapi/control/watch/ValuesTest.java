package io.github.nimbleapi.control.watch;

import static io.github.nimbleapi.control.watch.SessionEvent.Kind.ENDED;
import static io.github.nimbleapi.control.watch.SessionEvent.Kind.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.session.PlaybackSession;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final Usage USAGE = Usage.of(Duration.ofSeconds(2), 30, 4);
    private static final PlaybackSession SESSION =
            PlaybackSession.builder(1).app("live").stream("news").build();

    @Test
    void usageIsAValue() {
        assertThat(USAGE)
                .isEqualTo(Usage.of(Duration.ofSeconds(2), 30, 4))
                .hasSameHashCodeAs(Usage.of(Duration.ofSeconds(2), 30, 4))
                .hasToString("Usage[PT2S sent 30 received 4]");
        assertThat(List.of(
                        Usage.of(Duration.ofSeconds(3), 30, 4),
                        Usage.of(Duration.ofSeconds(2), 31, 4),
                        Usage.of(Duration.ofSeconds(2), 30, 5)))
                .doesNotContain(USAGE);
        assertThat(USAGE.plus(Usage.of(Duration.ofSeconds(1), 2, 3))).isEqualTo(Usage.of(Duration.ofSeconds(3), 32, 7));
    }

    @Test
    void eventsAreValues() {
        SessionEvent event = SessionEvent.of(STARTED, SESSION, USAGE);

        assertThat(event)
                .isEqualTo(SessionEvent.of(STARTED, SESSION, USAGE))
                .hasSameHashCodeAs(SessionEvent.of(STARTED, SESSION, USAGE))
                .hasToString("SessionEvent[STARTED " + SESSION + " " + USAGE + "]");
        assertThat(event.usage()).isEqualTo(USAGE);
        assertThat(List.of(
                        SessionEvent.of(ENDED, SESSION, USAGE),
                        SessionEvent.of(STARTED, PlaybackSession.builder(2).build(), USAGE),
                        SessionEvent.of(STARTED, SESSION, Usage.NONE)))
                .doesNotContain(event);
    }
}
