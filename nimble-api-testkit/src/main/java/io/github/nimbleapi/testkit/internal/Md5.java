package io.github.nimbleapi.testkit.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The digest that all signatures of Nimble are made of. */
public final class Md5 {
    private Md5() {}

    /** The Base64 of the raw digest. */
    public static String base64(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether somebody knows the digest; takes as long for a good guess as for a bad one. */
    public static boolean matches(String text, String digest) {
        return MessageDigest.isEqual(
                base64(text).getBytes(StandardCharsets.UTF_8), digest.getBytes(StandardCharsets.UTF_8));
    }
}
