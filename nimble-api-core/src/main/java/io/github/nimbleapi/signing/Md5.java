package io.github.nimbleapi.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one hash that Nimble knows: Base64 of the 16 bytes of an MD5, of text as UTF-8. */
final class Md5 {
    private Md5() {}

    static String base64(String material) {
        return Base64.getEncoder().encodeToString(md5().digest(material.getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes as long for a wrong hash as for the right one. */
    static boolean matches(String material, String hash) {
        return MessageDigest.isEqual(
                base64(material).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have MD5", e);
        }
    }
}
