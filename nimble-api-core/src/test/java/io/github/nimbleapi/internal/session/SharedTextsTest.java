package io.github.nimbleapi.internal.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.session.SessionType;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedTextsTest {
    private final SharedTexts texts = new SharedTexts();

    private String ofJson(String json) throws IOException {
        byte[] bytes = ("\"" + json + "\"        ").getBytes(UTF_8);
        return texts.text(bytes, 1, bytes.length - 9);
    }

    @Test
    void equalTextsAreTheSameString() throws IOException {
        assertThat(ofJson("Mozilla\\/5.0")).isEqualTo("Mozilla/5.0").isSameAs(ofJson("Mozilla\\/5.0"));
        assertThat(ofJson("漢😀")).isEqualTo("漢😀").isSameAs(ofJson("漢😀"));
        assertThat(ofJson("")).isEmpty();
        assertThat(texts.text(new String("live"))).isSameAs(texts.text(new String("live")));
    }

    @Test
    void textsThatDifferInOneByteAreToldApart() throws IOException {
        String text = "0123456789abcdef";
        for (int i = 0; i < text.length(); i++) {
            String other = text.substring(0, i) + "x" + text.substring(i + 1);
            assertThat(ofJson(other)).isEqualTo(other);
            assertThat(ofJson(text.substring(0, i))).isEqualTo(text.substring(0, i));
        }
        assertThat(ofJson(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%d", "s%d", "stream-number-%d", "stream-%07d", "%d-high", "Mozilla/5.0 (SM-%d) Chrome/99"})
    void manyTextsThatDifferInFewDigitsAreShared(String pattern) throws IOException {
        Set<String> instances = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 1_000; i++) {
                instances.add(ofJson(String.format(Locale.ROOT, pattern, i)));
            }
        }

        assertThat(instances).hasSizeLessThan(1_050);
    }

    @Test
    void howeverManyComeNoMoreThanSoManyAreHeld() throws IOException {
        String early = ofJson("early");
        String earlyOther = texts.text("early of Jackson");
        int many = 50_000;
        Set<String> instances = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < many; i++) {
                String text = ofJson("viewer-" + i);
                assertThat(text).isEqualTo("viewer-" + i);
                instances.add(text);
                texts.text("player-" + i);
            }
        }

        assertThat(2 * many - instances.size()).as("texts held").isBetween(1_000, 4_096);
        assertThat(ofJson("early")).isSameAs(early);
        assertThat(texts.text("early of Jackson")).isSameAs(earlyOther);
    }

    @Test
    void longTextsAreNotHeld() throws IOException {
        String longText = "x".repeat(2_000);

        assertThat(ofJson(longText)).isEqualTo(longText).isNotSameAs(ofJson(longText));
    }

    @Test
    void typesOfTheSameWordAreTheSameAndTooManyAreStillRight() {
        assertThat(texts.type("MoQ")).isSameAs(texts.type("MoQ")).isEqualTo(SessionType.of("MoQ"));
        for (int i = 0; i < 1_000; i++) {
            assertThat(texts.type("type" + i).value()).isEqualTo("type" + i);
        }
    }
}
