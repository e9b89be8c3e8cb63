package io.github.nimbleapi.control.handler;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

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

    /** What tells repeats: a digest of ID and Puzzle, if both are there. */
    Optional<UUID> pair() {
        if (id.isEmpty() || puzzle.isEmpty()) {
            return Optional.empty();
        }
        // The length keeps apart what would be one text.
        byte[] text = (id.length() + " " + id + puzzle).getBytes(StandardCharsets.UTF_8);
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(text));
        return Optional.of(new UUID(digest.getLong(), digest.getLong()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
