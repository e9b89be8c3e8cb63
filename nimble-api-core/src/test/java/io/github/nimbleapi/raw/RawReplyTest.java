package io.github.nimbleapi.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawReplyTest {
    private static final RawReply REPLY = RawReply.of(200, Map.of("X-Id", List.of("a", "b")), "body");

    @ParameterizedTest
    @ValueSource(strings = {"X-Id", "x-id", "X-ID"})
    void aHeaderIsFoundInAnyCase(String name) {
        assertThat(REPLY.header(name)).contains("a");
    }

    @Test
    void headersAreNamedInLowerCaseAndCanNotBeChanged() {
        assertThat(REPLY.headers()).containsExactly(Map.entry("x-id", List.of("a", "b")));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> REPLY.headers().clear());
    }

    @Test
    void aHeaderThatIsNotThereIsEmpty() {
        assertThat(REPLY.header("Retry-After")).isEmpty();
        assertThat(RawReply.of(404, "").headers()).isEmpty();
    }

    @Test
    void repliesOfTheSameContentAreEqual() {
        RawReply same = RawReply.of(200, Map.of("x-ID", List.of("a", "b")), "body");

        assertThat(REPLY).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo("reply");
        assertThat(REPLY)
                .isNotEqualTo(RawReply.of(201, REPLY.headers(), "body"))
                .isNotEqualTo(RawReply.of(200, "body"))
                .isNotEqualTo(RawReply.of(200, REPLY.headers(), "other"));
    }

    @Test
    void itsTextShowsNeitherHeadersNorBody() {
        assertThat(REPLY).hasToString("RawReply[200, 4 characters]");
        assertThat(REPLY.statusCode()).isEqualTo(200);
        assertThat(REPLY.bodyText()).isEqualTo("body");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aMissingPartIsRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> RawReply.of(200, null))
                .withMessage("bodyText");
        assertThatNullPointerException()
                .isThrownBy(() -> RawReply.of(200, null, "body"))
                .withMessage("headers");
        assertThatNullPointerException().isThrownBy(() -> REPLY.header(null)).withMessage("name");
    }
}
