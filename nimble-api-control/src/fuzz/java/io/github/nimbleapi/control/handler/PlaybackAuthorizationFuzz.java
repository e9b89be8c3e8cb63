package io.github.nimbleapi.control.handler;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;

/** Bodies of playback authorization. CONTRIBUTING.md has the command. */
class PlaybackAuthorizationFuzz {
    @FuzzTest(maxDuration = "2m")
    void request(byte[] body) throws Exception {
        PlaybackAuthorizationHandler handler = PlaybackAuthorizationHandler.builder()
                .listener(failure -> {})
                .onFailure(PlaybackDecision.redirect(URI.create("http://failed/")))
                .decide(PlaybackAuthorizationFuzz::look)
                .build();
        if (Push.text(handler.handle(body)).contains("http://failed/")) {
            throw new AssertionError("the request could not be looked at");
        }
        Fuzzed.answer(handler, body);
    }

    private static PlaybackDecision look(PlaybackRequest request) {
        String all = request.app() + request.stream() + request.viewerId() + request.clientIp() + request;
        return all.isEmpty() ? PlaybackDecision.allow() : PlaybackDecision.deny();
    }
}
