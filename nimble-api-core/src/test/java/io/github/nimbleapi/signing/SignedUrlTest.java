package io.github.nimbleapi.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedUrlTest {
    private static final String SIGNED = "http://edge-1:8082/a?start=1&salt=4242&hash=s3cret==";

    @ParameterizedTest
    @CsvSource({
        "http://e/a?start=1&salt=4242&hash=s3cret==, http://e/a?start=1&salt=***&hash=***",
        "http://e/a?salt=4242&hash=s3cret%3D%3D&end=2, http://e/a?salt=***&hash=***&end=2",
        "http://e/a?HASH=s3cret#top, http://e/a?HASH=***#top",
        "http://e/salt=1/a?assault=2, http://e/salt=1/a?assault=2"
    })
    void itsTextShowsNeitherSaltNorHash(URI uri, String text) {
        assertThat(SignedUrl.of(uri)).hasToString(text);
        assertThat(SignedUrl.of(uri).uri()).isEqualTo(uri);
    }

    @Test
    @SuppressWarnings("NullAway")
    void equalAddressesAreEqual() {
        SignedUrl url = SignedUrl.of(URI.create(SIGNED));

        assertThat(url)
                .isEqualTo(SignedUrl.of(URI.create(SIGNED)))
                .hasSameHashCodeAs(SignedUrl.of(URI.create(SIGNED)))
                .isNotEqualTo(SignedUrl.of(URI.create(SIGNED + "&x")))
                .isNotEqualTo(SIGNED);
        assertThatNullPointerException().isThrownBy(() -> SignedUrl.of(null)).withMessage("uri");
    }
}
