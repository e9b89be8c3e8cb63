package io.github.nimbleapi.dvr;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is recorded of a stream, one element of {@code GET /manage/dvr_status}. Immutable. What the server left out is 0,
 * {@code ""}, zero or empty.
 */
public final class DvrArchive {
    private final String app;
    private final String stream;
    private final long size;
    private final Duration duration;
    private final int periods;
    private final String path;
    private final long spaceAvailable;
    private final String videoCodec;
    private final String audioCodec;
    private final String resolution;
    private final long bandwidth;
    private final List<DvrPeriod> timeline;
    private final Map<String, String> extraMembers;

    private DvrArchive(Builder from) {
        this.app = from.app;
        this.stream = from.stream;
        this.size = from.size;
        this.duration = from.duration;
        this.periods = from.periods;
        this.path = from.path;
        this.spaceAvailable = from.spaceAvailable;
        this.videoCodec = from.videoCodec;
        this.audioCodec = from.audioCodec;
        this.resolution = from.resolution;
        this.bandwidth = from.bandwidth;
        this.timeline = from.timeline;
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
     * {@code stream}, the part before its last slash: the application.
     *
     * @return application, or {@code ""}
     */
    public String app() {
        return app;
    }

    /**
     * {@code stream}, the part after its last slash: the name of the stream.
     *
     * @return stream, or {@code ""}
     */
    public String stream() {
        return stream;
    }

    /**
     * {@code size}: what it takes on the disk.
     *
     * @return bytes, or 0
     */
    public long size() {
        return size;
    }

    /**
     * {@code duration}: how much is recorded, in seconds on the wire, also with a fraction.
     *
     * @return the length, or zero
     */
    public Duration duration() {
        return duration;
    }

    /**
     * {@code periods}: how many stretches without a break there are.
     *
     * @return count, or 0
     */
    public int periods() {
        return periods;
    }

    /**
     * {@code path}: where it is on the disk of the server.
     *
     * @return path, or {@code ""}
     */
    public String path() {
        return path;
    }

    /**
     * {@code space_available}: what is free on that disk.
     *
     * @return bytes, or 0
     */
    public long spaceAvailable() {
        return spaceAvailable;
    }

    /**
     * {@code vcodec}.
     *
     * @return such as {@code h264}, or {@code ""}
     */
    public String videoCodec() {
        return videoCodec;
    }

    /**
     * {@code acodec}.
     *
     * @return such as {@code aac}, or {@code ""}
     */
    public String audioCodec() {
        return audioCodec;
    }

    /**
     * {@code resolution}.
     *
     * @return such as {@code 1920x1080}, or {@code ""}
     */
    public String resolution() {
        return resolution;
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
     * {@code timeline}: the stretches that are recorded.
     *
     * @return an immutable list, in the order of the server
     */
    public List<DvrPeriod> timeline() {
        return timeline;
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
        if (!(other instanceof DvrArchive)) {
            return false;
        }
        DvrArchive that = (DvrArchive) other;
        return app.equals(that.app)
                && stream.equals(that.stream)
                && size == that.size
                && duration.equals(that.duration)
                && periods == that.periods
                && path.equals(that.path)
                && spaceAvailable == that.spaceAvailable
                && videoCodec.equals(that.videoCodec)
                && audioCodec.equals(that.audioCodec)
                && resolution.equals(that.resolution)
                && bandwidth == that.bandwidth
                && timeline.equals(that.timeline)
                && extraMembers.equals(that.extraMembers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                app,
                stream,
                size,
                duration,
                periods,
                path,
                spaceAvailable,
                videoCodec,
                audioCodec,
                resolution,
                bandwidth,
                timeline,
                extraMembers);
    }

    @Override
    public String toString() {
        return "DvrArchive[" + app + "/" + stream + ", " + size + " bytes, " + duration + " in " + periods
                + " periods]";
    }

    /** Makes {@link DvrArchive}. Not thread-safe. */
    public static final class Builder {
        private String app = "";
        private String stream = "";
        private long size;
        private Duration duration = Duration.ZERO;
        private int periods;
        private String path = "";
        private long spaceAvailable;
        private String videoCodec = "";
        private String audioCodec = "";
        private String resolution = "";
        private long bandwidth;
        private List<DvrPeriod> timeline = List.of();
        private Map<String, String> extraMembers = Map.of();

        private Builder() {}

        /**
         * Sets {@link DvrArchive#app()}.
         *
         * @param app application
         * @return this
         */
        public Builder app(String app) {
            this.app = Objects.requireNonNull(app, "app");
            return this;
        }

        /**
         * Sets {@link DvrArchive#stream()}.
         *
         * @param stream stream
         * @return this
         */
        public Builder stream(String stream) {
            this.stream = Objects.requireNonNull(stream, "stream");
            return this;
        }

        /**
         * Sets {@link DvrArchive#size()}.
         *
         * @param size bytes
         * @return this
         */
        public Builder size(long size) {
            this.size = size;
            return this;
        }

        /**
         * Sets {@link DvrArchive#duration()}.
         *
         * @param duration the length
         * @return this
         */
        public Builder duration(Duration duration) {
            this.duration = Objects.requireNonNull(duration, "duration");
            return this;
        }

        /**
         * Sets {@link DvrArchive#periods()}.
         *
         * @param periods count
         * @return this
         */
        public Builder periods(int periods) {
            this.periods = periods;
            return this;
        }

        /**
         * Sets {@link DvrArchive#path()}.
         *
         * @param path path
         * @return this
         */
        public Builder path(String path) {
            this.path = Objects.requireNonNull(path, "path");
            return this;
        }

        /**
         * Sets {@link DvrArchive#spaceAvailable()}.
         *
         * @param spaceAvailable bytes
         * @return this
         */
        public Builder spaceAvailable(long spaceAvailable) {
            this.spaceAvailable = spaceAvailable;
            return this;
        }

        /**
         * Sets {@link DvrArchive#videoCodec()}.
         *
         * @param videoCodec such as {@code h264}
         * @return this
         */
        public Builder videoCodec(String videoCodec) {
            this.videoCodec = Objects.requireNonNull(videoCodec, "videoCodec");
            return this;
        }

        /**
         * Sets {@link DvrArchive#audioCodec()}.
         *
         * @param audioCodec such as {@code aac}
         * @return this
         */
        public Builder audioCodec(String audioCodec) {
            this.audioCodec = Objects.requireNonNull(audioCodec, "audioCodec");
            return this;
        }

        /**
         * Sets {@link DvrArchive#resolution()}.
         *
         * @param resolution such as {@code 1920x1080}
         * @return this
         */
        public Builder resolution(String resolution) {
            this.resolution = Objects.requireNonNull(resolution, "resolution");
            return this;
        }

        /**
         * Sets {@link DvrArchive#bandwidth()}.
         *
         * @param bandwidth bits per second
         * @return this
         */
        public Builder bandwidth(long bandwidth) {
            this.bandwidth = bandwidth;
            return this;
        }

        /**
         * Sets {@link DvrArchive#timeline()}.
         *
         * @param timeline the stretches; copied
         * @return this
         */
        public Builder timeline(List<DvrPeriod> timeline) {
            this.timeline = List.copyOf(Objects.requireNonNull(timeline, "timeline"));
            return this;
        }

        /**
         * Sets {@link DvrArchive#extraMembers()}.
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
        public DvrArchive build() {
            return new DvrArchive(this);
        }
    }
}
