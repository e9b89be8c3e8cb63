package io.github.nimbleapi.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.nimbleapi.NimbleClient;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawPathTest {
    private static final NimbleClient CLIENT = NimbleClient.create("http://127.0.0.1:1");
    private static final RawCalls RAW = CLIENT.raw();

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "manage/sessions",
                "http://elsewhere/manage/sessions",
                "//elsewhere/manage/sessions",
                "/manage/sessions#top",
                "/manage/a b",
                "/manage/a\r\nX-Injected: 1",
                "/manage/a\nb",
                "/manage/a\u0000",
                "/manage/%zz",
                "/manage/sessions?salt=9",
                "/manage/sessions?hash=abc==",
                "/manage/sessions?a=1&hash=abc==&b=2"
            })
    void aPathThatCanNotBeOneIsRefusedUnseen(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RAW.get(path))
                .withMessageStartingWith("path ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("elsewhere", "abc=="))
                .withNoCause();
    }

    @FunctionalInterface
    interface Operation {
        Object call(String path);
    }

    static Stream<Operation> operations() {
        return Stream.of(
                RAW::get,
                RAW::getAsync,
                RAW::post,
                RAW::postAsync,
                path -> RAW.post(path, "{}"),
                path -> RAW.postAsync(path, "{}"),
                RAW::delete,
                RAW::deleteAsync);
    }

    @ParameterizedTest
    @MethodSource("operations")
    @SuppressWarnings("NullAway")
    void everyOperationChecksAtOnce(Operation operation) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operation.call("manage"))
                .withMessageStartingWith("path ");
        assertThatNullPointerException().isThrownBy(() -> operation.call(null)).withMessage("path");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aMissingBodyIsRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> RAW.post("/manage/a", null))
                .withMessage("json");
        assertThatNullPointerException()
                .isThrownBy(() -> RAW.postAsync("/manage/a", null))
                .withMessage("json");
    }
}
