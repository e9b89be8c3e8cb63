package io.github.nimbleapi.testkit.internal.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Titles, and what is left of long ones. A block has room for 4065 bytes of a title. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class IcyBodyTest {
    @Test
    void aShortTitleIsWhole() throws IOException {
        assertThat(block("ş😀")).isEqualTo("StreamTitle='ş😀';" + "\0".repeat(11));
        assertThat(block("x".repeat(4065))).isEqualTo("StreamTitle='" + "x".repeat(4065) + "';");
    }

    @ParameterizedTest
    @CsvSource({"x, 4065, ''", "ş, 2032, '\0'", "€, 1355, ''", "😀, 1016, '\0'"})
    void aLongTitleIsCutBetweenItsCharacters(String character, int left, String padding) throws IOException {
        assertThat(block(character.repeat(100_000)))
                .isEqualTo("StreamTitle='" + character.repeat(left) + "';" + padding);
    }

    @Test
    void halfACharacterIsAQuestionMark() throws IOException {
        assertThat(block("a\uD83Db")).startsWith("StreamTitle='a?b';");
    }

    /** The first, without the byte that tells its length. */
    private static String block(String title) throws IOException {
        byte[] sound = new byte[IcyBody.INTERVAL];
        try (InputStream body = new IcyBody(new ByteArrayInputStream(sound), () -> title)) {
            assertThat(body.readNBytes(sound.length)).isEqualTo(sound);
            byte[] block = body.readNBytes(16 * body.read());
            return new String(block, StandardCharsets.UTF_8);
        }
    }
}
