package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.JsonText;
import io.github.nimbleapi.testkit.internal.media.MediaFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** A live stream of a {@link FakeNimble}, from {@link FakeNimble#addStream(String, String)}. Immutable. */
public final class FakeStream {
    private static final long PLAYABLE_AT_START = 4;

    private final Settings settings;

    FakeStream(Settings settings) {
        this.settings = settings;
    }

    /**
     * The application.
     *
     * @return its name
     */
    public String app() {
        return settings.app;
    }

    /**
     * The stream.
     *
     * @return its name, without the application
     */
    public String stream() {
        return settings.stream;
    }

    /** Where players find it. */
    String path() {
        return "/" + app() + "/" + stream();
    }

    /** The number of the segment that is being made now; those before it can be played. */
    long liveEdge(Instant now) {
        return PLAYABLE_AT_START
                + Math.max(0, Duration.between(settings.started, now).toSeconds()) / MediaFile.SEGMENT_SECONDS;
    }

    /** When its first segment began. */
    Instant beginning() {
        return settings.started.minusSeconds(PLAYABLE_AT_START * MediaFile.SEGMENT_SECONDS);
    }

    String protocol() {
        return settings.protocol;
    }

    String publisherIp() {
        return settings.publisherIp;
    }

    long bandwidth() {
        return settings.bandwidth;
    }

    String wireText() {
        JsonText text = new JsonText()
                .member("strm", settings.stream)
                .member("publish_time", Long.toString(settings.published.getEpochSecond()))
                .member("bandwidth", Long.toString(settings.bandwidth));
        if (!settings.resolution.isEmpty()) {
            text.member("resolution", settings.resolution);
        }
        if (!settings.videoCodec.isEmpty()) {
            text.member("vcodec", settings.videoCodec);
        }
        if (!settings.audioCodec.isEmpty()) {
            text.member("acodec", settings.audioCodec);
        }
        return text.member("protocol", settings.protocol)
                .member("publisher_ip", settings.publisherIp)
                .member("publisher_port", settings.publisherPort)
                .toString();
    }

    @Override
    public String toString() {
        return "FakeStream[" + app() + "/" + stream() + "]";
    }

    /** What a stream looks like. Not thread-safe. */
    public static final class Settings {
        private final String app;
        private final String stream;
        private final Instant started;
        private String protocol = "RTMP";
        private Instant published;
        private long bandwidth = 190_000;
        private String resolution = "320x180";
        private String videoCodec = "avc1.42c015";
        private String audioCodec = "mp4a.40.2";
        private String publisherIp = "127.0.0.1";
        private int publisherPort = 50000;

        Settings(String app, String stream, Instant now) {
            this.app = requireName("app", app);
            this.stream = requireName("stream", stream);
            this.started = now;
            this.published = now;
        }

        private static String requireName(String argument, String name) {
            if (Objects.requireNonNull(name, argument).isEmpty() || name.startsWith("/") || name.endsWith("/")) {
                throw new IllegalArgumentException(
                        argument + " is \"" + name + "\": give a name that neither begins nor ends with a slash");
            }
            return name;
        }

        /**
         * {@code protocol}.
         *
         * @param protocol how it comes in; default {@code "RTMP"}
         * @return this
         */
        public Settings protocol(String protocol) {
            this.protocol = Objects.requireNonNull(protocol, "protocol");
            return this;
        }

        /**
         * {@code publish_time}.
         *
         * @param published since when; default: now
         * @return this
         */
        public Settings published(Instant published) {
            this.published = Objects.requireNonNull(published, "published");
            return this;
        }

        /**
         * {@code bandwidth}.
         *
         * @param bandwidth bits per second; default {@code 190000}, which is that of what players are sent
         * @return this
         */
        public Settings bandwidth(long bandwidth) {
            this.bandwidth = bandwidth;
            return this;
        }

        /**
         * {@code resolution}.
         *
         * @param resolution such as {@code 1280x720}; default {@code "320x180"}; {@code ""} to leave it out
         * @return this
         */
        public Settings resolution(String resolution) {
            this.resolution = Objects.requireNonNull(resolution, "resolution");
            return this;
        }

        /**
         * {@code vcodec}.
         *
         * @param videoCodec the codec; default {@code "avc1.42c015"}; {@code ""} to leave it out
         * @return this
         */
        public Settings videoCodec(String videoCodec) {
            this.videoCodec = Objects.requireNonNull(videoCodec, "videoCodec");
            return this;
        }

        /**
         * {@code acodec}.
         *
         * @param audioCodec the codec; default {@code "mp4a.40.2"}; {@code ""} to leave it out
         * @return this
         */
        public Settings audioCodec(String audioCodec) {
            this.audioCodec = Objects.requireNonNull(audioCodec, "audioCodec");
            return this;
        }

        /**
         * {@code publisher_ip}.
         *
         * @param publisherIp the address it comes from; default {@code "127.0.0.1"}
         * @return this
         */
        public Settings publisherIp(String publisherIp) {
            this.publisherIp = Objects.requireNonNull(publisherIp, "publisherIp");
            return this;
        }

        /**
         * {@code publisher_port}.
         *
         * @param publisherPort the port it comes from; default {@code 50000}
         * @return this
         */
        public Settings publisherPort(int publisherPort) {
            this.publisherPort = publisherPort;
            return this;
        }
    }
}
