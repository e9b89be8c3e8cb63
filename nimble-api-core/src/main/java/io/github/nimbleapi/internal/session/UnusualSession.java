package io.github.nimbleapi.internal.session;

import com.fasterxml.jackson.core.JsonParser;
import io.github.nimbleapi.internal.json.Json;
import io.github.nimbleapi.session.PlaybackSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Has Jackson read one session among plain ones. */
final class UnusualSession {
    private UnusualSession() {}

    /** The length of the object that comes next, whatever it holds; {@link PlainSession#SHORT} if it does not end. */
    static int length(Window window) {
        int depth = 0;
        for (int at = window.start; at < window.end; at++) {
            switch (window.bytes[at]) {
                case '{':
                case '[':
                    depth++;
                    break;
                case '}':
                case ']':
                    depth--;
                    break;
                case '"':
                    at = closingQuote(window, at);
                    break;
                default: // belongs to a number or word
            }
            if (depth == 0) {
                return at + 1 - window.start;
            }
        }
        return PlainSession.SHORT;
    }

    private static int closingQuote(Window window, int opening) {
        int at = opening + 1;
        while (at < window.end && window.bytes[at] != '"') {
            at += window.bytes[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    /** The session; null if it has no readable id. */
    static @Nullable PlaybackSession read(Window window, int length, SharedTexts shared) throws IOException {
        String object = new String(window.bytes, window.start, length, StandardCharsets.UTF_8);
        try (JsonParser parser = Json.parser("[" + object)) {
            parser.nextToken();
            parser.nextToken();
            return new SessionReader(parser, shared).read();
        }
    }
}
