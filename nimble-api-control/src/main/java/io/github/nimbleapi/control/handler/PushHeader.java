package io.github.nimbleapi.control.handler;

import java.io.IOException;
import java.util.Optional;

/** {@code ID}, {@code Puzzle} and {@code Signature} of a push; {@code ""} where missing. Of several the last one counts. */
final class PushHeader {
    private String id = "";
    private String puzzle = "";
    private String signature = "";

    private PushHeader() {}

    /** Reads the whole body, so that one which can't be read is known before anything is done with it. */
    static PushHeader of(byte[] body) throws Refusal {
        PushHeader header = new PushHeader();
        Posted.read(body, posted -> posted.root(name -> header.take(name, posted)));
        return header;
    }

    private void take(String name, Posted posted) throws IOException {
        switch (name) {
            case "ID":
                id = posted.text();
                break;
            case "Puzzle":
                puzzle = posted.text();
                break;
            case "Signature":
                signature = posted.text();
                break;
            default: // is for the second reading
        }
    }

    String id() {
        return id;
    }

    String puzzle() {
        return puzzle;
    }

    String signature() {
        return signature;
    }

    boolean isComplete() {
        return !id.isEmpty() && !puzzle.isEmpty() && !signature.isEmpty();
    }

    /** ID and Puzzle, if both are there. */
    Optional<PushPair> pair() {
        return id.isEmpty() || puzzle.isEmpty() ? Optional.empty() : Optional.of(new PushPair(id, puzzle));
    }
}
