package io.github.nimbleapi.scte35;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.nimbleapi.NimbleClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be said in a marker is refused at once, by a client whose server nobody could reach. */
class Scte35Test {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final NimbleClient client = NimbleClient.create("http://127.0.0.1:1");
    private final Scte35 scte35 = client.scte35();

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.999S", "PT1.5S", "PT1.000000001S"})
    void aDurationIsWholeSeconds(Duration duration) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scte35.out("live", "one", duration))
                .withMessageStartingWith("duration is " + duration + ": give whole seconds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scte35.outAsync("live", "one", duration))
                .withMessageStartingWith("duration ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scte35.out("live", "one", duration, 1))
                .withMessageStartingWith("duration ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scte35.outAsync("live", "one", duration, 1))
                .withMessageStartingWith("duration ");
    }

    @Test
    void aProgramIsNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scte35.out("live", "one", SECOND, -1))
                .withMessage("uniqueProgramId is -1: give 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scte35.outAsync("live", "one", SECOND, -1))
                .withMessageStartingWith("uniqueProgramId ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scte35.out("live", "one", -1))
                .withMessageStartingWith("uniqueProgramId ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scte35.outAsync("live", "one", -1))
                .withMessageStartingWith("uniqueProgramId ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scte35.in("live", "one", Long.MIN_VALUE))
                .withMessageStartingWith("uniqueProgramId ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scte35.inAsync("live", "one", -1))
                .withMessageStartingWith("uniqueProgramId ");
    }

    @Test
    @SuppressWarnings("NullAway")
    void namesAndSignalsAreNotLeftOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scte35.out("", "one"))
                .withMessageStartingWith("app ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scte35.inAsync("live", ".."))
                .withMessageStartingWith("stream ");
        assertThatNullPointerException()
                .isThrownBy(() -> scte35.in(null, "one"))
                .withMessage("app");
        assertThatNullPointerException()
                .isThrownBy(() -> scte35.out("live", "one", null))
                .withMessage("duration");
        assertThatNullPointerException()
                .isThrownBy(() -> scte35.timeSignal("live", "one", null))
                .withMessage("signal");
    }
}
