package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.SignedMembers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Protection of links, from {@link FakeNimble#wmsAuth()}: which key has to have signed them. Applications without a key let
 * everybody in. Thread-safe.
 */
public final class FakeWmsAuth {
    private final Clock clock;
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private volatile String key = "";
    private volatile Duration tolerance = Duration.ofSeconds(90);

    FakeWmsAuth(Clock clock) {
        this.clock = clock;
    }

    /**
     * Links of all applications that have no key of their own have to be signed.
     *
     * @param key what signs them, not blank
     * @throws IllegalArgumentException if the key is blank
     */
    public void key(String key) {
        this.key = Handler.requireText("key", key);
    }

    /**
     * Links of an application have to be signed.
     *
     * @param app the application
     * @param key what signs them, not blank
     * @throws IllegalArgumentException if the key is blank
     */
    public void key(String app, String key) {
        keys.put(Objects.requireNonNull(app, "app"), Handler.requireText("key", key));
    }

    /**
     * By how much the clock of who signs may differ: a link is good so much earlier and later than it says.
     *
     * @param tolerance zero or more; default: 90 seconds
     * @throws IllegalArgumentException if it is negative
     */
    public void tolerance(Duration tolerance) {
        if (Objects.requireNonNull(tolerance, "tolerance").isNegative()) {
            throw new IllegalArgumentException("tolerance is " + tolerance + ": give zero or more");
        }
        this.tolerance = tolerance;
    }

    /**
     * The viewer that a link names, {@code ""} where it names none; empty where the link does not let its bearer in.
     *
     * @param wmsAuthSign the parameter as it came, decoded; {@code ""} where there is none
     */
    Optional<String> admit(String app, String stream, String clientIp, String wmsAuthSign) {
        String signedWith = keys.getOrDefault(app, key);
        if (signedWith.isEmpty()) {
            return Optional.of("");
        }
        PlaybackLink link = new PlaybackLink(SignedMembers.of(wmsAuthSign));
        boolean good = link.isSignedWith(signedWith, clientIp, app + "/" + stream)
                && link.isValidAt(clock.instant(), tolerance);
        return good ? Optional.of(link.viewerId()) : Optional.empty();
    }
}
