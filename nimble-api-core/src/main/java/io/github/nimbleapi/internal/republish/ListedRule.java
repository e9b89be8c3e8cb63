package io.github.nimbleapi.internal.republish;

import static java.util.Map.entry;

import io.github.nimbleapi.internal.answer.Members;
import io.github.nimbleapi.republish.AuthSchema;
import io.github.nimbleapi.republish.RepublishRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A rule of the server, and what the server tells of it. */
final class ListedRule {
    /** Of all rules. Hosts are compared in lower case, as they are the same in any. */
    private static final List<Function<RepublishRule, Object>> KEY = List.of(
            RepublishRule::sourceApp,
            RepublishRule::sourceStream,
            rule -> rule.destinationAddress().toLowerCase(Locale.ROOT),
            RepublishRule::destinationApp,
            RepublishRule::destinationStream);

    /** By wire name, of rules of which the server tells it. */
    private static final Map<String, Function<RepublishRule, Object>> OTHER = Map.ofEntries(
            entry("dest_port", RepublishRule::destinationPort),
            entry("dest_app_params", RepublishRule::destinationAppParams),
            entry("dest_stream_params", RepublishRule::destinationStreamParams),
            entry("auth_schema", ListedRule::authSchema),
            entry("dest_login", RepublishRule::destinationLogin),
            entry("dest_password", RepublishRule::destinationPassword),
            entry("keep_src_stream_params", RepublishRule::keepSourceStreamParams),
            entry("ssl", RepublishRule::ssl));

    final RepublishRule rule;
    private final List<Function<RepublishRule, Object>> told;

    ListedRule(RepublishRule rule, Members members) {
        this.rule = rule;
        this.told = OTHER.entrySet().stream()
                .filter(member -> members.optionalText(member.getKey()).isPresent())
                .map(Map.Entry::getValue)
                .collect(Collectors.toList());
    }

    boolean isAsDesired(RepublishRule desired) {
        return areEqual(KEY, rule, desired) && areEqual(told, rule, desired);
    }

    /** Whether two rules are created by the same words. */
    static boolean areAlike(RepublishRule one, RepublishRule other) {
        return areEqual(KEY, one, other) && areEqual(List.copyOf(OTHER.values()), one, other);
    }

    private static boolean areEqual(
            List<Function<RepublishRule, Object>> values, RepublishRule one, RepublishRule other) {
        return values.stream().allMatch(value -> value.apply(one).equals(value.apply(other)));
    }

    /** No word means the same as the word for none. */
    private static String authSchema(RepublishRule rule) {
        String word = rule.authSchema().strip().toUpperCase(Locale.ROOT);
        return word.isEmpty() ? AuthSchema.NONE : word;
    }
}
