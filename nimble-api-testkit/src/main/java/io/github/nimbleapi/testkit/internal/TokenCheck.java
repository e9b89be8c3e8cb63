package io.github.nimbleapi.testkit.internal;

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
                && Md5.matches(salts.get(0) + "/" + token, hashes.get(0));
    }
}
