package io.github.nimbleapi.raw;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the server answered, as it is: HTTP status, headers and body text. Immutable. {@link #toString()} shows neither
 * headers nor body.
 */
public final class RawReply {
    private final int statusCode;
    private final Map<String, List<String>> headers;
    private final String bodyText;

    private RawReply(int statusCode, Map<String, List<String>> headers, String bodyText) {
        this.statusCode = statusCode;
        Map<String, List<String>> copy = new HashMap<>();
        Objects.requireNonNull(headers, "headers")
                .forEach((name, values) -> copy.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        this.headers = Map.copyOf(copy);
        this.bodyText = Objects.requireNonNull(bodyText, "bodyText");
    }

    /**
     * A reply without headers, for tests.
     *
     * @param statusCode the HTTP status
     * @param bodyText the body
     * @return the reply
     */
    public static RawReply of(int statusCode, String bodyText) {
        return of(statusCode, Map.of(), bodyText);
    }

    /**
     * A reply.
     *
     * @param statusCode the HTTP status
     * @param headers the headers by name, in any case
     * @param bodyText the body
     * @return the reply
     */
    public static RawReply of(int statusCode, Map<String, List<String>> headers, String bodyText) {
        return new RawReply(statusCode, headers, bodyText);
    }

    /**
     * The HTTP status.
     *
     * @return the status, such as 200
     */
    public int statusCode() {
        return statusCode;
    }

    /**
     * The headers by lower-case name.
     *
     * @return an immutable map
     */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /**
     * The first value of a header.
     *
     * @param name the header's name, in any case
     * @return its first value, or empty where the reply has no such header
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(Objects.requireNonNull(name, "name").toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /**
     * The body, read as UTF-8; empty where there was none.
     *
     * @return the body
     */
    public String bodyText() {
        return bodyText;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof RawReply)) {
            return false;
        }
        RawReply that = (RawReply) other;
        return statusCode == that.statusCode && headers.equals(that.headers) && bodyText.equals(that.bodyText);
    }

    @Override
    public int hashCode() {
        return Objects.hash(statusCode, headers, bodyText);
    }

    @Override
    public String toString() {
        return "RawReply[" + statusCode + ", " + bodyText.length() + " characters]";
    }
}
