package io.github.nimbleapi.internal.http;

import java.util.regex.Pattern;

/**
 * Masks the signature of a request in text that came from the server: a proxy's error page or a redirect may repeat the
 * query it was asked with.
 */
final class Redaction {
    /** As in a query, also percent-encoded (once or more often) or escaped for JSON, and as members of JSON. */
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)(salt|hash)([\"']?\\s*(?:[=:]|%(?:25)*3D|\\\\u003D)\\s*[\"']?)[A-Za-z0-9+/=%_-]*");

    private static final String MASK = "***";

    private Redaction() {}

    static String mask(Request request, String text) {
        String masked = PARAMETER.matcher(text).replaceAll("$1$2" + MASK);
        if (request.signature == null) {
            return masked;
        }
        // Without its padding, which may be percent-encoded, the hash reads the same everywhere.
        String hash = request.signature.hash().replace("=", "");
        String salt = "\\b" + request.signature.salt() + "\\b";
        return masked.replace(hash, MASK).replaceAll(salt, MASK);
    }

    /** Whether nothing has to be masked in what a throwable and its causes say. */
    static boolean isClean(Request request, Throwable thrown) {
        if (request.confidential) {
            return false;
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage());
            if (!mask(request, message).equals(message)) {
                return false;
            }
        }
        return true;
    }
}
