package io.github.nimbleapi.internal.republish;

import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.answer.Members;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.republish.RepublishRule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What answers about rules say. */
final class RuleReader {
    private static final RepublishRule NOTHING =
            RepublishRule.builder().destinationPort(0).authSchema("").build();

    private RuleReader() {}

    static List<RepublishRule> rules(Reply reply) throws IOException {
        return Answer.list(reply, "rules").stream()
                .map(members -> rule(members, NOTHING))
                .collect(Collectors.toUnmodifiableList());
    }

    /** For those who create what is not listed. */
    static List<ListedRule> listed(Reply reply) throws IOException {
        return Answer.surelyList(reply, "rules").stream()
                .map(members -> new ListedRule(rule(members, NOTHING), members))
                .collect(Collectors.toUnmodifiableList());
    }

    /** The rule that was asked for, by itself or as the only one in a list. */
    static Optional<RepublishRule> found(Reply reply) throws IOException {
        return Answer.one(reply, "rule", "rules").map(members -> rule(members, NOTHING));
    }

    /** The rule that was created; what the answer leaves out is taken from the one sent. */
    static RepublishRule created(Reply reply, RepublishRule sent) throws IOException {
        Members answer = Answer.objectOrNothing(reply);
        RepublishRule.Builder unnamed = sent.toBuilder().id(answer.text("id"));
        return answer.one("rule", "rules")
                .map(members -> rule(members, unnamed.build()))
                .orElseGet(unnamed::build);
    }

    /** What the server tells of a rule, and of what it does not tell what is known before. */
    private static RepublishRule rule(Members rule, RepublishRule known) {
        RepublishRule.Builder builder = known.toBuilder();
        addSource(rule, known, builder);
        rule.optionalText("id").ifPresent(builder::id);
        rule.optionalText("dest_addr").ifPresent(builder::destinationAddress);
        rule.optionalText("dest_port").map(port -> rule.port("dest_port")).ifPresent(builder::destinationPort);
        rule.optionalText("dest_app").ifPresent(builder::destinationApp);
        rule.optionalText("dest_stream").ifPresent(builder::destinationStream);
        rule.optionalText("dest_app_params").ifPresent(builder::destinationAppParams);
        rule.optionalText("dest_stream_params").ifPresent(builder::destinationStreamParams);
        rule.optionalText("auth_schema").ifPresent(builder::authSchema);
        rule.optionalText("dest_login").ifPresent(builder::destinationLogin);
        rule.optionalText("dest_password").ifPresent(builder::destinationPassword);
        rule.optionalText("keep_src_stream_params")
                .map(word -> rule.flag("keep_src_stream_params"))
                .ifPresent(builder::keepSourceStreamParams);
        rule.optionalText("ssl").map(word -> rule.flag("ssl")).ifPresent(builder::ssl);
        return builder.extraMembers(rule.rest()).build();
    }

    private static void addSource(Members rule, RepublishRule known, RepublishRule.Builder builder) {
        String app = rule.optionalText("src_app").orElse(known.sourceApp());
        String stream = rule.optionalText("src_stream").orElse(known.sourceStream());
        if (!stream.isBlank()) {
            builder.from(app, stream);
        } else if (!app.isBlank()) {
            builder.fromWholeApplication(app);
        }
    }
}
