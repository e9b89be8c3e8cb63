package io.github.nimbleapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "live | live",
                "a b | a%20b",
                "\u00e4 | %C3%A4",
                "\u0131 | %C4%B1",
                "a/b | a%2Fb",
                "%2F | %252F",
                "a%2Fb | a%252Fb",
                "smil:x.smil | smil:x.smil",
                "+ | %2B",
                "\ud83d\ude00 | %F0%9F%98%80",
                "\\ | %5C",
                "a?b#c | a%3Fb%23c",
                "a;b=c&d,e | a;b=c&d,e",
                "'\"<>[]{}^`' | %22%3C%3E%5B%5D%7B%7D%5E%60",
                "... | ...",
                ".m3u8 | .m3u8",
                "' ' | %20",
                "a\tb\u0001\u007f. | a%09b%01%7F."
            })
    void aNameIsOneSegment(String name, String segment) {
        assertThat(PathNames.encoded("stream", name)).isEqualTo(segment);
        assertThat(URI.create("http://a/x/" + segment).getPath()).isEqualTo("/x/" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void aNameThatPathsDoNotKeepIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathNames.encoded("stream", name))
                .withMessageStartingWith("stream is ")
                .withMessageEndingWith(": give its name");
    }

    @Test
    @SuppressWarnings("NullAway")
    void soIsNone() {
        assertThatNullPointerException()
                .isThrownBy(() -> PathNames.encoded("stream", null))
                .withMessage("stream");
    }
}
