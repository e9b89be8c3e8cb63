package io.github.nimbleapi.signing;

import java.security.MessageDigest;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Signs management calls with the {@code management_token} of {@code nimble.conf}:
 * {@code hash = base64(md5(salt + "/" + token))}. {@link io.github.nimbleapi.NimbleClient} does this by itself; use this
 * class where you make the request yourself. Immutable and thread-safe; {@link #toString()} does not show the token.
 */
public final class ManagementSigner {
    private static final int LARGEST_SALT = 1_000_000;

    private final String token;

    private ManagementSigner(String token) {
        this.token = token;
    }

    /**
     * A signer for a token.
     *
     * @param token the value of {@code management_token}: not blank, on one line
     * @return the signer
     * @throws IllegalArgumentException if the token is blank or has line breaks or other control characters
     */
    public static ManagementSigner of(String token) {
        return new ManagementSigner(Checks.secret(
                token, "token", "give the bare value of management_token from nimble.conf, or leave the token out"));
    }

    /**
     * Signs with a random salt, drawn again until the hash has neither {@code +} nor {@code /}: those are the characters
     * that servers and proxies read differently in a query.
     *
     * @return a new signature
     */
    public ManagementSignature sign() {
        MessageDigest md5 = Md5.md5();
        while (true) {
            int salt = ThreadLocalRandom.current().nextInt(LARGEST_SALT + 1);
            byte[] digest = Md5.digest(md5, salt + "/" + token);
            if (Md5.isSafeInQuery(digest)) {
                return new ManagementSignature(salt, Md5.base64(digest));
            }
        }
    }

    /**
     * Signs with a given salt. The hash may hold {@code +} and {@code /}.
     *
     * @param salt 0 to 1,000,000
     * @return the signature
     * @throws IllegalArgumentException if the salt is out of range
     */
    public ManagementSignature sign(int salt) {
        if (salt < 0 || salt > LARGEST_SALT) {
            throw new IllegalArgumentException("salt is " + salt + ": give one from 0 to " + LARGEST_SALT);
        }
        return new ManagementSignature(salt, Md5.base64(salt + "/" + token));
    }

    @Override
    public String toString() {
        return "ManagementSigner[token hidden]";
    }
}
