package io.github.nimbleapi.control.handler;

import static io.github.nimbleapi.control.handler.Push.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandlerValuesTest {
    @Test
    void aReplyKeepsItsBodyToItself() {
        byte[] body = bytes("s3cret");
        HandlerReply reply = HandlerReply.of(200, "text/plain", body);
        body[0] = 'x';
        reply.body()[1] = 'x';

        assertThat(reply.body()).isEqualTo(bytes("s3cret"));
        assertThat(reply).isEqualTo(HandlerReply.of(200, "text/plain", bytes("s3cret")));
        assertThat(reply).hasSameHashCodeAs(HandlerReply.of(200, "text/plain", bytes("s3cret")));
        assertThat(reply).isNotEqualTo(HandlerReply.of(200, "text/plain", bytes("other")));
        assertThat(reply.toString()).doesNotContain("s3cret").contains("6 bytes");
        assertThatThrownBy(() -> HandlerReply.of(99, "text/plain", body)).hasMessageContaining("status is 99");
    }

    @Test
    void nothingThatIsToldHoldsASecret() {
        Told told = new Told();
        PayPerViewHandler handler = PayPerViewHandler.builder()
                .token(Push.TOKEN)
                .listener(told)
                .onReport(report -> Set.of())
                .build();

        for (String body : List.of(
                "s3cret",
                "{\"s3cret\":s3cret}",
                "<s3cret>",
                "<!DOCTYPE s3cret>",
                "{\"ID\":\"s3cret\"}",
                "{\"ID\":\"s3cret\",\"Puzzle\":\"s3cret\",\"Signature\":\"s3cret\"}")) {
            handler.handle(bytes(body));
        }
        assertThat(told.failures).hasSize(6).allSatisfy(failure -> {
            assertThat(failure.toString()).doesNotContain("s3cret");
            assertThat(failure.cause()).isEmpty();
        });
    }
}
