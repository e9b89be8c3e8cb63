package io.github.nimbleapi.control.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The genuine report with one member changed at a time. */
class PayPerViewShapesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> PROOF = Set.of("/ID", "/Puzzle", "/Signature");

    private final List<PayPerViewReport> reports = new ArrayList<>();

    @Test
    void anyMemberMayBeMissingNullOrOfAnotherKind() throws IOException {
        int changes = 0;
        for (String pointer : pointers("", MAPPER.readTree(Push.GENUINE))) {
            for (String with :
                    List.of("", "null", "\"\"", "7", "-1.5e400", "true", "[]", "{}", "[[1]]", "{\"x\":[1]}")) {
                JsonNode changed = changed(pointer, with);
                int status = post(changed);

                assertThat(status)
                        .as("%s replaced by %s", pointer, with)
                        .isEqualTo(PROOF.contains(pointer) ? 403 : 200);
                changes++;
            }
        }
        assertThat(changes).isGreaterThan(150);
        assertThat(reports).hasSize(changes - 30);
    }

    @Test
    void numbersMayBeTextAndTextNumbers() throws IOException {
        post(
                changed(
                        "/PayPerViewInfo/VHost/0/Application/0/Instance/0/Stream/0/Player/0",
                        "{\"id\":500,\"ip\":\"127.0.0.1\","
                                + "\"sessionid\":1001,\"delta\":\"7000\",\"bytes_sent\":\"13981102\",\"user_agents\":\"Mozilla/5.0 ...\"}"));
        post(MAPPER.readTree(Push.GENUINE));

        assertThat(reports).hasSize(2);
        assertThat(reports.get(0)).isEqualTo(reports.get(1));
    }

    @Test
    void aMissingMemberLosesNoOther() throws IOException {
        post(changed("/PayPerViewInfo/VHost/0/name", ""));
        post(changed("/PayPerViewInfo/VHost/0/Application/0/Instance/0/Stream/0/Player/0/id", "{}"));

        assertThat(reports.get(0).viewers())
                .extracting(ReportedViewer::viewerId)
                .containsExactly("500");
        assertThat(reports.get(1).viewers())
                .extracting(ReportedViewer::viewerId)
                .containsExactly("");
        assertThat(reports.get(1).viewers()).extracting(ReportedViewer::app).containsExactly("live");
    }

    private int post(JsonNode body) {
        return PayPerViewHandler.builder()
                .token(Push.GENUINE_TOKEN)
                .listener(new Told())
                .onReport(report -> {
                    reports.add(report);
                    return Set.of();
                })
                .build()
                .handle(Push.bytes(body.toString()))
                .status();
    }

    private static List<String> pointers(String at, JsonNode node) {
        List<String> all = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> {
            all.add(at + "/" + name);
            all.addAll(pointers(at + "/" + name, node.get(name)));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all.add(at + "/" + i);
            all.addAll(pointers(at + "/" + i, node.get(i)));
        }
        return all;
    }

    private static JsonNode changed(String pointer, String with) throws IOException {
        JsonNode root = MAPPER.readTree(Push.GENUINE);
        int last = pointer.lastIndexOf('/');
        JsonNode parent = root.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (parent.isObject() && with.isEmpty()) {
            ((ObjectNode) parent).remove(name);
        } else if (parent.isObject()) {
            ((ObjectNode) parent).set(name, MAPPER.readTree(with));
        } else if (with.isEmpty()) {
            ((ArrayNode) parent).remove(Integer.parseInt(name));
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), MAPPER.readTree(with));
        }
        return root;
    }
}
