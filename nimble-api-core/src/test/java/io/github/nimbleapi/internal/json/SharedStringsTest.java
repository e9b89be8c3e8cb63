package io.github.nimbleapi.internal.json;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedStringsTest {
    private final SharedStrings strings = new SharedStrings();

    private String get(String text) {
        char[] chars = ("<<" + text + ">>").toCharArray();
        return strings.get(chars, 2, text.length());
    }

    @Test
    void equalTextsAreTheSameString() {
        assertThat(get("Mozilla/5.0")).isEqualTo("Mozilla/5.0").isSameAs(get("Mozilla/5.0"));
        assertThat(get("漢😀")).isEqualTo("漢😀").isSameAs(get("漢😀"));
        assertThat(get("")).isEmpty();
    }

    @Test
    void textsWithTheSameHashAreToldApart() {
        List<String> colliding = colliding(6);
        assertThat(colliding)
                .allMatch(text -> text.hashCode() == colliding.get(0).hashCode());

        for (int round = 0; round < 2; round++) {
            assertThat(colliding).allSatisfy(text -> assertThat(get(text)).isEqualTo(text));
        }
        assertThat(get(colliding.get(0))).isSameAs(get(colliding.get(0)));
    }

    /** 2 to the power of the length, from pairs of equal hash. */
    private static List<String> colliding(int length) {
        return IntStream.range(0, 1 << length)
                .mapToObj(bits -> IntStream.range(0, length)
                        .mapToObj(bit -> (bits >> bit & 1) == 0 ? "Aa" : "BB")
                        .reduce("", String::concat))
                .collect(toList());
    }

    @Test
    void aFullTableStillGivesTheRightTextAndSharesWhatItHolds() {
        String early = get("early");
        List<String> many = IntStream.range(0, 50_000)
                .mapToObj(number -> "viewer-" + number)
                .collect(toList());

        assertThat(many).allSatisfy(text -> assertThat(get(text)).isEqualTo(text));
        assertThat(get("early")).isSameAs(early);
        Set<String> instances = Collections.newSetFromMap(new IdentityHashMap<>());
        many.forEach(text -> instances.add(get(text)));
        many.forEach(text -> instances.add(get(text)));
        assertThat(2 * many.size() - instances.size())
                .as("texts held, however many come")
                .isBetween(1_000, 2_048);
    }
}
