package io.github.nimbleapi.testkit;

import java.time.Clock;

/** The pay-per-view framework of a fake, from {@link FakeNimble#payPerView()}. Thread-safe. */
public final class FakePayPerView {
    @SuppressWarnings("unused")
    private final FakeSessions sessions;

    @SuppressWarnings("unused")
    private final Clock clock;

    FakePayPerView(FakeSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    boolean denies(String viewerId) {
        return false;
    }
}
