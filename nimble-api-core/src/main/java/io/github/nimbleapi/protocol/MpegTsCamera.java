package io.github.nimbleapi.protocol;

import java.util.Map;
import java.util.Objects;

/**
 * An incoming MPEG-TS stream as it is set up, an element of {@link MpegTsSettings#cameras()}; Nimble calls it a
 * camera. Immutable. What the server left out is 0 or {@code ""}.
 */
public final class MpegTsCamera {
    private final String id;
    private final String ip;
    private final int port;
    private final String protocol;
    private final Map<String, String> extraMembers;

    private MpegTsCamera(Builder from) {
        this.id = from.id;
        this.ip = from.ip;
        this.port = from.port;
        this.protocol = from.protocol;
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
     * {@code id}. Nobody has published whether it is the one of {@link MpegTsCameraStatus#id()}; samples look different.
     *
     * @return id, or {@code ""}
     */
    public String id() {
        return id;
    }

    /**
     * {@code ip}: the address that it comes in at.
     *
     * @return address, or {@code ""}
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
     * {@code protocol}: how it comes in.
     *
     * @return such as {@code udp}, or {@code ""}
     */
    public String protocol() {
        return protocol;
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
        if (!(other instanceof MpegTsCamera)) {
            return false;
        }
        MpegTsCamera that = (MpegTsCamera) other;
        return id.equals(that.id)
                && ip.equals(that.ip)
                && port == that.port
                && protocol.equals(that.protocol)
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, ip, port, protocol, extraMembers);
    }

    @Override
    public String toString() {
        return "MpegTsCamera[" + id + ", " + protocol + " " + ip + ":" + port + "]";
    }

    /** Makes {@link MpegTsCamera}. Not thread-safe. */
    public static final class Builder {
        private String id = "";
        private String ip = "";
        private int port;
        private String protocol = "";
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link MpegTsCamera#id()}.
         *
         * @param id id
         * @return this
         */
        public Builder id(String id) {
            this.id = Objects.requireNonNull(id, "id");
            return this;
        }

        /**
         * Sets {@link MpegTsCamera#ip()}.
         *
         * @param ip address
         * @return this
         */
        public Builder ip(String ip) {
            this.ip = Objects.requireNonNull(ip, "ip");
            return this;
        }

        /**
         * Sets {@link MpegTsCamera#port()}.
         *
         * @param port port
         * @return this
         */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /**
         * Sets {@link MpegTsCamera#protocol()}.
         *
         * @param protocol such as {@code udp}
         * @return this
         */
        public Builder protocol(String protocol) {
            this.protocol = Objects.requireNonNull(protocol, "protocol");
            return this;
        }

        /**
         * Sets {@link MpegTsCamera#extraMembers()}.
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
        public MpegTsCamera build() {
            return new MpegTsCamera(this);
        }
    }
}
