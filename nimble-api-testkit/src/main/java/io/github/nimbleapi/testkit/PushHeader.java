package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.JsonText;
import io.github.nimbleapi.testkit.internal.Md5;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each push begins with: who can read it knows that it is no forgery. Immutable. */
final class PushHeader {
    private final String id;
    private final String puzzle;

    PushHeader() {
        this(UUID.randomUUID().toString(), UUID.randomUUID().toString());
    }

    PushHeader(String id, String puzzle) {
        this.id = id;
        this.puzzle = puzzle;
    }

    /** The beginning of the body; signed unless the token is {@code ""}. */
    JsonText begin(String token) {
        JsonText text = new JsonText().member("ID", id);
        if (!token.isEmpty()) {
            text.member("Signature", Md5.base64(id + puzzle + token));
        }
        return text.member("Puzzle", puzzle);
    }

    boolean isSolved(String token, @Nullable Object solution) {
        return solution instanceof String && Md5.matches(puzzle + token, (String) solution);
    }
}
