package io.github.nimbleapi.testkit;

import io.github.nimbleapi.republish.AuthSchema;
import io.github.nimbleapi.republish.RepublishRule;
import io.github.nimbleapi.testkit.internal.JsonText;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The wire text of a republishing rule. */
final class FakeRule {
    private final Map<String, @Nullable Object> members;

    private FakeRule(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /** The rule that a body describes; nothing where something is missing or of a wrong kind. */
    static Optional<RepublishRule> read(Map<String, @Nullable Object> members) {
        try {
            return Optional.of(new FakeRule(members).rule());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private RepublishRule rule() {
        String app = name("src_app");
        RepublishRule.Builder rule = RepublishRule.builder();
        if (members.containsKey("src_stream")) {
            rule.from(app, name("src_stream"));
        } else {
            rule.fromWholeApplication(app);
        }
        return rule.destinationAddress(host())
                .destinationPort(port())
                .destinationApp(name("dest_app"))
                .destinationStream(members.containsKey("src_stream") ? name("dest_stream") : text("dest_stream"))
                .destinationAppParams(text("dest_app_params"))
                .destinationStreamParams(text("dest_stream_params"))
                .authSchema(members.containsKey("auth_schema") ? text("auth_schema") : AuthSchema.NONE)
                .destinationLogin(text("dest_login"))
                .destinationPassword(text("dest_password"))
                .keepSourceStreamParams(flag("keep_src_stream_params"))
                .ssl(flag("ssl"))
                .build();
    }

    private String host() {
        String host = name("dest_addr");
        require(!host.contains("/"));
        return host;
    }

    private int port() {
        Object port = members.getOrDefault("dest_port", new BigDecimal(1935));
        require(port instanceof BigDecimal && port.toString().matches("[1-9][0-9]{0,4}"));
        return Integer.parseInt(String.valueOf(port));
    }

    private String name(String member) {
        String name = text(member);
        require(!name.isBlank());
        return name;
    }

    private String text(String member) {
        Object text = members.getOrDefault(member, "");
        require(text instanceof String);
        return String.valueOf(text);
    }

    private boolean flag(String member) {
        Object flag = members.getOrDefault(member, false);
        require(flag instanceof Boolean);
        return Boolean.TRUE.equals(flag);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("no rule");
        }
    }

    static String wireText(RepublishRule rule) {
        JsonText text = new JsonText();
        text.raw("id", rule.id());
        addPlaces(rule, text);
        return text.member("dest_app_params", rule.destinationAppParams())
                .member("dest_stream_params", rule.destinationStreamParams())
                .member("auth_schema", rule.authSchema())
                .member("dest_login", rule.destinationLogin())
                .member("dest_password", rule.destinationPassword())
                .member("keep_src_stream_params", rule.keepSourceStreamParams())
                .member("ssl", rule.ssl())
                .toString();
    }

    /** From where it goes to where. */
    static void addPlaces(RepublishRule rule, JsonText text) {
        text.member("src_app", rule.sourceApp());
        if (!rule.isWholeApplication()) {
            text.member("src_stream", rule.sourceStream());
        }
        text.member("dest_addr", rule.destinationAddress())
                .member("dest_port", rule.destinationPort())
                .member("dest_app", rule.destinationApp())
                .member("dest_stream", rule.destinationStream());
    }
}
