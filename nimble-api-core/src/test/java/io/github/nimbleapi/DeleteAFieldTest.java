package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nimbleapi.session.PlaybackSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every member of every recorded session, changed in every way: nothing throws, and no other value changes. */
class DeleteAFieldTest {
    private static final String SESSION_BEFORE = "{\"id\":1,\"app\":\"before\"}";
    private static final String SESSION_AFTER = "{\"id\":2,\"app\":\"after\"}";

    private volatile String answer = "";
    private final RawPeer peer = RawPeer.playing(connection -> {
        while (connection.readsRequest()) {
            connection.write(RawPeer.ok(answer));
        }
    });
    private final NimbleClient client = peer.client().build();

    @AfterEach
    void close() {
        client.close();
        peer.close();
    }

    @ParameterizedTest
    @EnumSource
    void aSessionKeepsItsOtherValues(MemberChange change) throws IOException {
        for (JsonNode original : sessions()) {
            Map<String, String> values = values(list(original.toString()).get(1));
            for (String path : Fixture.paths(original)) {
                JsonNode changed = Fixture.changed(original, path, change);
                List<PlaybackSession> sessions = list(changed.toString());

                if (path.equals("/id") && change != MemberChange.STRING && change != MemberChange.NEIGHBOUR) {
                    assertThat(sessions).hasSize(2);
                } else {
                    assertThat(sessions).as("%s %s", change, path).hasSize(3);
                    assertSameBut(path, values, values(sessions.get(1)), change);
                }
                assertThat(sessions.get(0).app()).isEqualTo("before");
                assertThat(sessions.get(sessions.size() - 1).app()).isEqualTo("after");
            }
        }
    }

    @Test
    void theFixturesAreReadWhole() throws IOException {
        PlaybackSession viewer =
                list(Fixture.read("session-with-viewer.json").get(0).toString()).get(1);
        assertThat(values(viewer)).doesNotContainValue("").doesNotContainValue("0");
        assertThat(viewer.extraMembers()).containsOnlyKeys("referer");
    }

    /** Compares values by name; a member's name is its path with dots. */
    private static void assertSameBut(
            String path, Map<String, String> before, Map<String, String> after, MemberChange change) {
        String changed = path.substring(1).replace('/', '.');
        boolean harmless = change == MemberChange.STRING || change == MemberChange.NEIGHBOUR;
        before.forEach((name, value) -> {
            boolean within = (name + ".").startsWith(changed + ".") || (changed + ".").startsWith(name + ".");
            if (!within || (harmless && name.equals(changed))) {
                assertThat(after).as("%s %s", change, path).containsEntry(name, value);
            }
        });
    }

    private static Map<String, String> values(PlaybackSession session) {
        Map<String, String> values = new TreeMap<>(session.extraMembers());
        values.put("id", Long.toUnsignedString(session.id()));
        values.put("app", session.app());
        values.put("stream", session.stream());
        values.put("type", session.type().value());
        values.put("created", session.created().map(Objects::toString).orElse(""));
        values.put("last_access", session.lastAccess().map(Objects::toString).orElse(""));
        values.put("client_ip", session.clientIp());
        values.put("user_agent", session.userAgent());
        values.put("bytes_recv", "" + session.bytesReceived());
        values.put("bytes_sent", "" + session.bytesSent());
        values.put("ppv_id", session.viewerId().orElse(""));
        return values;
    }

    private static List<JsonNode> sessions() throws IOException {
        return Stream.of(Fixture.read("sessions.json"), Fixture.read("session-with-viewer.json"))
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .collect(Collectors.toList());
    }

    /** The session among two others, listed. */
    private List<PlaybackSession> list(String session) {
        answer = "[" + SESSION_BEFORE + "," + session + "," + SESSION_AFTER + "]";
        return client.sessions().list();
    }
}
