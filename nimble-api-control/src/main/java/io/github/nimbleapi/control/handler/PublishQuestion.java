package io.github.nimbleapi.control.handler;

import io.github.nimbleapi.control.internal.Slashes;
import io.github.nimbleapi.internal.json.StreamName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One item of {@code PublishAuthRequest}: an attempt, and what its answer is found by. */
final class PublishQuestion {
    /** {@code seq} as it came, in JSON; {@code ""} if it has none. */
    final String seq;

    final PublishAttempt attempt;

    private PublishQuestion(String seq, PublishAttempt attempt) {
        this.seq = seq;
        this.attempt = attempt;
    }

    static List<PublishQuestion> read(byte[] body, Entries entries) throws Refusal {
        List<PublishQuestion> questions = new ArrayList<>();
        Posted.read(
                body,
                PostedJson::new,
                posted -> posted.root(name -> {
                    if (name.equals("PublishAuthRequest")) {
                        posted.objects(() -> {
                            entries.add();
                            questions.add(one(posted));
                        });
                    }
                }));
        return questions;
    }

    private static PublishQuestion one(PostedJson posted) throws IOException {
        Map<String, String> texts = new HashMap<>();
        posted.members(name -> {
            switch (name) {
                case "seq":
                    texts.put(name, posted.json());
                    break;
                case "id":
                case "ip":
                case "stream":
                    texts.put(name, posted.text());
                    break;
                default: // is not known
            }
        });
        StreamName name = StreamName.of(Slashes.withoutLeading(texts.getOrDefault("stream", "")));
        return new PublishQuestion(
                texts.getOrDefault("seq", ""),
                PublishAttempt.of(texts.getOrDefault("id", ""), texts.getOrDefault("ip", ""), name.app, name.stream));
    }
}
