package io.github.nimbleapi.dvr;

import io.github.nimbleapi.internal.dvr.Moments;
import io.github.nimbleapi.internal.http.Endpoint;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What to export: which archive, as what, and which part of it; the whole archive where {@link #between} does not say
 * otherwise. Immutable: each method returns a description of its own.
 *
 * <pre>{@code
 * DvrExport half = DvrExport.mp4("live", "one").between(kickOff, kickOff.plus(Duration.ofMinutes(45)));
 * nimble.dvr().export(half, Path.of("half.mp4"));
 * }</pre>
 */
public final class DvrExport {
    private final String app;
    private final String stream;
    private final boolean subtitles;
    private final @Nullable Instant from;
    private final @Nullable Instant to;
    private final @Nullable Integer track;
    private final @Nullable String language;

    private DvrExport(
            String app,
            String stream,
            boolean subtitles,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Integer track,
            @Nullable String language) {
        this.app = app;
        this.stream = stream;
        this.subtitles = subtitles;
        this.from = from;
        this.to = to;
        this.track = track;
        this.language = language;
    }

    /**
     * Picture and sound as MP4: {@code GET /manage/dvr/export_mp4/{app}/{stream}}.
     *
     * @param app the application
     * @param stream the name of the stream
     * @return the whole archive
     * @throws IllegalArgumentException if a name is empty, {@code .} or {@code ..}
     */
    public static DvrExport mp4(String app, String stream) {
        return whole(Endpoint.DVR_EXPORT_MP4, app, stream);
    }

    /**
     * Subtitles as text in the format SubRip (nothing to do with the SRT protocol):
     * {@code GET /manage/dvr/export_srt/{app}/{stream}}.
     *
     * @param app the application
     * @param stream the name of the stream
     * @return the whole archive
     * @throws IllegalArgumentException if a name is empty, {@code .} or {@code ..}
     */
    public static DvrExport subtitles(String app, String stream) {
        return whole(Endpoint.DVR_EXPORT_SRT, app, stream);
    }

    private static DvrExport whole(Endpoint endpoint, String app, String stream) {
        // Refuses names that can't stand in its path.
        endpoint.request(Objects.requireNonNull(app, "app"), Objects.requireNonNull(stream, "stream"));
        return new DvrExport(app, stream, endpoint == Endpoint.DVR_EXPORT_SRT, null, null, null, null);
    }

    /**
     * {@code start} and {@code end}: only what was recorded between two moments. Nimble knows whole seconds, so the first
     * is rounded down and the second up.
     *
     * @param from the beginning
     * @param to the end
     * @return a description with this part
     * @throws IllegalArgumentException if the beginning is not before the end, or one is not within the years 1970 to
     *     9999
     */
    public DvrExport between(Instant from, Instant to) {
        if (!Moments.require(from, "from").isBefore(Moments.require(to, "to"))) {
            throw new IllegalArgumentException(
                    "from is " + from + ", which is not before to, which is " + to + ": give an earlier one");
        }
        return new DvrExport(app, stream, subtitles, from, to, track, language);
    }

    /**
     * {@code track}: which subtitles, by their track.
     *
     * @param track 0 or more
     * @return a description with this track
     * @throws IllegalArgumentException if it is negative
     * @throws IllegalStateException if this is not an export of subtitles
     */
    public DvrExport track(int track) {
        requireSubtitles("track");
        if (track < 0) {
            throw new IllegalArgumentException("track is " + track + ": give 0 or more");
        }
        return new DvrExport(app, stream, true, from, to, track, language);
    }

    /**
     * {@code lang}: which subtitles, by their language.
     *
     * @param language not blank, as the server names it
     * @return a description with this language
     * @throws IllegalArgumentException if it is blank
     * @throws IllegalStateException if this is not an export of subtitles
     */
    public DvrExport language(String language) {
        requireSubtitles("language");
        if (Objects.requireNonNull(language, "language").isBlank()) {
            throw new IllegalArgumentException("language is blank: give one such as eng, or leave it out");
        }
        return new DvrExport(app, stream, true, from, to, track, language);
    }

    private void requireSubtitles(String parameter) {
        if (!subtitles) {
            throw new IllegalStateException(
                    parameter + " is for subtitles, and this is an MP4 export: use DvrExport.subtitles");
        }
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
     * Whether subtitles are exported, and not picture and sound.
     *
     * @return true for {@link #subtitles}
     */
    public boolean isSubtitles() {
        return subtitles;
    }

    /**
     * The beginning, see {@link #between}.
     *
     * @return the moment, empty for the whole archive
     */
    public Optional<Instant> from() {
        return Optional.ofNullable(from);
    }

    /**
     * The end, see {@link #between}.
     *
     * @return the moment, empty for the whole archive
     */
    public Optional<Instant> to() {
        return Optional.ofNullable(to);
    }

    /**
     * The track, see {@link #track(int)}.
     *
     * @return the track, if given
     */
    public OptionalInt track() {
        return track == null ? OptionalInt.empty() : OptionalInt.of(track);
    }

    /**
     * The language, see {@link #language(String)}.
     *
     * @return the language, if given
     */
    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof DvrExport)) {
            return false;
        }
        DvrExport that = (DvrExport) other;
        return app.equals(that.app)
                && stream.equals(that.stream)
                && subtitles == that.subtitles
                && Objects.equals(from, that.from)
                && Objects.equals(to, that.to)
                && Objects.equals(track, that.track)
                && Objects.equals(language, that.language);
    }

    @Override
    public int hashCode() {
        return Objects.hash(app, stream, subtitles, from, to, track, language);
    }

    @Override
    public String toString() {
        return "DvrExport[" + (subtitles ? "subtitles" : "MP4") + " of " + app + "/" + stream
                + (from == null ? "" : " from " + from + " to " + to)
                + (track == null ? "" : ", track " + track)
                + (language == null ? "" : ", language " + language) + "]";
    }
}
