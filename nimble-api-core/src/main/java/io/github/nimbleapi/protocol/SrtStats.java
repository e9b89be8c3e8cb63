package io.github.nimbleapi.protocol;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of an SRT connection since it began, the {@code stats} of an {@link SrtLink}. A receiver counts what it
 * receives ({@code recv}), a sender what it sends ({@code send}); the names of Nimble's members below are those of a
 * receiver and of a sender, in this order. Immutable. What the server left out is 0.
 *
 * <p>Nobody has published a sender's packet counts, nor a receiver's count of retransmitted bytes: where they are
 * named otherwise, they are in {@link #extraMembers()}.
 */
public final class SrtStats {
    private final Duration time;
    private final Duration rtt;
    private final @Nullable SrtWindow window;
    private final double linkBandwidth;
    private final double maxBandwidth;
    private final double rate;
    private final long packets;
    private final long packetsLost;
    private final long packetsDropped;
    private final long packetsRetransmitted;
    private final long packetsBelated;
    private final long bytes;
    private final long bytesLost;
    private final long bytesDropped;
    private final long bytesRetransmitted;
    private final long naks;
    private final Map<String, String> extraMembers;

    private SrtStats(Builder from) {
        this.time = from.time;
        this.rtt = from.rtt;
        this.window = from.window;
        this.linkBandwidth = from.linkBandwidth;
        this.maxBandwidth = from.maxBandwidth;
        this.rate = from.rate;
        this.packets = from.packets;
        this.packetsLost = from.packetsLost;
        this.packetsDropped = from.packetsDropped;
        this.packetsRetransmitted = from.packetsRetransmitted;
        this.packetsBelated = from.packetsBelated;
        this.bytes = from.bytes;
        this.bytesLost = from.bytesLost;
        this.bytesDropped = from.bytesDropped;
        this.bytesRetransmitted = from.bytesRetransmitted;
        this.naks = from.naks;
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
     * {@code time}, in milliseconds: how long the connection lasts.
     *
     * @return duration, or zero
     */
    public Duration time() {
        return time;
    }

    /**
     * {@code link.rtt}, in milliseconds: the round-trip time.
     *
     * @return duration, or zero
     */
    public Duration rtt() {
        return rtt;
    }

    /**
     * {@code window}: how many packets are and may be on their way.
     *
     * @return the window; empty where it is left out
     */
    public Optional<SrtWindow> window() {
        return Optional.ofNullable(window);
    }

    /**
     * {@code link.mbpsBandwidth}: an estimate of what the link can carry, not what the stream takes.
     *
     * @return megabits per second, or 0
     */
    public double linkBandwidth() {
        return linkBandwidth;
    }

    /**
     * {@code link.mbpsMaxBandwidth}: the limit that is set.
     *
     * @return megabits per second, or 0
     */
    public double maxBandwidth() {
        return maxBandwidth;
    }

    /**
     * {@code mbpsRate}: what the stream takes.
     *
     * @return megabits per second, or 0
     */
    public double rate() {
        return rate;
    }

    /**
     * {@code packetsReceived}, {@code packetsSent}.
     *
     * @return packets, or 0
     */
    public long packets() {
        return packets;
    }

    /**
     * {@code packetsLost}: missed at first; some of them come when they are sent again.
     *
     * @return packets, or 0
     */
    public long packetsLost() {
        return packetsLost;
    }

    /**
     * {@code packetsDropped}: given up because they were too late.
     *
     * @return packets, or 0
     */
    public long packetsDropped() {
        return packetsDropped;
    }

    /**
     * {@code packetsReceivedRetransmitted}, {@code packetsRetransmitted}: sent again.
     *
     * @return packets, or 0
     */
    public long packetsRetransmitted() {
        return packetsRetransmitted;
    }

    /**
     * {@code packetsBelated}: arrived after they were given up.
     *
     * @return packets, or 0
     */
    public long packetsBelated() {
        return packetsBelated;
    }

    /**
     * {@code bytesReceived}, {@code bytesSent}.
     *
     * @return bytes, or 0
     */
    public long bytes() {
        return bytes;
    }

    /**
     * {@code bytesLost}: as {@link #packetsLost()}.
     *
     * @return bytes, or 0
     */
    public long bytesLost() {
        return bytesLost;
    }

    /**
     * {@code bytesDropped}: as {@link #packetsDropped()}.
     *
     * @return bytes, or 0
     */
    public long bytesDropped() {
        return bytesDropped;
    }

    /**
     * {@code bytesRetransmitted}: as {@link #packetsRetransmitted()}.
     *
     * @return bytes, or 0
     */
    public long bytesRetransmitted() {
        return bytesRetransmitted;
    }

    /**
     * {@code NAKsSent}, {@code NAKsReceived}: reports of packets that are missing.
     *
     * @return reports, or 0
     */
    public long naks() {
        return naks;
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
        if (!(other instanceof SrtStats)) {
            return false;
        }
        SrtStats that = (SrtStats) other;
        return time.equals(that.time)
                && rtt.equals(that.rtt)
                && Objects.equals(window, that.window)
                && Double.compare(linkBandwidth, that.linkBandwidth) == 0
                && Double.compare(maxBandwidth, that.maxBandwidth) == 0
                && Double.compare(rate, that.rate) == 0
                && packets == that.packets
                && packetsLost == that.packetsLost
                && packetsDropped == that.packetsDropped
                && packetsRetransmitted == that.packetsRetransmitted
                && packetsBelated == that.packetsBelated
                && bytes == that.bytes
                && bytesLost == that.bytesLost
                && bytesDropped == that.bytesDropped
                && bytesRetransmitted == that.bytesRetransmitted
                && naks == that.naks
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                time,
                rtt,
                window,
                linkBandwidth,
                maxBandwidth,
                rate,
                packets,
                packetsLost,
                packetsDropped,
                packetsRetransmitted,
                packetsBelated,
                bytes,
                bytesLost,
                bytesDropped,
                bytesRetransmitted,
                naks,
                extraMembers);
    }

    @Override
    public String toString() {
        return "SrtStats[" + rate + " Mbit/s, rtt " + rtt + ", " + bytes + " bytes, " + packetsLost + " packets lost, "
                + packetsDropped + " dropped]";
    }

    /** Makes {@link SrtStats}. Not thread-safe. */
    public static final class Builder {
        private Duration time = Duration.ZERO;
        private Duration rtt = Duration.ZERO;
        private @Nullable SrtWindow window;
        private double linkBandwidth;
        private double maxBandwidth;
        private double rate;
        private long packets;
        private long packetsLost;
        private long packetsDropped;
        private long packetsRetransmitted;
        private long packetsBelated;
        private long bytes;
        private long bytesLost;
        private long bytesDropped;
        private long bytesRetransmitted;
        private long naks;
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link SrtStats#time()}.
         *
         * @param time duration
         * @return this
         */
        public Builder time(Duration time) {
            this.time = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * Sets {@link SrtStats#rtt()}.
         *
         * @param rtt duration
         * @return this
         */
        public Builder rtt(Duration rtt) {
            this.rtt = Objects.requireNonNull(rtt, "rtt");
            return this;
        }

        /**
         * Sets {@link SrtStats#window()}.
         *
         * @param window the window
         * @return this
         */
        public Builder window(SrtWindow window) {
            this.window = Objects.requireNonNull(window, "window");
            return this;
        }

        /**
         * Sets {@link SrtStats#linkBandwidth()}.
         *
         * @param linkBandwidth megabits per second
         * @return this
         */
        public Builder linkBandwidth(double linkBandwidth) {
            this.linkBandwidth = linkBandwidth;
            return this;
        }

        /**
         * Sets {@link SrtStats#maxBandwidth()}.
         *
         * @param maxBandwidth megabits per second
         * @return this
         */
        public Builder maxBandwidth(double maxBandwidth) {
            this.maxBandwidth = maxBandwidth;
            return this;
        }

        /**
         * Sets {@link SrtStats#rate()}.
         *
         * @param rate megabits per second
         * @return this
         */
        public Builder rate(double rate) {
            this.rate = rate;
            return this;
        }

        /**
         * Sets {@link SrtStats#packets()}.
         *
         * @param packets packets
         * @return this
         */
        public Builder packets(long packets) {
            this.packets = packets;
            return this;
        }

        /**
         * Sets {@link SrtStats#packetsLost()}.
         *
         * @param packetsLost packets
         * @return this
         */
        public Builder packetsLost(long packetsLost) {
            this.packetsLost = packetsLost;
            return this;
        }

        /**
         * Sets {@link SrtStats#packetsDropped()}.
         *
         * @param packetsDropped packets
         * @return this
         */
        public Builder packetsDropped(long packetsDropped) {
            this.packetsDropped = packetsDropped;
            return this;
        }

        /**
         * Sets {@link SrtStats#packetsRetransmitted()}.
         *
         * @param packetsRetransmitted packets
         * @return this
         */
        public Builder packetsRetransmitted(long packetsRetransmitted) {
            this.packetsRetransmitted = packetsRetransmitted;
            return this;
        }

        /**
         * Sets {@link SrtStats#packetsBelated()}.
         *
         * @param packetsBelated packets
         * @return this
         */
        public Builder packetsBelated(long packetsBelated) {
            this.packetsBelated = packetsBelated;
            return this;
        }

        /**
         * Sets {@link SrtStats#bytes()}.
         *
         * @param bytes bytes
         * @return this
         */
        public Builder bytes(long bytes) {
            this.bytes = bytes;
            return this;
        }

        /**
         * Sets {@link SrtStats#bytesLost()}.
         *
         * @param bytesLost bytes
         * @return this
         */
        public Builder bytesLost(long bytesLost) {
            this.bytesLost = bytesLost;
            return this;
        }

        /**
         * Sets {@link SrtStats#bytesDropped()}.
         *
         * @param bytesDropped bytes
         * @return this
         */
        public Builder bytesDropped(long bytesDropped) {
            this.bytesDropped = bytesDropped;
            return this;
        }

        /**
         * Sets {@link SrtStats#bytesRetransmitted()}.
         *
         * @param bytesRetransmitted bytes
         * @return this
         */
        public Builder bytesRetransmitted(long bytesRetransmitted) {
            this.bytesRetransmitted = bytesRetransmitted;
            return this;
        }

        /**
         * Sets {@link SrtStats#naks()}.
         *
         * @param naks reports
         * @return this
         */
        public Builder naks(long naks) {
            this.naks = naks;
            return this;
        }

        /**
         * Sets {@link SrtStats#extraMembers()}.
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
        public SrtStats build() {
            return new SrtStats(this);
        }
    }
}
