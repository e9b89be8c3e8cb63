package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.JsonText;
import java.util.Objects;

/** An incoming MPEG-TS stream of a {@link FakeNimble}, from {@link FakeProtocols#addMpegTsCamera}. Thread-safe. */
public final class FakeMpegTsCamera {
    private final String id;
    private final String ip;
    private final int port;
    private final String protocol;
    private volatile String state = "offline";
    private volatile long bandwidth;

    FakeMpegTsCamera(String id, String ip, int port, String protocol) {
        this.id = Objects.requireNonNull(id, "id");
        this.ip = Objects.requireNonNull(ip, "ip");
        this.port = port;
        this.protocol = Objects.requireNonNull(protocol, "protocol");
    }

    /**
     * Its id.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * It comes in.
     *
     * @param bitRate bits per second
     */
    public void goOnline(long bitRate) {
        this.bandwidth = bitRate;
        this.state = "online";
    }

    /** It no longer comes in. */
    public void goOffline() {
        this.state = "offline";
        this.bandwidth = 0;
    }

    String statusText() {
        return new JsonText()
                .member("id", id)
                .member("st", state)
                .member("tr", "0")
                .member("bw", Long.toString(bandwidth))
                .raw("pmts", "[]")
                .toString();
    }

    String settingsText() {
        return new JsonText()
                .member("id", id)
                .member("ip", ip)
                .member("port", port)
                .member("protocol", protocol)
                .toString();
    }

    @Override
    public String toString() {
        return "FakeMpegTsCamera[" + id + ", " + state + "]";
    }
}
