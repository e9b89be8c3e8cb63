package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lengths of time that are null. */
class MissingTimesTest {
    @Test
    void areNamed(@NimbleServer FakeNimble fake) {
        Map.<String, Runnable>of(
                        "sessionTimeout", () -> FakeNimble.builder().sessionTimeout(none()),
                        "interval", () -> fake.payPerView().every(none()),
                        "timeout", () -> fake.payPerView().timeout(none()),
                        "tolerance", () -> fake.wmsAuth().tolerance(none()),
                        "duration", () -> fake.dvr().addArchive("live", "tv", s -> s.recorded(Instant.EPOCH, none())))
                .forEach((name, call) ->
                        assertThatNullPointerException().isThrownBy(call::run).withMessage(name));
    }

    @SuppressWarnings("NullAway")
    private static Duration none() {
        return null;
    }
}
