package io.github.nimbleapi.signing;

import java.util.Objects;

/** Checks what signers are given. */
final class Checks {
    private Checks() {}

    /** Refuses what can't be a token, a key or a password, such as one with the line break of its file. It is not shown. */
    static String secret(String secret, String name, String remedy) {
        if (Objects.requireNonNull(secret, name).isBlank()) {
            throw new IllegalArgumentException(name + " is blank: " + remedy);
        }
        if (hasControl(secret)) {
            throw new IllegalArgumentException(name + " has a line break or another control character: " + remedy);
        }
        return secret;
    }

    /** Refuses what would break out of its place among the inner parameters of a token. */
    static String inner(String value, String name) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " is blank: leave it out, or give one");
        }
        if (value.indexOf('&') >= 0 || hasControl(value)) {
            throw new IllegalArgumentException(name + " is \"" + value
                    + "\": a token can't hold & or control characters, give Nimble another name for it");
        }
        return value;
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
