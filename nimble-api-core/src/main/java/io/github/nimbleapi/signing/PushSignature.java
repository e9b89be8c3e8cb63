package io.github.nimbleapi.signing;

import java.util.Objects;

/**
 * Proofs that Nimble and a handler give each other with what Nimble posts: {@code Signature} of pay-per-view reports and of
 * publish notifications, {@code Solution} of their answers. The token is the one set for the push API in WMSPanel. The
 * handlers of {@code nimble-api-control} do this by themselves. Immutable and thread-safe; {@link #toString()} does not show
 * the token.
 */
public final class PushSignature {
    private final String token;

    private PushSignature(String token) {
        this.token = token;
    }

    /**
     * Proofs with a token.
     *
     * @param token the token of the push API: not blank, on one line
     * @return the proofs
     * @throws IllegalArgumentException if the token is blank or has line breaks or other control characters
     */
    public static PushSignature of(String token) {
        return new PushSignature(
                Checks.secret(token, "token", "give the bare token of the push API, as it is in WMSPanel"));
    }

    /**
     * The {@code Signature} of what Nimble posts: {@code base64(md5(ID + Puzzle + token))}. For test harnesses that
     * stand in for Nimble.
     *
     * @param id {@code ID}
     * @param puzzle {@code Puzzle}
     * @return 24 characters of Base64
     */
    public String sign(String id, String puzzle) {
        return Md5.base64(material(id, puzzle));
    }

    /**
     * Whether a {@code Signature} is genuine. It covers {@code ID} and {@code Puzzle}, not the body that they came with, and
     * not where one ends and the other begins; and the {@code Solution} of a {@code Puzzle} fits any two parts of that. So
     * remember both texts, {@code ID + Puzzle} and {@code Puzzle}, and believe neither again, however it is parted. Takes
     * the same time for any wrong signature.
     *
     * @param id {@code ID}
     * @param puzzle {@code Puzzle}
     * @param signature {@code Signature}
     * @return whether who wrote it knows the token
     */
    public boolean verify(String id, String puzzle, String signature) {
        return Md5.matches(material(id, puzzle), Objects.requireNonNull(signature, "signature"));
    }

    /**
     * The {@code Solution} that proves to Nimble that the answer is from who knows the token:
     * {@code base64(md5(Puzzle + token))}.
     *
     * @param puzzle {@code Puzzle}
     * @return 24 characters of Base64
     */
    public String solve(String puzzle) {
        return Md5.base64(Objects.requireNonNull(puzzle, "puzzle") + token);
    }

    private String material(String id, String puzzle) {
        return Objects.requireNonNull(id, "id") + Objects.requireNonNull(puzzle, "puzzle") + token;
    }

    @Override
    public String toString() {
        return "PushSignature[token hidden]";
    }
}
