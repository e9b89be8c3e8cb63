package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.FakeMp4;
import io.github.nimbleapi.testkit.internal.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** What a {@link FakeNimble} has recorded of a stream, from {@link FakeDvr#addArchive(String, String)}. Thread-safe. */
public final class FakeArchive {
    private static final long SPACE_AVAILABLE = 500_000_000_000L;

    private final String app;
    private final String stream;
    private final double bytesPerSecond;
    private Recorded recorded;
    private int reloads;

    FakeArchive(Settings settings) {
        this.app = settings.app;
        this.stream = settings.stream;
        this.recorded = settings.recordedOrLastHour();
        this.bytesPerSecond = settings.size / seconds(recorded.duration());
    }

    /**
     * The application.
     *
     * @return its name
     */
    public String app() {
        return app;
    }

    /**
     * The stream.
     *
     * @return its name, without the application
     */
    public String stream() {
        return stream;
    }

    /**
     * How much is recorded. Less after a clean-up.
     *
     * @return the length of all periods together
     */
    public synchronized Duration duration() {
        return recorded.duration();
    }

    /**
     * The size of all that is recorded, also that of its MP4 export. Less after a clean-up.
     *
     * @return bytes
     */
    public synchronized long size() {
        return size(recorded);
    }

    /**
     * Whether a moment is recorded. After a clean-up it may be no more.
     *
     * @param moment the moment
     * @return true if it is within a period
     */
    public synchronized boolean isRecorded(Instant moment) {
        return !recorded.within(Objects.requireNonNull(moment, "moment"), moment.plusNanos(1))
                .stretches()
                .isEmpty();
    }

    /**
     * How often it was reloaded.
     *
     * @return the count
     */
    public synchronized int reloads() {
        return reloads;
    }

    synchronized void reload() {
        reloads++;
    }

    synchronized void cleanUp(UnaryOperator<Recorded> cleanUp) {
        recorded = cleanUp.apply(recorded);
    }

    synchronized Recorded recorded() {
        return recorded;
    }

    /** In proportion to the time, but never less than an MP4 takes at least. */
    long size(Recorded part) {
        long bytes = Math.round(bytesPerSecond * seconds(part.duration()));
        return bytes == 0 ? 0 : Math.max(FakeMp4.SMALLEST, bytes);
    }

    synchronized String wireText(boolean withTimeline) {
        JsonText text = new JsonText()
                .member("stream", app + "/" + stream)
                .member("size", size())
                .raw("duration", decimal(recorded.duration()))
                .member("periods", recorded.stretches().size())
                .member("path", "/var/dvr/" + app + "_" + stream)
                .member("space_available", SPACE_AVAILABLE)
                .member("vcodec", "h264")
                .member("acodec", "aac")
                .member("resolution", "1920x1080")
                .member("bandwidth", Math.round(bytesPerSecond * Byte.SIZE));
        return (withTimeline ? text.raw("timeline", timeline()) : text).toString();
    }

    private String timeline() {
        List<JsonText> periods = new ArrayList<>();
        for (Recorded.Stretch stretch : recorded.stretches()) {
            periods.add(new JsonText()
                    .member("start", stretch.start.getEpochSecond())
                    .member("end", stretch.end.getEpochSecond())
                    .raw("duration", decimal(stretch.duration()))
                    .member("period", periods.size() + 1));
        }
        return JsonText.array(periods);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static String decimal(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? Long.toString(duration.toSeconds())
                : Double.toString(seconds(duration));
    }

    @Override
    public String toString() {
        return "FakeArchive[" + app + "/" + stream + "]";
    }

    /** What is recorded. Not thread-safe. */
    public static final class Settings {
        private final String app;
        private final String stream;
        private final Instant now;
        private Recorded recorded = Recorded.NOTHING;
        private long size = 1_000_000;

        Settings(String app, String stream, Instant now) {
            this.app = Objects.requireNonNull(app, "app");
            this.stream = Objects.requireNonNull(stream, "stream");
            this.now = now;
        }

        /**
         * Adds a period.
         *
         * @param start when it begins; default: a single period, the hour that ends now
         * @param duration its length
         * @return this
         * @throws IllegalArgumentException if it is less than a second long, or overlaps another
         */
        public Settings recorded(Instant start, Duration duration) {
            Objects.requireNonNull(start, "start");
            if (Objects.requireNonNull(duration, "duration").toSeconds() < 1) {
                throw new IllegalArgumentException("duration is " + duration + ": give a second or more");
            }
            recorded = recorded.with(start, start.plus(duration));
            return this;
        }

        /**
         * The size of all that is recorded, also that of its MP4 export: a part of it is smaller in proportion. It is made
         * while it is sent, so it may be large.
         *
         * @param size bytes, 40 or more; default 1,000,000
         * @return this
         * @throws IllegalArgumentException if it is less than 40
         */
        public Settings size(long size) {
            if (size < FakeMp4.SMALLEST) {
                throw new IllegalArgumentException("size is " + size + ": give " + FakeMp4.SMALLEST + " or more");
            }
            this.size = size;
            return this;
        }

        private Recorded recordedOrLastHour() {
            Instant end = now.truncatedTo(ChronoUnit.SECONDS);
            return recorded.stretches().isEmpty() ? recorded.with(end.minus(Duration.ofHours(1)), end) : recorded;
        }
    }
}
