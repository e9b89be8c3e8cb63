package io.github.nimbleapi.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one hash that Nimble knows: Base64 of the 16 bytes of an MD5, of text as UTF-8. */
final class Md5 {
    private Md5() {}

    static String base64(String material) {
        return base64(digest(md5(), material));
    }

    static byte[] digest(MessageDigest md5, String material) {
        return md5.digest(material.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] digest) {
        return Base64.getEncoder().encodeToString(digest);
    }

    /** Whether its Base64 has neither {@code +} nor {@code /}: they stand for six bits of which the first five are ones. */
    static boolean isSafeInQuery(byte[] digest) {
        for (int i = 0; i < digest.length; i += 3) {
            int bits = (digest[i] & 0xff) << 16 | byteAt(digest, i + 1) << 8 | byteAt(digest, i + 2);
            for (int shift = 0; shift < 24; shift += 6) {
                if ((bits >> shift & 0x3e) == 0x3e) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int byteAt(byte[] digest, int index) {
        return index < digest.length ? digest[index] & 0xff : 0;
    }

    /** Takes as long for a wrong hash as for the right one. */
    static boolean matches(String material, String hash) {
        return MessageDigest.isEqual(
                base64(material).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have MD5", e);
        }
    }
}
