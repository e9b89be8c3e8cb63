package io.github.nimbleapi.internal.http;

import io.github.nimbleapi.signing.ManagementSigner;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The address that every path is put behind: scheme, host, port, and perhaps the path prefix of a reverse proxy. */
public final class BaseUrl {
    private static final String REMEDY =
            ": give the management address of a Nimble Streamer, such as http://edge-1:8082";

    private final String text;
    private final String host;
    private final int port;
    private final boolean isPlain;
    private final boolean isAddress;

    private BaseUrl(URI uri) {
        String whole = uri.toString();
        this.text = withoutSlashes(whole);
        this.host = uri.getHost();
        this.port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        this.isPlain = uri.getScheme().equalsIgnoreCase("http");
        this.isAddress = isAddress(host);
    }

    public static BaseUrl of(String url) {
        Objects.requireNonNull(url, "url");
        if (url.indexOf('?') >= 0 || url.indexOf('#') >= 0) {
            // The value is not shown: it may hold a signature.
            throw new IllegalArgumentException("url has a query or fragment" + REMEDY);
        }
        URI uri = parse(url);
        if (uri.getRawUserInfo() != null || url.contains("@")) {
            // Nor here: it may hold a password.
            throw new IllegalArgumentException("url has a user or password in it" + REMEDY
                    + "; the token goes to managementToken, a proxy's credentials to your own httpClient");
        }
        if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException("url is '" + url + "', neither http:// nor https://" + REMEDY);
        }
        requireHost(url, uri);
        if (!uri.toASCIIString().equals(url)) {
            throw new IllegalArgumentException(
                    "url is '" + url + "', whose path is not encoded: encode what is not ASCII");
        }
        return new BaseUrl(uri);
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("url is no URL (" + e.getReason() + ")" + REMEDY);
        }
    }

    private static void requireHost(String url, URI uri) {
        if (uri.getHost() != null && uri.getPort() <= 65_535 && uri.getPort() != 0) {
            return;
        }
        String authority = uri.getRawAuthority();
        if (authority != null && authority.contains("_")) {
            throw new IllegalArgumentException(
                    "url is '" + url + "', whose host name has an underscore, which host names"
                            + " must not have and Java's HTTP client refuses: use another name or the IP address");
        }
        throw new IllegalArgumentException("url is '" + url + "', which has no valid host and port" + REMEDY);
    }

    /** The whole address of a request; a credential where it is signed. */
    public URI address(Request request, @Nullable ManagementSigner signer) {
        Request asked = signer == null ? request : request.signed(signer.sign());
        return resolve(asked.path, asked.wireQuery());
    }

    /** The address of a path and its query, which may be empty. */
    URI resolve(String path, String query) {
        return URI.create(text + path + (query.isEmpty() ? "" : "?" + query));
    }

    /** Whether it is http and not https. */
    boolean isPlain() {
        return isPlain;
    }

    /** Whether the host is an address, for which no name server has to be asked. */
    boolean isAddress() {
        return isAddress;
    }

    private static boolean isAddress(String host) {
        if (host.startsWith("[")) {
            return true;
        }
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) != '.' && (host.charAt(i) < '0' || host.charAt(i) > '9')) {
                return false;
            }
        }
        return true;
    }

    private static String withoutSlashes(String url) {
        int end = url.length();
        while (url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }

    String host() {
        return host;
    }

    String hostAndPort() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return text;
    }
}
