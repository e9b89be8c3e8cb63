package io.github.nimbleapi.testkit.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** A reply to be written to the wire. Immutable. */
public final class WireReply {
    private final int status;
    private final Map<String, String> headers;
    private final Content body;
    private final LongConsumer onSent;
    private final boolean headOnly;

    private WireReply(int status, Map<String, String> headers, Content body, LongConsumer onSent, boolean headOnly) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.onSent = onSent;
        this.headOnly = headOnly;
    }

    private WireReply(int status, Map<String, String> headers, Content body) {
        this(status, headers, body, bytes -> {}, false);
    }

    /** {@code {"status":"Ok"}}, and the like. */
    public static WireReply status(String word) {
        return json(new JsonText().member("status", word).toString());
    }

    public static WireReply json(String text) {
        return json(200, text);
    }

    public static WireReply json(int status, String text) {
        return of(status, "application/json", text);
    }

    public static WireReply html(int status, String text) {
        return of(status, "text/html", text);
    }

    /** A file, such as {@code video/mp4}. */
    public static WireReply file(String contentType, Content content) {
        return file(200, contentType, content);
    }

    public static WireReply file(int status, String contentType, Content content) {
        return new WireReply(status, Map.of("Content-Type", contentType), content);
    }

    public static WireReply text(String contentType, String text) {
        return of(200, contentType, text);
    }

    /** What a player gets that is not let in. */
    public static WireReply forbidden() {
        return html(403, "<html><body>Forbidden</body></html>");
    }

    public static WireReply redirect(String location) {
        return html(302, "<html><body>Moved</body></html>").header("Location", location);
    }

    private static WireReply of(int status, String contentType, String text) {
        return new WireReply(status, Map.of("Content-Type", contentType), Content.of(text));
    }

    public WireReply header(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new WireReply(status, more, body, onSent, headOnly);
    }

    byte[] head(boolean chunked) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + reason() + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (hasBody() && body.hasLength()) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        } else if (hasBody()) {
            head.append(chunked ? "Transfer-Encoding: chunked\r\n" : "Connection: close\r\n");
        }
        head.append("\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The same reply, whose sender is told how many bytes of the body went out, each time some did. */
    public WireReply onSent(LongConsumer onSent) {
        return new WireReply(status, headers, body, onSent, headOnly);
    }

    /** The same reply without its body, of whose length it tells all the same. */
    WireReply headOnly() {
        return new WireReply(status, headers, body, onSent, true);
    }

    void sent(long bytes) {
        onSent.accept(bytes);
    }

    Content body() {
        return hasBody() && !headOnly ? body : Content.NONE;
    }

    private boolean hasBody() {
        return status != 204 && status != 304;
    }

    private String reason() {
        switch (status) {
            case 200:
                return "OK";
            case 206:
                return "Partial content";
            case 302:
                return "Found";
            case 403:
                return "Forbidden";
            case 404:
                return "Not found";
            default:
                return "Status " + status;
        }
    }
}
