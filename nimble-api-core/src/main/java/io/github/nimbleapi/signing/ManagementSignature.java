package io.github.nimbleapi.signing;

/**
 * Salt and hash of a management call. Nimble has no replay protection: whoever sees the pair can use it for ever, so
 * treat it, and every URL that holds it, as the token itself. Immutable; {@link #toString()} shows neither.
 */
public final class ManagementSignature {
    private final int salt;
    private final String hash;

    ManagementSignature(int salt, String hash) {
        this.salt = salt;
        this.hash = hash;
    }

    /**
     * The value of the query parameter {@code salt}.
     *
     * @return 0 to 1,000,000
     */
    public int salt() {
        return salt;
    }

    /**
     * The value of the query parameter {@code hash}, not percent-encoded.
     *
     * @return 24 characters of Base64
     */
    public String hash() {
        return hash;
    }

    /**
     * Both query parameters, ready to be put after {@code ?} or {@code &}.
     *
     * @return such as {@code salt=9&hash=...==}, with {@code +} and {@code /} percent-encoded
     */
    public String query() {
        return "salt=" + salt + "&hash=" + hash.replace("+", "%2B").replace("/", "%2F");
    }

    @Override
    public String toString() {
        return "ManagementSignature[salt and hash hidden]";
    }
}
