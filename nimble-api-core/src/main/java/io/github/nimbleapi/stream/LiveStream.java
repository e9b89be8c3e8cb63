package io.github.nimbleapi.stream;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A live stream that is published to the server, of {@code GET /manage/live_streams_status}. Immutable. What the server
 * left out is 0, {@code ""} or an empty {@link Optional}.
 */
public final class LiveStream {
    private final String app;
    private final String stream;
    private final String protocol;
    private final @Nullable Instant published;
    private final long bandwidth;
    private final String resolution;
    private final String videoCodec;
    private final String audioCodec;
    private final String publisherIp;
    private final int publisherPort;
    private final String sourceUrl;
    private final Map<String, String> extraMembers;

    private LiveStream(Builder from) {
        this.app = from.app;
        this.stream = from.stream;
        this.protocol = from.protocol;
        this.published = from.published;
        this.bandwidth = from.bandwidth;
        this.resolution = from.resolution;
        this.videoCodec = from.videoCodec;
        this.audioCodec = from.audioCodec;
        this.publisherIp = from.publisherIp;
        this.publisherPort = from.publisherPort;
        this.sourceUrl = from.sourceUrl;
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
     * {@code app}.
     *
     * @return the application, or {@code ""}
     */
    public String app() {
        return app;
    }

    /**
     * {@code strm}.
     *
     * @return the name of the stream, or {@code ""}
     */
    public String stream() {
        return stream;
    }

    /**
     * {@code protocol}: how it comes in.
     *
     * @return such as {@code RTMP} or {@code MPEGTS}, or {@code ""}
     */
    public String protocol() {
        return protocol;
    }

    /**
     * {@code publish_time}: since when it is published.
     *
     * @return the moment, if known
     */
    public Optional<Instant> published() {
        return Optional.ofNullable(published);
    }

    /**
     * {@code bandwidth}: its bit rate.
     *
     * @return bits per second, or 0
     */
    public long bandwidth() {
        return bandwidth;
    }

    /**
     * {@code resolution}.
     *
     * @return such as {@code 1280x720}, or {@code ""} where there is no picture
     */
    public String resolution() {
        return resolution;
    }

    /**
     * {@code vcodec}.
     *
     * @return such as {@code avc1.64001f}, or {@code ""}
     */
    public String videoCodec() {
        return videoCodec;
    }

    /**
     * {@code acodec}.
     *
     * @return such as {@code mp4a.40.2}, or {@code ""}
     */
    public String audioCodec() {
        return audioCodec;
    }

    /**
     * {@code publisher_ip}: the address it comes from.
     *
     * @return address, or {@code ""}
     */
    public String publisherIp() {
        return publisherIp;
    }

    /**
     * {@code publisher_port}.
     *
     * @return port, or 0
     */
    public int publisherPort() {
        return publisherPort;
    }

    /**
     * {@code source_url}: where the server pulls it from. May hold credentials, so {@link #toString()} does not show it.
     *
     * @return URL, or {@code ""}
     */
    public String sourceUrl() {
        return sourceUrl;
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
        if (!(other instanceof LiveStream)) {
            return false;
        }
        LiveStream that = (LiveStream) other;
        return app.equals(that.app)
                && stream.equals(that.stream)
                && protocol.equals(that.protocol)
                && Objects.equals(published, that.published)
                && bandwidth == that.bandwidth
                && resolution.equals(that.resolution)
                && videoCodec.equals(that.videoCodec)
                && audioCodec.equals(that.audioCodec)
                && publisherIp.equals(that.publisherIp)
                && publisherPort == that.publisherPort
                && sourceUrl.equals(that.sourceUrl)
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                app,
                stream,
                protocol,
                published,
                bandwidth,
                resolution,
                videoCodec,
                audioCodec,
                publisherIp,
                publisherPort,
                sourceUrl,
                extraMembers);
    }

    @Override
    public String toString() {
        return "LiveStream[" + app + "/" + stream + ", " + protocol + ", " + bandwidth + " bit/s, " + resolution + "]";
    }

    /** Makes {@link LiveStream}. Not thread-safe. */
    public static final class Builder {
        private String app = "";
        private String stream = "";
        private String protocol = "";
        private @Nullable Instant published;
        private long bandwidth;
        private String resolution = "";
        private String videoCodec = "";
        private String audioCodec = "";
        private String publisherIp = "";
        private int publisherPort;
        private String sourceUrl = "";
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link LiveStream#app()}.
         *
         * @param app the application
         * @return this
         */
        public Builder app(String app) {
            this.app = Objects.requireNonNull(app, "app");
            return this;
        }

        /**
         * Sets {@link LiveStream#stream()}.
         *
         * @param stream the name of the stream
         * @return this
         */
        public Builder stream(String stream) {
            this.stream = Objects.requireNonNull(stream, "stream");
            return this;
        }

        /**
         * Sets {@link LiveStream#protocol()}.
         *
         * @param protocol such as {@code RTMP}
         * @return this
         */
        public Builder protocol(String protocol) {
            this.protocol = Objects.requireNonNull(protocol, "protocol");
            return this;
        }

        /**
         * Sets {@link LiveStream#published()}.
         *
         * @param published the moment
         * @return this
         */
        public Builder published(Instant published) {
            this.published = Objects.requireNonNull(published, "published");
            return this;
        }

        /**
         * Sets {@link LiveStream#bandwidth()}.
         *
         * @param bandwidth bits per second
         * @return this
         */
        public Builder bandwidth(long bandwidth) {
            this.bandwidth = bandwidth;
            return this;
        }

        /**
         * Sets {@link LiveStream#resolution()}.
         *
         * @param resolution such as {@code 1280x720}
         * @return this
         */
        public Builder resolution(String resolution) {
            this.resolution = Objects.requireNonNull(resolution, "resolution");
            return this;
        }

        /**
         * Sets {@link LiveStream#videoCodec()}.
         *
         * @param videoCodec such as {@code avc1.64001f}
         * @return this
         */
        public Builder videoCodec(String videoCodec) {
            this.videoCodec = Objects.requireNonNull(videoCodec, "videoCodec");
            return this;
        }

        /**
         * Sets {@link LiveStream#audioCodec()}.
         *
         * @param audioCodec such as {@code mp4a.40.2}
         * @return this
         */
        public Builder audioCodec(String audioCodec) {
            this.audioCodec = Objects.requireNonNull(audioCodec, "audioCodec");
            return this;
        }

        /**
         * Sets {@link LiveStream#publisherIp()}.
         *
         * @param publisherIp address
         * @return this
         */
        public Builder publisherIp(String publisherIp) {
            this.publisherIp = Objects.requireNonNull(publisherIp, "publisherIp");
            return this;
        }

        /**
         * Sets {@link LiveStream#publisherPort()}.
         *
         * @param publisherPort port
         * @return this
         */
        public Builder publisherPort(int publisherPort) {
            this.publisherPort = publisherPort;
            return this;
        }

        /**
         * Sets {@link LiveStream#sourceUrl()}.
         *
         * @param sourceUrl URL
         * @return this
         */
        public Builder sourceUrl(String sourceUrl) {
            this.sourceUrl = Objects.requireNonNull(sourceUrl, "sourceUrl");
            return this;
        }

        /**
         * Sets {@link LiveStream#extraMembers()}.
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
        public LiveStream build() {
            return new LiveStream(this);
        }
    }
}
