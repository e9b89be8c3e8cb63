package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * An SRT socket of a {@link FakeNimble}, from {@link FakeProtocols#addSrtSender} and
 * {@link FakeProtocols#addSrtReceiver}. Thread-safe.
 */
public final class FakeSrtLink {
    private final boolean sends;
    private final Settings settings;

    private FakeSrtLink(boolean sends, Settings settings) {
        this.sends = sends;
        this.settings = settings;
    }

    static FakeSrtLink sender(int number) {
        return new FakeSrtLink(true, new Settings(number, "127.0.0.1:" + (17_801 + number)));
    }

    static FakeSrtLink receiver(int number) {
        return new FakeSrtLink(false, new Settings(number, "127.0.0.1:" + (50_000 + number) + "->0.0.0.0:35002"));
    }

    /**
     * Its {@code setting_id}, which stays the same.
     *
     * @return 24 hexadecimal digits unless set otherwise; {@code ""} for that of an older build
     */
    public synchronized String settingId() {
        return settings.settingId;
    }

    /**
     * Changes it.
     *
     * @param change sets what shall change
     */
    public synchronized void update(Consumer<Settings> change) {
        Objects.requireNonNull(change, "change").accept(settings);
    }

    /** It loses its connection: statistics are no longer told. */
    public synchronized void disconnect() {
        settings.connected = false;
    }

    /**
     * It connects anew: one retry more, another id, and its counts begin at 0.
     *
     * @param id the addresses, such as {@code 127.0.0.1:50007->0.0.0.0:35002}
     */
    public synchronized void reconnect(String id) {
        settings.id(id).retryCount(settings.retryCount + 1).connected(true);
        settings.time = Duration.ZERO;
        settings.traffic = new Traffic();
    }

    synchronized String wireText() {
        JsonText text = new JsonText();
        if (!settings.settingId.isEmpty()) {
            text.member("setting_id", settings.settingId);
        }
        text.member("id", settings.id)
                .member("state", settings.connected ? "connected" : "disconnected")
                .member("retryCount", settings.retryCount);
        if (!settings.streamId.isEmpty()) {
            text.member("streamid", settings.streamId);
        }
        if (sends) {
            text.raw("source_streams", JsonText.array(settings.sourceStreams));
        }
        return (settings.connected ? text.raw("stats", stats()) : text).toString();
    }

    private String stats() {
        JsonText window =
                new JsonText().member("flow", 8192).member("congestion", 8192).member("flight", 0);
        JsonText link = new JsonText()
                .raw("rtt", number(settings.rtt.toNanos() / 1e6))
                .raw("mbpsBandwidth", number(settings.linkBandwidth))
                .member("mbpsMaxBandwidth", 24);
        return new JsonText()
                .member("time", settings.time.toMillis())
                .raw("window", window.toString())
                .raw("link", link.toString())
                .raw(sends ? "send" : "recv", sends ? settings.traffic.sent() : settings.traffic.received())
                .toString();
    }

    /** Without the fraction where there is none, as Nimble writes it. */
    private static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public synchronized String toString() {
        return "FakeSrtLink[" + settings.settingId + ", " + settings.id + "]";
    }

    private static final class Traffic {
        private double rate;
        private long bytes;
        private long packets;
        private long packetsLost;
        private long packetsDropped;
        private long packetsRetransmitted;

        private String received() {
            return new JsonText()
                    .member("packetsReceived", packets)
                    .member("packetsReceivedRetransmitted", packetsRetransmitted)
                    .member("packetsLost", packetsLost)
                    .member("packetsDropped", packetsDropped)
                    .member("packetsBelated", 0)
                    .member("NAKsSent", 0)
                    .member("bytesReceived", bytes)
                    .raw("mbpsRate", number(rate))
                    .toString();
        }

        private String sent() {
            return new JsonText()
                    .member("packetsSent", packets)
                    .member("packetsRetransmitted", packetsRetransmitted)
                    .member("packetsLost", packetsLost)
                    .member("packetsDropped", packetsDropped)
                    .member("NAKsReceived", 0)
                    .member("bytesSent", bytes)
                    .raw("mbpsRate", number(rate))
                    .toString();
        }
    }

    /** What a socket looks like. Not thread-safe. */
    public static final class Settings {
        private String settingId;
        private String id;
        private boolean connected = true;
        private int retryCount;
        private String streamId = "";
        private final List<String> sourceStreams = new ArrayList<>();
        private Duration time = Duration.ofMinutes(1);
        private Duration rtt = Duration.ofMillis(10);
        private double linkBandwidth = 1000;
        private Traffic traffic = new Traffic();

        Settings(int number, String id) {
            String digits = Integer.toHexString(number + 1);
            this.settingId = "6a19632573856944212d0000".substring(digits.length()) + digits;
            this.id = id;
        }

        /**
         * {@code setting_id}.
         *
         * @param settingId the setting it is of; default 24 hexadecimal digits of its own; {@code ""} to leave it out, as
         *     older builds do
         * @return this
         */
        public Settings settingId(String settingId) {
            this.settingId = Objects.requireNonNull(settingId, "settingId");
            return this;
        }

        /**
         * {@code id}.
         *
         * @param id the addresses; default some of 127.0.0.1
         * @return this
         */
        public Settings id(String id) {
            this.id = Objects.requireNonNull(id, "id");
            return this;
        }

        /**
         * {@code state}, and whether there are {@code stats}.
         *
         * @param connected default true
         * @return this
         */
        public Settings connected(boolean connected) {
            this.connected = connected;
            return this;
        }

        /**
         * {@code retryCount}.
         *
         * @param retryCount default 0
         * @return this
         */
        public Settings retryCount(int retryCount) {
            this.retryCount = retryCount;
            return this;
        }

        /**
         * {@code "streamid"}.
         *
         * @param streamId the SRT stream id; default {@code ""}, which leaves it out
         * @return this
         */
        public Settings streamId(String streamId) {
            this.streamId = Objects.requireNonNull(streamId, "streamId");
            return this;
        }

        /**
         * Adds to {@code source_streams}, which only senders have.
         *
         * @param app the application
         * @param stream the name of the stream
         * @return this
         */
        public Settings sourceStream(String app, String stream) {
            sourceStreams.add(new JsonText()
                    .member("app", Objects.requireNonNull(app, "app"))
                    .member("stream", Objects.requireNonNull(stream, "stream"))
                    .toString());
            return this;
        }

        /**
         * {@code stats.time}.
         *
         * @param time how long the connection lasts; default a minute
         * @return this
         */
        public Settings time(Duration time) {
            this.time = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * {@code stats.link.rtt}.
         *
         * @param rtt the round-trip time; default 10 ms
         * @return this
         */
        public Settings rtt(Duration rtt) {
            this.rtt = Objects.requireNonNull(rtt, "rtt");
            return this;
        }

        /**
         * {@code stats.link.mbpsBandwidth}.
         *
         * @param linkBandwidth megabits per second, 0 or more; default 1000
         * @return this
         * @throws IllegalArgumentException if it is negative, infinite or no number
         */
        public Settings linkBandwidth(double linkBandwidth) {
            this.linkBandwidth = finite(linkBandwidth, "linkBandwidth");
            return this;
        }

        /**
         * {@code mbpsRate}.
         *
         * @param rate megabits per second, 0 or more; default 0
         * @return this
         * @throws IllegalArgumentException if it is negative, infinite or no number
         */
        public Settings rate(double rate) {
            traffic.rate = finite(rate, "rate");
            return this;
        }

        /**
         * {@code bytesSent} or {@code bytesReceived}.
         *
         * @param bytes default 0
         * @return this
         */
        public Settings bytes(long bytes) {
            traffic.bytes = bytes;
            return this;
        }

        /**
         * {@code packetsSent} or {@code packetsReceived}.
         *
         * @param packets default 0
         * @return this
         */
        public Settings packets(long packets) {
            traffic.packets = packets;
            return this;
        }

        /**
         * {@code packetsLost}.
         *
         * @param packetsLost default 0
         * @return this
         */
        public Settings packetsLost(long packetsLost) {
            traffic.packetsLost = packetsLost;
            return this;
        }

        /**
         * {@code packetsDropped}.
         *
         * @param packetsDropped default 0
         * @return this
         */
        public Settings packetsDropped(long packetsDropped) {
            traffic.packetsDropped = packetsDropped;
            return this;
        }

        /**
         * {@code packetsRetransmitted} or {@code packetsReceivedRetransmitted}.
         *
         * @param packetsRetransmitted default 0
         * @return this
         */
        public Settings packetsRetransmitted(long packetsRetransmitted) {
            traffic.packetsRetransmitted = packetsRetransmitted;
            return this;
        }

        private static double finite(double value, String name) {
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(name + " is " + value + ": give a number that is 0 or more");
            }
            return value;
        }
    }
}
