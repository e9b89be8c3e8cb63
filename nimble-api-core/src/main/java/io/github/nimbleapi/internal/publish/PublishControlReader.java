package io.github.nimbleapi.internal.publish;

import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.answer.Members;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.internal.json.Status;
import io.github.nimbleapi.internal.json.StreamName;
import io.github.nimbleapi.publish.Publisher;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What answers of publish control say. */
final class PublishControlReader {
    private PublishControlReader() {}

    static List<Publisher> publishers(Reply reply) throws IOException {
        return Answer.list(reply, "PublishControlStatus").stream()
                .map(PublishControlReader::publisher)
                .collect(Collectors.toUnmodifiableList());
    }

    private static Publisher publisher(Members publisher) {
        StreamName name = StreamName.of(publisher.text("stream"));
        return Publisher.builder()
                .id(publisher.text("id"))
                .key(publisher.text("key"))
                .ip(publisher.text("ip"))
                .app(name.app)
                .stream(name.stream)
                .extraMembers(publisher.rest())
                .build();
    }

    static Status denial(Reply reply) throws IOException {
        return Answer.acknowledgement(reply, "PublishControlDenyResponse");
    }
}
