package io.github.nimbleapi.internal.republish;

import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.answer.Members;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.republish.RepublishStats;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What the answer about statistics says. */
final class StatsReader {
    private StatsReader() {}

    static List<RepublishStats> stats(Reply reply) throws IOException {
        return Answer.list(reply, "stats").stream().map(StatsReader::one).collect(Collectors.toUnmodifiableList());
    }

    private static RepublishStats one(Members stats) {
        String id = stats.text("id");
        return RepublishStats.builder()
                .ruleId(stats.optionalText("rule_id").orElse(id))
                .owner(stats.count("owner"))
                .sourceApp(stats.text("src_app"))
                .sourceStream(stats.text("src_stream"))
                .destinationAddress(stats.text("dest_addr"))
                .destinationPort(stats.port("dest_port"))
                .destinationApp(stats.text("dest_app"))
                .destinationStream(stats.text("dest_stream"))
                .state(stats.text("state"))
                .retryCount(stats.count("retry_count"))
                .sessionDuration(stats.seconds("session_duration"))
                .bandwidth(stats.whole("bandwidth"))
                .bytesReceived(stats.whole("bytes_recv"))
                .bytesSent(stats.whole("bytes_sent"))
                .extraMembers(stats.rest())
                .build();
    }
}
