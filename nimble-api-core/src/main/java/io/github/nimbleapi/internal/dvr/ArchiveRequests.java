package io.github.nimbleapi.internal.dvr;

import io.github.nimbleapi.dvr.DvrArchive;
import io.github.nimbleapi.dvr.DvrExport;
import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.http.Endpoint;
import io.github.nimbleapi.internal.http.Operation;
import io.github.nimbleapi.internal.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is asked about one archive. Arguments are checked here, before anything is sent. */
final class ArchiveRequests {
    private ArchiveRequests() {}

    static Operation<Optional<DvrArchive>> find(String app, String stream) {
        Request request = request(Endpoint.DVR_STATUS_OF_STREAM, app, stream).with("timeline", "true");
        return Operation.search(
                request,
                reply -> DvrReader.archives(reply).stream()
                        .filter(archive -> isNamed(app, stream, archive))
                        .findFirst());
    }

    // Compared as a whole, since nothing says where the application ends if both names hold slashes. The server
    // may also leave out what the path says already.
    private static boolean isNamed(String app, String stream, DvrArchive archive) {
        String named = (archive.app() + "/" + archive.stream()).replaceFirst("^/+", "");
        return List.of(app + "/" + stream, "").contains(named);
    }

    static Request export(DvrExport export) {
        Endpoint endpoint = export.isSubtitles() ? Endpoint.DVR_EXPORT_SRT : Endpoint.DVR_EXPORT_MP4;
        Request request = request(endpoint, export.app(), export.stream());
        if (export.from().isPresent() && export.to().isPresent()) {
            request = request.with("start", seconds(export.from().get()))
                    .with("end", seconds(roundedUp(export.to().get())));
        }
        if (export.track().isPresent()) {
            request = request.with("track", Integer.toString(export.track().getAsInt()));
        }
        return export.language().isPresent()
                ? request.with("lang", export.language().get())
                : request;
    }

    static Operation<Void> reload(String app, String stream) {
        return Answer.command(request(Endpoint.DVR_RELOAD, app, stream));
    }

    static Operation<Void> cleanUpToDepth(String app, String stream, Duration depth) {
        Request request = request(Endpoint.DVR_CLEANUP, app, stream);
        long minutes = Objects.requireNonNull(depth, "depth").toMinutes();
        if (minutes < 1 || !depth.equals(Duration.ofMinutes(minutes))) {
            throw new IllegalArgumentException("depth is " + depth
                    + ": give whole minutes, at least one; to delete everything there is cleanUpAll");
        }
        return Answer.command(request.with("target_depth", Long.toString(minutes)));
    }

    static Operation<Void> cleanUpRange(String app, String stream, Instant from, Instant to) {
        Request request = request(Endpoint.DVR_CLEANUP, app, stream);
        Instant first = roundedUp(Moments.require(from, "from"));
        if (first.getEpochSecond() >= Moments.require(to, "to").getEpochSecond()) {
            throw new IllegalArgumentException(
                    "from is " + from + " and to is " + to + ": give moments with a whole second between them");
        }
        return Answer.command(request.with("from", seconds(first)).with("to", seconds(to)));
    }

    static Operation<Void> cleanUpAll(String app, String stream) {
        return Answer.command(request(Endpoint.DVR_CLEANUP, app, stream));
    }

    private static Request request(Endpoint endpoint, String app, String stream) {
        return endpoint.request(Objects.requireNonNull(app, "app"), Objects.requireNonNull(stream, "stream"));
    }

    private static String seconds(Instant moment) {
        return Long.toString(moment.getEpochSecond());
    }

    private static Instant roundedUp(Instant moment) {
        return moment.getNano() == 0 ? moment : Instant.ofEpochSecond(moment.getEpochSecond() + 1);
    }
}
