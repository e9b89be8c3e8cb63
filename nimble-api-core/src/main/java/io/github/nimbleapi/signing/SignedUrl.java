package io.github.nimbleapi.signing;

import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An address with a management signature in its query.
 *
 * <p><strong>It is a secret.</strong> Its {@code salt} and {@code hash} are good for more than this address: whoever sees
 * them can use the whole management API of the server, for as long as it has the same token. Give it to programs that you
 * trust with the token itself, never to a browser, a viewer or a log. {@link #toString()} shows neither salt nor hash.
 *
 * <p>Where the client has no token the address is not signed. Immutable.
 */
public final class SignedUrl {
    private static final Pattern CREDENTIAL = Pattern.compile("(?i)([?&](?:salt|hash)=)[^&#]*");

    private final URI uri;

    private SignedUrl(URI uri) {
        this.uri = uri;
    }

    /**
     * A value, also for tests.
     *
     * @param uri the whole address
     * @return the value
     */
    public static SignedUrl of(URI uri) {
        return new SignedUrl(Objects.requireNonNull(uri, "uri"));
    }

    /**
     * The address as it is, with its credentials: see the warning at {@link SignedUrl}.
     *
     * @return the whole address
     */
    public URI uri() {
        return uri;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedUrl && uri.equals(((SignedUrl) other).uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    @Override
    public String toString() {
        return CREDENTIAL.matcher(uri.toString()).replaceAll("$1***");
    }
}
