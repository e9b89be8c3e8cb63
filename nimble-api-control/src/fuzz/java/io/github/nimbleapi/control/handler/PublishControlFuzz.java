package io.github.nimbleapi.control.handler;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Bodies of publish control. CONTRIBUTING.md has the command. */
class PublishControlFuzz {
    @FuzzTest(maxDuration = "2m")
    void batch(byte[] body) throws Exception {
        Fuzzed.answer(
                PublishControlHandler.builder()
                        .listener(failure -> {})
                        .decide(attempt -> attempt.toString().length() % 2 == 0)
                        .build(),
                body);
    }
}
