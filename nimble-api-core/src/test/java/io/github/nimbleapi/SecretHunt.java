package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Searches texts for the token, and for the signatures in some text where they may be. */
final class SecretHunt {
    static final String TOKEN = "s3cret-t0ken-nobody-may-see";

    private static final Pattern SIGNATURE = Pattern.compile("salt=(\\d+)&hash=([A-Za-z0-9]{22})==");

    private final Map<String, Pattern> secrets = new LinkedHashMap<>();

    SecretHunt(String signed) {
        secrets.put("the token", Pattern.compile(Pattern.quote(TOKEN)));
        Matcher signature = SIGNATURE.matcher(signed);
        while (signature.find()) {
            secrets.put("hash " + signature.group(2), Pattern.compile(signature.group(2)));
            // A salt is but a number, so it must be named to be found.
            secrets.put(
                    "salt " + signature.group(1),
                    Pattern.compile(
                            "(?i)salt[^a-z0-9]*(?:u003d|(?:25)*3d)?[^a-z0-9]*" + signature.group(1) + "(?!\\d)"));
        }
        assertThat(secrets).as("token, hashes and salts").hasSizeGreaterThan(2);
    }

    void findsNothingIn(List<String> texts) {
        for (String text : texts) {
            secrets.forEach((name, pattern) -> assertThat(pattern.matcher(text).find())
                    .as("%s in: %s", name, text)
                    .isFalse());
        }
    }
}
