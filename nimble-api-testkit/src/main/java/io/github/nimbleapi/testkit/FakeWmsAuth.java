package io.github.nimbleapi.testkit;

import java.time.Clock;
import java.util.Optional;

/** Protection of links, from {@link FakeNimble#wmsAuth()}: which key has to have signed them. Thread-safe. */
public final class FakeWmsAuth {
    @SuppressWarnings("unused")
    private final Clock clock;

    FakeWmsAuth(Clock clock) {
        this.clock = clock;
    }

    /**
     * The viewer that a link names, {@code ""} where it names none; empty where the link does not let its bearer in.
     *
     * @param wmsAuthSign the parameter as it came, decoded; {@code ""} where there is none
     */
    Optional<String> admit(String app, String stream, String clientIp, String wmsAuthSign) {
        return Optional.of("");
    }
}
