package io.github.nimbleapi.control.handler;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Objects;

/** Bodies of publish notifications, signed or not. CONTRIBUTING.md has the command. */
class StreamEventFuzz {
    @FuzzTest(maxDuration = "2m")
    void notification(byte[] body) throws Exception {
        Fuzzed.answer(
                StreamEventHandler.builderWithoutToken()
                        .listener(failure -> {})
                        .onEvent(StreamEventFuzz::look)
                        .build(),
                body);
        StreamEventHandler handler = StreamEventHandler.builder()
                .token(Push.TOKEN)
                .listener(failure -> {})
                .onEvent(StreamEventFuzz::look)
                .build();
        Fuzzed.answer(handler, body);
        Fuzzed.answer(handler, Fuzzed.signed(body));
    }

    private static void look(StreamEvent event) {
        Objects.requireNonNull(event.toString());
    }
}
