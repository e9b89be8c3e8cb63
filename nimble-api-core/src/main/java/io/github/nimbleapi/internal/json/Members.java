package io.github.nimbleapi.internal.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.nimbleapi.internal.http.Reply;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A JSON object read leniently: nothing is required, numbers may be text. Remembers what was asked for. */
public final class Members {
    private final JsonNode node;
    private final Set<String> known = new HashSet<>();

    private Members(JsonNode node) {
        this.node = node;
    }

    /** The members of an answer that is an object and does not say no. */
    public static Members of(Reply reply) throws IOException {
        JsonNode answer = Json.tree(reply.body());
        if (!answer.isObject()) {
            throw new JsonParseException(null, "expected an object, found " + answer.getNodeType());
        }
        if (Status.of(answer) != Status.OK) {
            throw Status.rejection(reply, answer.toString());
        }
        return new Members(answer);
    }

    public long whole(String name) {
        return Numbers.whole(text(name));
    }

    public double decimal(String name) {
        return Numbers.decimal(text(name));
    }

    /** The text of a scalar; {@code ""} for anything else. */
    public String text(String name) {
        known.add(name);
        return node.path(name).asText("");
    }

    /** The members of a member; none where it is not an object. */
    public Members child(String name) {
        known.add(name);
        return new Members(node.path(name));
    }

    /** Adds what was not asked for, with its text or JSON. */
    public void addRest(String prefix, Map<String, String> target) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!known.contains(member.getKey()) && !member.getValue().isNull()) {
                JsonNode value = member.getValue();
                target.put(prefix + member.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        }
    }
}
