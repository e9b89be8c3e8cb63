package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.WireReply;
import io.github.nimbleapi.testkit.internal.WireRequest;
import java.util.Optional;

/** Playback session authorization of a fake, from {@link FakeNimble#playbackAuthorization()}. Thread-safe. */
public final class FakePlaybackAuthorization {
    FakePlaybackAuthorization() {}

    /** Asks the handler about a new session; what to answer the player if it is not let in. */
    Optional<WireReply> refusal(WireRequest request, String app, String clientIp, String viewerId) {
        return Optional.empty();
    }
}
