package io.github.nimbleapi.control.handler;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** What tells repeats: ID and Puzzle as one text, for that is what is signed, and where in it the first one ends. */
final class PushPair {
    final UUID text;
    final UUID puzzle;
    final int idLength;

    PushPair(String id, String puzzle) {
        this.text = digest(id + puzzle);
        this.puzzle = digest(puzzle);
        this.idLength = id.length();
    }

    private static UUID digest(String text) {
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
