package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Searches texts for the token, and for the signatures in some text where they may be. */
final class SecretHunt {
    static final String TOKEN = "s3cret-t0ken-nobody-may-see";

    private static final int HASH_LENGTH = 22;
    private static final Pattern SIGNATURE = Pattern.compile("salt=(\\d+)&hash=([A-Za-z0-9]{22})==");
    private static final Pattern MAY_HOLD_A_HASH = Pattern.compile("[A-Za-z0-9]{" + HASH_LENGTH + ",}");

    /** A salt is but a number, so it must be named to be found. */
    private static final Pattern MAY_BE_A_SALT =
            Pattern.compile("(?i)salt[^a-z0-9]*(?:u003d|(?:25)*3d)?[^a-z0-9]*(\\d+)");

    private final Set<String> salts = new HashSet<>();
    private final Set<String> hashes = new HashSet<>();

    SecretHunt(String signed) {
        Matcher signature = SIGNATURE.matcher(signed);
        while (signature.find()) {
            salts.add(signature.group(1));
            hashes.add(signature.group(2));
        }
        assertThat(hashes).as("hashes").isNotEmpty();
    }

    void findsNothingIn(List<String> texts) {
        for (String text : texts) {
            assertThat(text).doesNotContain(TOKEN);
            Matcher hash = MAY_HOLD_A_HASH.matcher(text);
            while (hash.find()) {
                for (int at = hash.start(); at + HASH_LENGTH <= hash.end(); at++) {
                    assertThat(hashes.contains(text.substring(at, at + HASH_LENGTH)))
                            .as("hash in: %s", text)
                            .isFalse();
                }
            }
            Matcher salt = MAY_BE_A_SALT.matcher(text);
            while (salt.find()) {
                assertThat(salts.contains(salt.group(1)))
                        .as("salt in: %s", text)
                        .isFalse();
            }
        }
    }
}
