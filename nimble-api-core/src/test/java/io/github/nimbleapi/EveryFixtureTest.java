package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleRejectedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every member of every recorded answer, changed in every way: nothing throws, and no other value changes. */
class EveryFixtureTest {
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

    static java.util.stream.Stream<Answered> answers() {
        return Answered.all();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aChangedMemberChangesItsOwnValueOnly(Answered answered) throws IOException {
        JsonNode original = Fixture.read(answered.fixture);
        Map<String, String> before = read(answered, original);
        Map<String, Set<String>> changedBy = new TreeMap<>();
        for (String path : Fixture.paths(original)) {
            for (MemberChange change : MemberChange.values()) {
                Set<String> changed = changedValues(answered, original, before, path, change);
                if (isHarmless(change, original.at(path))) {
                    assertThat(changed).as("%s %s", change, path).isEmpty();
                }
                if (original.at(path).isValueNode()) {
                    changedBy.computeIfAbsent(path, p -> new TreeSet<>()).addAll(changed);
                }
            }
        }
        changedBy.forEach((path, values) -> {
            if (!path.equals("/status")) {
                assertThat(values).as("what %s is for", path).isNotEmpty();
            }
            changedBy.forEach((other, otherValues) -> {
                if (!path.equals(other)) {
                    assertThat(values).as("%s and %s", path, other).doesNotContainAnyElementsOf(otherValues);
                }
            });
        });
    }

    private static boolean isHarmless(MemberChange change, JsonNode value) {
        return change == MemberChange.NEIGHBOUR || (change == MemberChange.STRING && value.isValueNode());
    }

    /** Names of the values that are others, appear or disappear. */
    private Set<String> changedValues(
            Answered answered, JsonNode original, Map<String, String> before, String path, MemberChange change)
            throws IOException {
        Map<String, String> after;
        try {
            after = read(answered, Fixture.changed(original, path, change));
        } catch (NimbleDataException | NimbleRejectedException e) {
            // Without its list or its status an answer as a whole has another meaning.
            assertThat(path).as("%s: %s", change, e.getMessage()).matches("/[^/]*");
            assertThat(path.equals("/status") || original.at(path).isContainerNode())
                    .isTrue();
            return Set.of(path);
        }
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .filter(name -> !name.contains("new_"))
                .collect(Collectors.toSet());
    }

    private Map<String, String> read(Answered answered, JsonNode json) {
        answer = json.toString();
        return new HashMap<>(Accessors.of(answered.call.apply(client)));
    }
}
