package io.github.nimbleapi.testkit.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * Strict where a client could go wrong: {@code salt} and {@code hash} exactly once each, a decimal salt, the Base64 of
 * the raw digest.
 */
final class TokenCheck {
    private final String token;

    TokenCheck(String token) {
        this.token = token;
    }

    boolean accepts(WireRequest request) {
        List<String> salts = request.parameters("salt");
        List<String> hashes = request.parameters("hash");
        return salts.size() == 1
                && hashes.size() == 1
                && salts.get(0).matches("[0-9]{1,7}")
                && hashes.get(0).equals(hash(salts.get(0)));
    }

    private String hash(String salt) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest((salt + "/" + token).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
