package io.github.nimbleapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Recorded answers, and what can be changed in them. */
final class Fixture {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Fixture() {}

    static JsonNode read(String name) throws IOException {
        try (InputStream in = Fixture.class.getResourceAsStream("/fixtures/" + name)) {
            return JSON.readTree(Objects.requireNonNull(in, name));
        }
    }

    /** The paths of all members, also of those in members. */
    static List<String> paths(JsonNode node) {
        return paths(node, "");
    }

    private static List<String> paths(JsonNode node, String path) {
        List<String> paths = new ArrayList<>();
        node.properties().forEach(member -> {
            String inner = path + "/" + member.getKey();
            paths.add(inner);
            paths.addAll(paths(member.getValue(), inner));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            paths.addAll(paths(node.get(i), path + "/" + i));
        }
        return paths;
    }

    static JsonNode changed(JsonNode original, String path, MemberChange change) {
        JsonNode copy = original.deepCopy();
        int name = path.lastIndexOf('/');
        change.apply((ObjectNode) copy.at(path.substring(0, name)), path.substring(name + 1));
        return copy;
    }
}
