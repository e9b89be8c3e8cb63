package io.github.nimbleapi.control.handler;

import static io.github.nimbleapi.control.handler.Push.bytes;
import static io.github.nimbleapi.control.handler.Push.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishControlHandlerTest {
    private final Told told = new Told();
    private final List<PublishAttempt> attempts = new ArrayList<>();
    private final PublishControlHandler handler = PublishControlHandler.builder()
            .listener(told)
            .decide(attempt -> {
                attempts.add(attempt);
                if (attempt.publisherId().equals("bad")) {
                    throw new IllegalStateException();
                }
                return attempt.publisherId().startsWith("ID_");
            })
            .build();

    private String answers(String items) {
        return text(handler.handle(bytes("{\"PublishAuthRequest\":[" + items + "]}")))
                .replace("{\"PublishAuthResponse\":", "");
    }

    @Test
    void everyQuestionIsAnsweredUnderItsOwnNumber() {
        assertThat(answers("{\"seq\":\"1\",\"id\":\"ID_1\",\"ip\":\"192.168.1.1\",\"stream\":\"publish/stream\"},"
                        + "{\"seq\":\"2\",\"id\":\"x\",\"stream\":\"/a/b/c\"}"))
                .isEqualTo("[{\"seq\":\"1\",\"status\":\"success\"},{\"seq\":\"2\",\"status\":\"fail\"}]}");
        assertThat(attempts)
                .containsExactly(
                        PublishAttempt.of("ID_1", "192.168.1.1", "publish", "stream"),
                        PublishAttempt.of("x", "", "a/b", "c"));
    }

    @Test
    void numbersComeBackAsTheyCame() {
        for (String seq :
                List.of("1", "\"01\"", "1.50", "12345678901234567890123", "1e5", "\"\u00e4\\\"\"", "true", "null")) {
            assertThat(answers("{\"seq\":" + seq + ",\"id\":\"ID_1\"}"))
                    .isEqualTo("[{\"seq\":" + seq + ",\"status\":\"success\"}]}");
        }
        assertThat(answers("{}")).isEqualTo("[{\"status\":\"fail\"}]}");
    }

    @Test
    void aQuestionThatTheCodeFailsForIsNotAnsweredWithYes() {
        assertThat(answers("{\"seq\":1,\"id\":\"bad\"},{\"seq\":2,\"id\":\"ID_2\"}"))
                .isEqualTo("[{\"seq\":1,\"status\":\"fail\"},{\"seq\":2,\"status\":\"success\"}]}");
        assertThat(told.only().cause()).containsInstanceOf(IllegalStateException.class);
        assertThat(told.only().status()).isEqualTo(200);
    }

    @Test
    void whereNothingIsAskedNothingIsAnswered() {
        for (String body : List.of(
                "{}",
                "{\"PublishAuthRequest\":null}",
                "{\"PublishAuthRequest\":[]}",
                "{\"PublishAuthRequest\":[1,null,[{}]]}")) {
            assertThat(handler.handle(bytes(body)))
                    .isEqualTo(HandlerReply.of(200, "application/json", bytes("{\"PublishAuthResponse\":[]}")));
        }
        for (String body : List.of("", "[]", "<x/>")) {
            assertThat(handler.handle(bytes(body)).status()).isEqualTo(400);
        }
        assertThatThrownBy(() -> PublishControlHandler.builder().build()).hasMessageContaining("decide");
    }
}
