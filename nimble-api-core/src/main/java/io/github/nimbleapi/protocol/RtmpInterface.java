package io.github.nimbleapi.protocol;

import java.util.Map;
import java.util.Objects;

/**
 * Where RTMP is listened for, an element of {@link RtmpSettings#interfaces()}. Immutable. What the server left out is
 * 0, false or {@code ""}.
 */
public final class RtmpInterface {
    private final String ip;
    private final int port;
    private final boolean ssl;
    private final Map<String, String> extraMembers;

    private RtmpInterface(Builder from) {
        this.ip = from.ip;
        this.port = from.port;
        this.ssl = from.ssl;
        this.extraMembers = from.extraMembers;
    }

    /**
     * A builder, so that tests can make one.
     *
     * @return a builder with nothing set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@code ip}: the address.
     *
     * @return the address, {@code *} for all, or {@code ""}
     */
    public String ip() {
        return ip;
    }

    /**
     * {@code port}.
     *
     * @return port, or 0
     */
    public int port() {
        return port;
    }

    /**
     * {@code ssl}: whether it is RTMPS.
     *
     * @return true for RTMPS
     */
    public boolean ssl() {
        return ssl;
    }

    /**
     * Members that have no accessor here, with their text; arrays and objects as JSON.
     *
     * @return an immutable map
     */
    public Map<String, String> extraMembers() {
        return extraMembers;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof RtmpInterface)) {
            return false;
        }
        RtmpInterface that = (RtmpInterface) other;
        return ip.equals(that.ip) && port == that.port && ssl == that.ssl && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ip, port, ssl, extraMembers);
    }

    @Override
    public String toString() {
        return "RtmpInterface[" + ip + ":" + port + (ssl ? ", ssl]" : "]");
    }

    /** Makes {@link RtmpInterface}. Not thread-safe. */
    public static final class Builder {
        private String ip = "";
        private int port;
        private boolean ssl;
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link RtmpInterface#ip()}.
         *
         * @param ip address, or {@code *} for all
         * @return this
         */
        public Builder ip(String ip) {
            this.ip = Objects.requireNonNull(ip, "ip");
            return this;
        }

        /**
         * Sets {@link RtmpInterface#port()}.
         *
         * @param port port
         * @return this
         */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /**
         * Sets {@link RtmpInterface#ssl()}.
         *
         * @param ssl true for RTMPS
         * @return this
         */
        public Builder ssl(boolean ssl) {
            this.ssl = ssl;
            return this;
        }

        /**
         * Sets {@link RtmpInterface#extraMembers()}.
         *
         * @param extraMembers text by name; copied
         * @return this
         */
        public Builder extraMembers(Map<String, String> extraMembers) {
            this.extraMembers = Map.copyOf(Objects.requireNonNull(extraMembers, "extraMembers"));
            return this;
        }

        /**
         * Makes the value.
         *
         * @return an immutable value
         */
        public RtmpInterface build() {
            return new RtmpInterface(this);
        }
    }
}
