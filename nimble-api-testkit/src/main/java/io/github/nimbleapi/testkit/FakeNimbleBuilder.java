package io.github.nimbleapi.testkit;

import io.github.nimbleapi.signing.ManagementSigner;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a {@link FakeNimble}, from {@link FakeNimble#builder()}. Not thread-safe. */
public final class FakeNimbleBuilder {
    @Nullable
    String managementToken;

    String host = "127.0.0.1";
    int port;
    int mediaPort;
    Clock clock = Clock.systemUTC();
    Duration sessionTimeout = Duration.ofSeconds(30);
    boolean cdnOrigin;
    boolean frontPage;

    FakeNimbleBuilder() {}

    /**
     * Requires every call to be signed with a token.
     *
     * @param managementToken not blank, on one line; default: none, signatures are not looked at
     * @return this
     * @throws IllegalArgumentException if the token is blank or has line breaks or other control characters
     */
    public FakeNimbleBuilder managementToken(String managementToken) {
        ManagementSigner.of(managementToken);
        this.managementToken = managementToken;
        return this;
    }

    /**
     * The address to listen on, with both ports.
     *
     * @param host an address or name of this machine; default 127.0.0.1
     * @return this
     */
    public FakeNimbleBuilder host(String host) {
        this.host = Objects.requireNonNull(host, "host");
        return this;
    }

    /**
     * The port of the management API.
     *
     * @param port 1 to 65535, or 0, the default, for any that is free
     * @return this
     * @throws IllegalArgumentException if it is no port
     */
    public FakeNimbleBuilder port(int port) {
        this.port = requirePort("port", port);
        return this;
    }

    /**
     * The port that players come to.
     *
     * @param mediaPort 1 to 65535, or 0, the default, for any that is free
     * @return this
     * @throws IllegalArgumentException if it is no port
     */
    public FakeNimbleBuilder mediaPort(int mediaPort) {
        this.mediaPort = requirePort("mediaPort", mediaPort);
        return this;
    }

    /**
     * The clock that sessions, streams, archives, republishing rules, links, and what handlers are told go by. Bodies
     * without end, pauses between reports and time limits keep to real time all the same.
     *
     * @param clock default: the system's
     * @return this
     */
    public FakeNimbleBuilder clock(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /**
     * How long a player of HLS, MPEG-DASH or a progressive download may be silent before its session ends.
     *
     * @param sessionTimeout more than zero; default: 30 seconds
     * @return this
     * @throws IllegalArgumentException if it is zero or less
     */
    public FakeNimbleBuilder sessionTimeout(Duration sessionTimeout) {
        if (Objects.requireNonNull(sessionTimeout, "sessionTimeout").isNegative() || sessionTimeout.isZero()) {
            throw new IllegalArgumentException("sessionTimeout is " + sessionTimeout + ": give more than zero");
        }
        this.sessionTimeout = sessionTimeout;
        return this;
    }

    /**
     * {@code cdn_origin}: whether to take a player's address from {@code X-Forwarded-For}. A way for tests to have players
     * at many addresses.
     *
     * @param cdnOrigin default: false
     * @return this
     */
    public FakeNimbleBuilder cdnOrigin(boolean cdnOrigin) {
        this.cdnOrigin = cdnOrigin;
        return this;
    }

    /** With a page at {@code /}, where the real server has none. */
    FakeNimbleBuilder withFrontPage() {
        this.frontPage = true;
        return this;
    }

    private static int requirePort(String name, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(name + " is " + port + ": give 0 to 65535");
        }
        return port;
    }

    /**
     * Starts the fake.
     *
     * @return a running fake
     * @throws UncheckedIOException if it can't listen there
     */
    public FakeNimble start() {
        return new FakeNimble(this);
    }
}
