package io.github.nimbleapi.testkit;

import static java.util.stream.Collectors.toList;

import io.github.nimbleapi.testkit.internal.Asked;
import io.github.nimbleapi.testkit.internal.Endpoints;
import io.github.nimbleapi.testkit.internal.FakeMp4;
import io.github.nimbleapi.testkit.internal.JsonText;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What a fake has recorded, from {@link FakeNimble#dvr()}. Thread-safe. */
public final class FakeDvr {
    private static final WireReply OK = WireReply.status("Ok");
    private static final WireReply NOT_FOUND = WireReply.status("Not found");
    private static final WireReply ERROR = WireReply.status("Error");

    private final Clock clock;
    private final List<FakeArchive> archives = new CopyOnWriteArrayList<>();

    FakeDvr(Clock clock) {
        this.clock = clock;
    }

    /**
     * A stream was recorded in the hour that ends now.
     *
     * @param app the application
     * @param stream the name of the stream
     * @return its archive
     * @throws IllegalArgumentException if it has one already
     */
    public FakeArchive addArchive(String app, String stream) {
        return addArchive(app, stream, settings -> {});
    }

    /**
     * A stream was recorded.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param settings sets what shall differ from the defaults
     * @return its archive
     * @throws IllegalArgumentException if it has one already
     */
    public synchronized FakeArchive addArchive(String app, String stream, Consumer<FakeArchive.Settings> settings) {
        FakeArchive.Settings added = new FakeArchive.Settings(app, stream, clock.instant());
        Objects.requireNonNull(settings, "settings").accept(added);
        if (find(app, stream).isPresent()) {
            throw new IllegalArgumentException(app + "/" + stream + " has an archive already");
        }
        FakeArchive archive = new FakeArchive(added);
        archives.add(archive);
        return archive;
    }

    /**
     * All archives.
     *
     * @return an immutable list, oldest first
     */
    public List<FakeArchive> archives() {
        return List.copyOf(archives);
    }

    private Optional<FakeArchive> find(String app, String stream) {
        return archives.stream()
                .filter(archive -> archive.app().equals(app) && archive.stream().equals(stream))
                .findFirst();
    }

    void addTo(Endpoints endpoints) {
        endpoints.on("GET", "/manage/dvr_status", asked -> status(archives, asked));
        on(endpoints, "GET", "/manage/dvr_status", (archive, asked) -> status(List.of(archive), asked));
        on(
                endpoints,
                "GET",
                "/manage/dvr/export_mp4",
                (archive, asked) ->
                        part(archive, asked).map(part -> mp4(archive, part)).orElse(ERROR));
        on(
                endpoints,
                "GET",
                "/manage/dvr/export_srt",
                (archive, asked) ->
                        part(archive, asked).map(part -> subtitles(part, asked)).orElse(ERROR));
        on(endpoints, "POST", "/manage/dvr/reload", (archive, asked) -> {
            archive.reload();
            return OK;
        });
        on(endpoints, "POST", "/manage/dvr/cleanup_archive", FakeDvr::cleanUp);
    }

    private void on(Endpoints endpoints, String verb, String path, BiFunction<FakeArchive, Asked, WireReply> answerer) {
        endpoints.on(
                verb,
                path + "/{app}/{stream}",
                asked -> find(asked.name("app"), asked.name("stream"))
                        .map(archive -> answerer.apply(archive, asked))
                        .orElse(NOT_FOUND));
    }

    private static WireReply status(List<FakeArchive> archives, Asked asked) {
        boolean withTimeline =
                asked.parameter("timeline").filter("true"::equals).isPresent();
        return WireReply.json(JsonText.array(
                archives.stream().map(archive -> archive.wireText(withTimeline)).collect(toList())));
    }

    /** What is asked for; empty where that is no part. */
    private static Optional<Recorded> part(FakeArchive archive, Asked asked) {
        if (has(asked, "start") || has(asked, "end")) {
            return between(
                    asked, "start", "end", (start, end) -> archive.recorded().within(start, end));
        }
        return Optional.of(archive.recorded());
    }

    private static WireReply mp4(FakeArchive archive, Recorded part) {
        long size = archive.size(part);
        return size == 0 ? NOT_FOUND : WireReply.file("video/mp4", FakeMp4.ofSize(size));
    }

    private static WireReply subtitles(Recorded part, Asked asked) {
        String remark = asked.parameter("track")
                        .map(track -> ", track " + track)
                        .orElse("")
                + asked.parameter("lang").map(language -> ", in " + language).orElse("");
        return WireReply.text("text/plain", FakeSubtitles.of(part, remark));
    }

    private static WireReply cleanUp(FakeArchive archive, Asked asked) {
        Optional<UnaryOperator<Recorded>> cleanUp = Optional.of(recorded -> Recorded.NOTHING);
        if (has(asked, "target_depth")) {
            cleanUp = number(asked, "target_depth")
                    .map(minutes -> recorded -> recorded.latest(Duration.ofMinutes(minutes)));
        } else if (has(asked, "from") || has(asked, "to")) {
            cleanUp = between(asked, "from", "to", (from, to) -> recorded -> recorded.without(from, to));
        }
        cleanUp.ifPresent(archive::cleanUp);
        return cleanUp.isPresent() ? OK : ERROR;
    }

    private static <T> Optional<T> between(Asked asked, String from, String to, BiFunction<Instant, Instant, T> made) {
        Optional<Instant> start = number(asked, from).map(Instant::ofEpochSecond);
        return start.flatMap(first -> number(asked, to)
                .map(Instant::ofEpochSecond)
                .filter(first::isBefore)
                .map(last -> made.apply(first, last)));
    }

    private static boolean has(Asked asked, String parameter) {
        return asked.parameter(parameter).isPresent();
    }

    private static Optional<Long> number(Asked asked, String parameter) {
        return asked.parameter(parameter)
                .filter(text -> text.matches("[0-9]{1,12}"))
                .map(Long::valueOf);
    }
}
