package io.github.nimbleapi.internal.republish;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nimbleapi.internal.http.Endpoint;
import io.github.nimbleapi.internal.http.Operation;
import io.github.nimbleapi.internal.http.Request;
import io.github.nimbleapi.republish.AuthSchema;
import io.github.nimbleapi.republish.RepublishRule;
import java.util.Objects;

/** A rule that is to be created. */
final class NewRule {
    private NewRule() {}

    static Operation<RepublishRule> creation(RepublishRule rule) {
        Request request = Endpoint.REPUBLISH_CREATE.request().json(json(rule));
        return Operation.of(request, reply -> RuleReader.created(reply, rule));
    }

    /** The rule itself, if it is complete. */
    static RepublishRule required(RepublishRule rule) {
        Objects.requireNonNull(rule, "rule");
        require(!rule.sourceApp().isBlank(), "source: call from(app, stream), or fromWholeApplication(app)");
        require(
                !rule.destinationAddress().isBlank(),
                "destinationAddress: set it, or begin with RepublishRule.to(url)");
        require(
                isHost(rule.destinationAddress()),
                "destinationAddress that is but a host: to take a URL apart, begin with RepublishRule.to(url)");
        require(rule.destinationPort() > 0, "destinationPort: set it");
        require(!rule.destinationApp().isBlank(), "destinationApp: set it");
        // The streams of a whole application have names of their own.
        require(
                rule.isWholeApplication() || !rule.destinationStream().isBlank(),
                "destinationStream: set it, it is often the stream key");
        return rule;
    }

    // The value is not shown: where it is more than a host it may hold a stream key or a password.
    private static boolean isHost(String address) {
        return address.matches("[^\\s/\\\\?#@]+") && !address.matches("[^:]+:\\d*");
    }

    private static void require(boolean holds, String missing) {
        if (!holds) {
            throw new IllegalArgumentException("rule has no " + missing);
        }
    }

    private static String json(RepublishRule rule) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("src_app", rule.sourceApp());
        if (!rule.isWholeApplication()) {
            json.put("src_stream", rule.sourceStream());
        }
        return json.put("dest_addr", rule.destinationAddress())
                .put("dest_port", rule.destinationPort())
                .put("dest_app", rule.destinationApp())
                .put("dest_stream", rule.destinationStream())
                .put("dest_app_params", rule.destinationAppParams())
                .put("dest_stream_params", rule.destinationStreamParams())
                .put("auth_schema", rule.authSchema().isBlank() ? AuthSchema.NONE : rule.authSchema())
                .put("dest_login", rule.destinationLogin())
                .put("dest_password", rule.destinationPassword())
                .put("keep_src_stream_params", rule.keepSourceStreamParams())
                .put("ssl", rule.ssl())
                .toString();
    }
}
