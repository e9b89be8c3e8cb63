package io.github.nimbleapi.internal.http;

import java.util.regex.Pattern;

/**
 * Masks the signature of a request in text that came from the server: a proxy's error page or a redirect may repeat the
 * query it was asked with.
 */
final class Redaction {
    // At the start of a word, which in an encoded query may follow on %3F or %26.
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)(?:\\b|(?<=%[0-9A-F]{2}))(salt|hash)(=|%3D)[A-Za-z0-9+/=%_-]*");
    private static final String MASK = "***";

    private Redaction() {}

    static String mask(Request request, String text) {
        String masked = PARAMETER.matcher(text).replaceAll("$1$2" + MASK);
        if (request.signature == null) {
            return masked;
        }
        // Without its padding, which may be percent-encoded, the hash reads the same everywhere.
        String hash = request.signature.hash().replace("=", "");
        return masked.replace(hash, MASK);
    }
}
