package io.github.nimbleapi.internal.dvr;

import io.github.nimbleapi.dvr.DvrArchive;
import io.github.nimbleapi.dvr.DvrPeriod;
import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.answer.Members;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.internal.json.StreamName;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What answers about archives say. */
final class DvrReader {
    private DvrReader() {}

    static List<DvrArchive> archives(Reply reply) throws IOException {
        return Answer.list(reply, "archives").stream().map(DvrReader::archive).collect(Collectors.toUnmodifiableList());
    }

    private static DvrArchive archive(Members archive) {
        StreamName name = StreamName.of(archive.text("stream"));
        return DvrArchive.builder().app(name.app).stream(name.stream)
                .size(archive.whole("size"))
                .duration(archive.seconds("duration"))
                .periods(archive.count("periods"))
                .path(archive.text("path"))
                .spaceAvailable(archive.whole("space_available"))
                .videoCodec(archive.text("vcodec"))
                .audioCodec(archive.text("acodec"))
                .resolution(archive.text("resolution"))
                .bandwidth(archive.whole("bandwidth"))
                .timeline(archive.children("timeline").stream()
                        .map(DvrReader::period)
                        .collect(Collectors.toList()))
                .extraMembers(archive.rest())
                .build();
    }

    private static DvrPeriod period(Members period) {
        Optional<Instant> start = period.moment("start");
        Duration duration = period.seconds("duration");
        DvrPeriod.Builder builder = DvrPeriod.builder().duration(duration).period(period.count("period"));
        start.ifPresent(builder::start);
        period.moment("end")
                .or(() -> start.filter(known -> !duration.isZero()).map(known -> known.plus(duration)))
                .ifPresent(builder::end);
        return builder.extraMembers(period.rest()).build();
    }
}
